"""Issue, what one build of a site has to show, and in which dress."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.site.appearance import Appearance
from digest.site.cards import Deck, find_pen
from digest.site.catalogue import Catalogue
from digest.site.feeds import Feed, site_feed, subject_feeds
from digest.site.library import Library
from digest.site.masthead import Masthead
from digest.site.search import find_pagefind
from digest.site.views import View, brief_views, listing_views
from digest.site.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What one build of a site has to show."""

    library: Library
    catalogue: Catalogue
    words: Wording
    appearance: Appearance
    feeds: Mapping[str, Feed]
    """By the address of the page that lists the same."""
    left_out: tuple[str, ...]
    """What the site could have, and why it has not."""
    masthead: Masthead | None = None
    """None where the site's address is not known."""
    pagefind: Path | None = None
    """The program that makes the search's index."""
    deck: Deck | None = None
    """Of the cards that links to the site are shown with."""

    def views(self, site_name: str, taken: Container[str]) -> Iterator[tuple[str, View]]:
        """All its pages, the briefs' first, each with the name of the file that MkDocs knows it by.

        Args:
            site_name: of the site.
            taken: names of the site's own files, which come before ours.
        """
        for entry, view in zip(self.library.entries, brief_views(self.library, self.words), strict=True):
            yield entry.brief.path, view
        searched = self.pagefind is not None
        for view in listing_views(self.library, self.catalogue, self.words, site_name=site_name, search=searched):
            if view.source not in taken:
                yield view.source, view


def make_issue(
    library: Library, words: Wording, appearance: Appearance, masthead: Masthead | None, *, search: bool, cards: bool
) -> Issue:
    """What a library is shown as.

    Args:
        library: what is public.
        words: what the site says that no brief says.
        appearance: how it looks.
        masthead: of the site; None where its address is not known.
        search: whether it is to have one.
        cards: whether links to it are to be shown with cards, which need its address.
    """
    catalogue = Catalogue(library.entries)
    left_out: list[str] = []
    feeds: tuple[Feed, ...] = ()
    if masthead:
        whole = site_feed(library, masthead)
        feeds = (*((whole,) if whole else ()), *subject_feeds(catalogue, masthead))
    else:
        left_out.append("no 'site_url' is set: feeds, e-mail editions and what programs read are left out")
    pagefind = None
    if search and library.entries:
        pagefind = find_pagefind()
        if not pagefind:
            left_out.append("there is no search: it comes with `pip install 'press-digest[search]'`")
    deck = None
    if cards and masthead:
        pen = find_pen()
        deck = Deck(pen, masthead) if pen else None
        if not pen:
            left_out.append("there are no cards: they come with `pip install 'press-digest[cards]'`")
    return Issue(
        library=library,
        catalogue=catalogue,
        words=words,
        appearance=appearance,
        feeds={feed.url: feed for feed in feeds},
        left_out=tuple(left_out),
        masthead=masthead,
        pagefind=pagefind,
        deck=deck,
    )
