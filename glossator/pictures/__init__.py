"""Draw plain values as SVG: it knows nothing of the edition, only labels, links and numbers.

A picture is one line of markup in a frame that scrolls where the screen is narrow. Its colours
are the stylesheet's, so it follows light, dark and print; every number also stands as text.
"""

from glossator.pictures.arcs import arcs
from glossator.pictures.bars import bars
from glossator.pictures.frame import Link
from glossator.pictures.matrix import matrix
from glossator.pictures.timeline import timeline

__all__ = ["Link", "arcs", "bars", "matrix", "timeline"]
