"""From pages to a finished site: write what changed, run MkDocs, finish its HTML, swap it in.

Everything that knows MkDocs or Material stands in this room and in ``mkdocs.yml``.
"""

from glossator.site.docs import Changes, apply, compare
from glossator.site.finish import finish
from glossator.site.render import check_config, render, site_address
from glossator.site.slim import slim
from glossator.site.swap import swap, workplace

__all__ = [
    "Changes",
    "apply",
    "check_config",
    "compare",
    "finish",
    "render",
    "site_address",
    "slim",
    "swap",
    "workplace",
]
