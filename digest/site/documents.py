"""Documents, the files beside the pages: feeds, e-mail editions, and what programs read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from digest.site.api import brief_object, index_pages, json_url
from digest.site.email import EmailWriter
from digest.site.feeds import Feed, FeedWriter
from digest.site.library import Library
from digest.site.masthead import Masthead


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the site that is no page."""

    url: str
    """Below the site's root."""
    text: str


def documents(
    library: Library, feeds: Iterable[Feed], masthead: Masthead, feed_writer: FeedWriter, email_writer: EmailWriter
) -> Iterator[Document]:
    """Every document of a site, one at a time: all of them together may not fit into memory."""
    yield Document("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {masthead.absolute('sitemap.xml')}\n")
    for feed in feeds:
        yield Document(feed.atom, feed_writer.atom(feed))
        yield _json(feed.json, feed_writer.json(feed))
    for url, page in index_pages(library.entries, masthead):
        yield _json(url, page)
    for entry in (*library.entries, *library.withdrawn):
        yield _json(json_url(entry), brief_object(entry, masthead))
    for edition in library.editions:
        email = email_writer.write(edition)
        yield Document(f"{edition.url}email.html", email.html)
        yield Document(f"{edition.url}email.txt", email.text)


def _json(url: str, value: dict[str, Any]) -> Document:
    return Document(url, json.dumps(value, ensure_ascii=False) + "\n")
