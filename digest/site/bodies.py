"""Bodies, what pages and feeds say of a brief below its title: each is read and put into HTML once for those that follow."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import lru_cache

from digest.card import Card
from digest.shelf import Whole
from digest.site.body import BodyRenderer
from digest.site.edits import Edit, edits_of
from digest.site.library import Entry, ReadWhole
from digest.site.masthead import Masthead
from digest.site.pages import relative_link
from digest.site.plain_body import body_of, unstyled
from digest.site.sanitising import sanitise
from digest.site.wording import Wording

_REMEMBERED = 64
"""Briefs that are kept at hand, as their page, feeds and e-mail follow each other."""


class Bodies:
    """The bodies of a site's briefs."""

    def __init__(
        self,
        whole: ReadWhole,
        renderer: BodyRenderer,
        addresses: Mapping[str, str],
        masthead: Masthead | None,
        words: Wording,
        complain: Callable[[str], None],
    ) -> None:
        """Set up the bodies.

        Args:
            whole: reads all that a brief says.
            renderer: makes HTML of Markdown.
            addresses: of the content folder's files that are on the site, by their paths below it.
            masthead: of the site; None where its address is not known.
            words: in which the site says what no brief says.
            complain: is told what cannot be shown.
        """
        self._renderer, self._addresses, self._masthead = renderer, addresses, masthead
        self._words, self._complain = words, complain
        self.whole: Callable[[Entry], Whole] = lru_cache(maxsize=_REMEMBERED)(whole)
        """All that a brief says."""
        self.edits: Callable[[Entry], tuple[Edit, ...]] = lru_cache(maxsize=_REMEMBERED)(self._find_edits)
        """What of a brief is an editor's wording."""
        self.on_page: Callable[[Entry, str | None], str] = lru_cache(maxsize=_REMEMBERED)(self._render)
        """A brief's body: with relative links on the page of this address, with absolute ones where it is None."""

    def may_link(self, brief: Card) -> bool:
        """Whether a brief's body may hold links to files of the site."""
        return not brief.in_our_form and (brief.may_link or not self._renderer.is_plain)

    def in_feed(self, entry: Entry) -> str:
        """A brief's body as feeds have it."""
        if entry.brief.outline.withdrawn:
            return ""
        if self._is_plain(entry):
            return unstyled(self.on_page(entry, entry.url))
        return sanitise(self.on_page(entry, entry.url if entry.brief.in_our_form else None), styled=False)

    def _render(self, entry: Entry, page_url: str | None) -> str:
        def resolve(path: str) -> str | None:
            below = posixpath.join(posixpath.dirname(entry.brief.path), path)
            address = self._addresses.get(posixpath.normpath(below))
            if page_url is None:
                return self._masthead.absolute(address) if self._masthead and address is not None else None
            if address is None:
                self._complain(f"{entry.brief.path} links to '{path}', which is no page of the site")
                return None
            return relative_link(address, page_url)

        whole = self.whole(entry)
        if self._is_plain(entry):
            return body_of(whole.brief, self._words)
        return self._renderer.render(whole.body, resolve=resolve, edits=self.edits(entry))

    def _is_plain(self, entry: Entry) -> bool:
        """Whether a brief's body follows from what it says alone."""
        return entry.brief.in_our_form and self._renderer.is_plain and not self.edits(entry)

    def _find_edits(self, entry: Entry) -> tuple[Edit, ...]:
        return edits_of(self.whole(entry).brief) if entry.edited else ()
