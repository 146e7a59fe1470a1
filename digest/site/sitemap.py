"""Sitemap, where a site's pages are, for crawlers (sitemaps.org, version 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from markupsafe import escape

from digest.site.masthead import Masthead
from digest.site.targets import Target, inputs_of

MOST_ADDRESSES = 10_000
"""In one file; the protocol allows 50,000."""
SITEMAP = "sitemap.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(pages: Iterable[tuple[str, str]], masthead: Masthead) -> Iterator[Target]:
    """The sitemap of pages, each with its address and the day that it was changed on; in parts where it is long."""
    lines = sorted(f"<url><loc>{escape(address)}</loc><lastmod>{changed}</lastmod></url>" for address, changed in pages)
    parts = [lines[start : start + MOST_ADDRESSES] for start in range(0, len(lines), MOST_ADDRESSES)]
    if len(parts) < 2:
        yield Target.of_one(SITEMAP, inputs_of(lines), partial(_listed, "urlset", lines))
        return
    urls = [f"sitemaps/{number}.xml" for number in range(1, len(parts) + 1)]
    index = [f"<sitemap><loc>{escape(masthead.absolute(url))}</loc></sitemap>" for url in urls]
    yield Target.of_one(SITEMAP, inputs_of(index), partial(_listed, "sitemapindex", index))
    for url, part in zip(urls, parts, strict=True):
        yield Target.of_one(url, inputs_of(part), partial(_listed, "urlset", part))


def _listed(element: str, lines: Iterable[str]) -> str:
    shown = "\n".join(lines)
    return f"{_HEAD}<{element} {_SPACE}>\n{shown}\n</{element}>\n"
