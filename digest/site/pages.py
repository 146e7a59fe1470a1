"""Pages, what the site shows: a view for each, made from the library and rendered by a template."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlsplit

from jinja2 import Environment

from digest.site.library import Edition, Entry, Library
from digest.store import UNDATED
from digest.text.timestamps import in_words

ARCHIVE = "archive/"
HOME = ""
_RECENT_EDITIONS = 7
"""Editions that the home page lists below the newest."""
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page: where it is, what it is called, and what its template is given."""

    url: str
    """Below the site's root; empty for the home page."""
    title: str
    template: str
    description: str | None = None
    updated: date | None = None
    """The day of the newest brief that it shows."""
    library: Library | None = None
    edition: Edition | None = None
    entry: Entry | None = None
    newer: Entry | Edition | None = None
    older: Entry | Edition | None = None

    @property
    def source(self) -> str:
        """The Markdown file that MkDocs is told the page comes from."""
        return f"{self.url.rstrip('/')}.md" if self.url else "index.md"


def listing_views(library: Library, *, site_name: str) -> Iterator[View]:
    """The pages that list briefs: home, one a day, the archive, and the undated where there are any."""
    newest = library.editions[0].day if library.editions else None
    yield View(url=HOME, title=site_name, template="home.html", updated=newest, library=library)
    yield View(url=ARCHIVE, title="Archive", template="archive.html", updated=newest, library=library)
    if library.undated:
        yield View(url=f"{UNDATED}/", title="Without a date", template="undated.html", library=library)
    for number, edition in enumerate(library.editions):
        count = len(edition.entries)
        yield View(
            url=edition.url,
            title=long_day(edition.day),
            template="edition.html",
            description=f"{count} brief{'s' if count != 1 else ''} of {long_day(edition.day)}",
            updated=edition.day,
            edition=edition,
            newer=library.editions[number - 1] if number else None,
            older=library.editions[number + 1] if number + 1 < len(library.editions) else None,
        )


def brief_views(library: Library) -> Iterator[View]:
    """A page for each brief, with its neighbours."""
    entries = library.entries
    for number, entry in enumerate(entries):
        front_matter = entry.brief.front_matter
        yield View(
            url=entry.url,
            title=front_matter.title,
            template="brief.html",
            description=front_matter.description,
            updated=entry.day,
            entry=entry,
            newer=entries[number - 1] if number else None,
            older=entries[number + 1] if number + 1 < len(entries) else None,
        )


def render_view(view: View, environment: Environment, *, body: str = "") -> str:
    """The HTML of a page's content, the same under every theme.

    Args:
        view: the page.
        environment: with the theme's templates, escaping what is put in.
        body: a brief's body as safe HTML.
    """
    template = environment.get_template(f"pages/{view.template}")
    return template.render(
        view=view,
        body=body,
        link=lambda url: relative_link(url, view.url),
        long_day=long_day,
        host=host_of,
        in_words=in_words,
        months=months,
        recent=_RECENT_EDITIONS,
    )


def relative_link(url: str, page_url: str) -> str:
    """From one page of the site to another, whatever folder the site lies in."""
    relative = posixpath.relpath(f"/{url}", f"/{page_url}")
    return f"{relative}/" if url.endswith("/") or not url else relative


def months(library: Library) -> list[tuple[str, list[Edition]]]:
    """The editions under the names of their months, the newest first."""
    grouped = groupby(library.editions, key=lambda edition: (edition.day.year, edition.day.month))
    return [(in_words(f"{year:04}-{month:02}"), list(editions)) for (year, month), editions in grouped]


def long_day(day: date) -> str:
    """`Friday, 15 August 2025`."""
    return f"{_WEEKDAYS[day.weekday()]}, {in_words(day.isoformat())}"


def host_of(url: str) -> str:
    """The host that a link leads to, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
