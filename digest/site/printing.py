"""Printing, the pages of an issue in the theme's frame, and all files that the site is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from markupsafe import Markup

from digest.site.configuration import made_by, prints
from digest.site.host_pages import Frame
from digest.site.issue import Issue
from digest.site.library import Entry
from digest.site.masthead import Masthead
from digest.site.metadata import Metadata, metadata_of
from digest.site.press import NO_INDEX, Press
from digest.site.sitemap import sitemap
from digest.site.targets import Target, inputs_of
from digest.site.views import View, description_of
from digest.text.directions import unturned

_SHOWN_WITH_CARDS = frozenset({"brief.html", "edition.html", "home.html"})
# MkDocs stamps a compressed file with this day, in 32 bits counted from 1970.
_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2099, 12, 31)


class Printing:
    """Prints an issue."""

    def __init__(self, issue: Issue, press: Press, views: Collection[View], frame: Frame) -> None:
        """Set up the printing.

        Args:
            issue: what there is to show.
            press: makes the content of its pages.
            views: those of its pages that MkDocs does not write.
            frame: what stands around each.
        """
        self._issue, self._press, self._views, self._frame = issue, press, views, frame

    def targets(self) -> Iterator[Target]:
        """All files but those that MkDocs writes."""
        yield from self._press.targets(self._views, self._in_frame, edition_key=self._edition_key())
        if prints(self._frame.config) and (masthead := self._issue.masthead):
            yield from sitemap(self._mapped(masthead), masthead)

    def page(self, view: View) -> str:
        """One of our pages as MkDocs would write it."""
        return self._in_frame(view, self._press.content(view))

    def _in_frame(self, view: View, content: Markup) -> str:
        view = replace(view, title=unturned(view.title))
        description = unturned(description_of(view, self._issue.words) or "")
        meta: dict[str, Any] = {"description": description} if description else {}
        if is_tombstone(view):
            return without_index(self._frame.around(content, view, address=None, meta=meta))
        if metadata := metadata_in(self._issue, view):
            meta["metadata"] = metadata
        masthead = self._issue.masthead
        address = masthead.absolute(view.url) if masthead else None
        return self._frame.around(content, view, address=address, meta=meta)

    def _edition_key(self) -> str:
        """What stands for all that every file follows from, and for what each page has in its head."""
        issue = self._issue
        has = (issue.library.corrected, "" in issue.feeds, issue.pagefind is not None, issue.deck is not None)
        return inputs_of(
            (
                *made_by(self._frame.config),
                *(f"{item.title} {getattr(item, 'url', None)}" for item in self._frame.nav.items),
                *(index.url for index in issue.catalogue.indexes),
                " ".join(str(bool(it)) for it in has),
            )
        )

    def _mapped(self, masthead: Masthead) -> Iterator[tuple[str, str]]:
        """The addresses of all pages, and when they changed."""
        for file in self._frame.pages:
            if file.page and file.page.canonical_url:
                yield file.page.canonical_url, file.page.update_date
        for view in self._views:
            if not is_tombstone(view):
                yield masthead.absolute(view.url), changed_on(self._issue, view)


def changed_on(issue: Issue, view: View | None) -> str:
    """The day on which a page changed: that of what it shows, else of the newest edition, never that of the build."""
    updated = (view.updated if view else None) or issue.library.newest or _FIRST_DAY
    return (_FIRST_DAY if updated < _FIRST_DAY else _LAST_DAY if updated > _LAST_DAY else updated).isoformat()


def metadata_in(issue: Issue, view: View) -> Metadata | None:
    """What the head of a page tells programs; None where the site's address is not known."""
    if issue.masthead is None:
        return None
    card = issue.deck.card_of(view.shows) if issue.deck and view.template in _SHOWN_WITH_CARDS else None
    feed = issue.feeds.get(view.url) if view.url else None
    return metadata_of(view, issue.masthead, feed, picture=card[0] if card else None)


def is_tombstone(view: View) -> bool:
    """Whether a page says of a brief only that it was withdrawn."""
    return isinstance(view.shows, Entry) and view.shows.brief.outline.withdrawn is not None


def without_index(page: str) -> str:
    """A page that search engines are asked to leave out."""
    return page.replace("</head>", f"{NO_INDEX}\n</head>", 1)
