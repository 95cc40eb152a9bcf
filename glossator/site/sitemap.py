"""The sitemap: every page's lasting address, without ``index.html`` and without the time of day."""

import gzip
from html import escape
from pathlib import Path

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def write_sitemap(site: Path, site_url: str) -> None:
    """Write ``sitemap.xml`` and its compressed twin anew; without a ``site_url`` it lists nothing."""
    base = site_url.rstrip("/") + "/"
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    addresses = [base + page.removesuffix("index.html") for page in pages if page != "404.html" and site_url]
    lines = [f"  <url><loc>{escape(address)}</loc></url>\n" for address in addresses]
    text = (_HEAD + "".join(lines) + "</urlset>\n").encode()
    (site / "sitemap.xml").write_bytes(text)
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(text, mtime=0))
