"""Press, all the files of a site but those that MkDocs writes: what each depends on, and its text on demand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from digest.brief import Brief
from digest.cache import Ledger
from digest.site.api import BRIEF, brief_object, index_object, index_pages, index_url
from digest.site.bodies import Bodies
from digest.site.body import BodyRenderer
from digest.site.cards import Deck
from digest.site.catalogue import Catalogue
from digest.site.dependencies import dependencies_of, dependencies_of_brief
from digest.site.edits import told
from digest.site.email import EditionEmail, EmailWriter
from digest.site.feeds import ATOM, JSON, Feed, FeedWriter
from digest.site.library import Edition, Entry, Library, ReadWhole
from digest.site.masthead import Masthead
from digest.site.pages import relative_link, render_view
from digest.site.paging import Page
from digest.site.related import Related
from digest.site.spool import Spool
from digest.site.targets import Make, Target, inputs_of
from digest.site.views import View
from digest.site.wording import Wording

NO_INDEX = '<meta name="robots" content="noindex">'


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What a site says: all that its files are made from."""

    library: Library
    catalogue: Catalogue
    masthead: Masthead | None
    feeds: Mapping[str, Feed]
    """By the address of the page that lists the same."""
    addresses: Mapping[str, str]
    """Of the content folder's files that are on the site, by their paths below it."""
    whole: ReadWhole
    related: Ledger
    """What is remembered of which briefs are related."""
    spool: Spool
    words: Wording
    deck: Deck | None
    """Of the cards that links to the site are shown with."""
    environment: Environment
    """With the theme's templates, escaping what is put in."""
    renderer: BodyRenderer
    complain: Callable[[str], None]
    """Is told what in a brief's file cannot be shown, such as a link in it that leads nowhere."""


@dataclass(frozen=True, slots=True)
class _Documents:
    """What stands beside a page."""

    parts: Sequence[str]
    """What they show."""
    files: Mapping[str, Make]


_NOTHING = _Documents((), {})


class Press:
    """Prints the files of a site, each when it is asked for."""

    def __init__(self, copy: Copy) -> None:
        """Set up the press.

        Args:
            copy: what the site says.
        """
        self._copy = copy
        self._addresses_key = inputs_of(f"{path} {url}" for path, url in copy.addresses.items())
        self._bodies = Bodies(
            copy.whole, copy.renderer, copy.addresses, copy.masthead, copy.words, complain=copy.complain
        )
        self._linking = frozenset(entry.url for entry in copy.library.entries if self._bodies.may_link(entry.brief))
        self._emails: dict[str, EditionEmail] = {}
        if copy.masthead:
            self._feed_writer = FeedWriter(copy.masthead, copy.environment, self._bodies.in_feed, copy.spool)
            self._email_writer = EmailWriter(
                copy.library, copy.masthead, copy.environment, copy.renderer, self._bodies.whole
            )

    @cached_property
    def _related(self) -> Related:
        return Related(self._copy.library, self._copy.catalogue, self._copy.related)

    def content(self, view: View) -> Markup:
        """The content of a page, the same under every theme."""
        copy = self._copy
        shown = view.shows
        body, edited = Markup(""), None
        related: Sequence[Entry] = ()
        if isinstance(shown, Entry) and not shown.brief.outline.withdrawn:
            body = Markup(self._bodies.on_page(shown, view.url))  # noqa: S704  # sanitised
            related = self._related.to(shown)
            edited = (
                told(self._bodies.whole(shown).brief, self._bodies.edits(shown), copy.words) if shown.edited else None
            )
        address = copy.masthead.absolute(view.url) if copy.masthead else None
        return Markup(  # noqa: S704  # escaped, and sanitised
            render_view(
                view, copy.environment, copy.catalogue, body=body, related=related, edited=edited, address=address
            )
        )

    def targets(
        self, views: Iterable[View], frame: Callable[[View, Markup], str], *, edition_key: str
    ) -> Iterator[Target]:
        """The pages, and all that stands beside them.

        Args:
            views: what the pages show.
            frame: puts a page's content into the theme's page.
            edition_key: what stands for all that every file depends on: templates, configuration, code.
        """
        # What stands beside a page is made with it: it is looked at once whether they are up to date.
        beside = self._told_of()
        for folder, parts, make in self._pages(views, frame):
            it = self._documents_of(beside.pop(folder, None))
            yield Target(folder, inputs_of((edition_key, *parts, *it.parts)), {"index.html": make, **it.files})
        for folder, told_of in beside.items():
            it = self._documents_of(told_of)
            yield Target(folder, inputs_of((edition_key, *it.parts)), it.files)
        yield from self._lists(edition_key)
        yield from self._redirects(edition_key)
        yield from self._cards()

    def _pages(
        self, views: Iterable[View], frame: Callable[[View, Markup], str]
    ) -> Iterator[tuple[str, list[str], Make]]:
        """Where each page is, what it shows, and how it is made."""
        catalogue, page = self._copy.catalogue, self._page
        for view in views:
            shown = view.shows
            if isinstance(shown, Entry) and not shown.brief.outline.withdrawn:
                parts = dependencies_of_brief(view, shown, catalogue.shown_of(shown), self._related.to(shown))
                parts.append(self._addresses_key if shown.url in self._linking else "")
            elif isinstance(shown, Entry):
                parts = [view.template, shown.inputs]
            else:
                parts = dependencies_of(view, catalogue)
            yield view.url, parts, partial(page, view, frame)

    def _told_of(self) -> dict[str, Feed | Entry | Edition]:
        """What documents beside a page tell of, by the folder that they lie in."""
        copy = self._copy
        if copy.masthead is None:
            return {}
        library = copy.library
        found: list[Feed | Entry | Edition] = [
            *copy.feeds.values(),
            *library.entries,
            *library.withdrawn,
            *library.editions,
        ]
        return {it.url: it for it in found}

    def _documents_of(self, told_of: Feed | Entry | Edition | None) -> _Documents:
        """A feed, what programs read of a brief, or the e-mail of an edition."""
        if isinstance(told_of, Entry):
            return _Documents((told_of.inputs,), {BRIEF: partial(self._json_brief, told_of)})
        if isinstance(told_of, Feed):
            return _Documents(
                (told_of.url, told_of.title, *self._said_by(told_of.entries)),
                {ATOM: partial(self._feed_writer.atom, told_of), JSON: partial(self._json_feed, told_of)},
            )
        if isinstance(told_of, Edition):
            return _Documents(
                (told_of.url, *self._said_by(told_of.entries)),
                {
                    "email.html": partial(self._email, told_of, "html"),
                    "email.txt": partial(self._email, told_of, "text"),
                },
            )
        return _NOTHING

    def _lists(self, edition_key: str) -> Iterator[Target]:
        """What programs read of the whole site."""
        copy, masthead = self._copy, self._copy.masthead
        if masthead is None:
            return
        yield Target.of_one("robots.txt", edition_key, partial(_robots, masthead))
        for page in index_pages(copy.library.entries):
            # The first page alone tells, so that a new brief leaves the others as they are.
            total = len(copy.library.entries) if page.number == 1 else None
            parts = [edition_key, f"{page.older} {total}", *(entry.inputs for entry in page.items)]
            yield Target.of_one(index_url(page), inputs_of(parts), partial(_json_index, page, total, masthead))

    def _cards(self) -> Iterator[Target]:
        """A card for each brief and edition; it depends on what stands on it, and on nothing else."""
        deck = self._copy.deck
        if deck is None:
            return
        for shown in (*self._copy.library.entries, *self._copy.library.editions):
            if found := deck.card_of(shown):
                url, card = found
                yield Target.of_one(url, inputs_of((url, deck.pen.version, repr(card))), partial(deck.pen.draw, card))

    def _redirects(self, edition_key: str) -> Iterator[Target]:
        """A page at each earlier address that leads to the present one, but where another page is."""
        copy = self._copy
        taken = set(copy.addresses.values())
        moved = [it for it in (*copy.library.entries, *copy.library.withdrawn) if it.brief.outline.aliases]
        for entry in moved:
            for alias in dict.fromkeys(f"{alias.strip('/')}/" for alias in entry.brief.outline.aliases):
                if alias in taken:
                    copy.complain(f"{entry.brief.path} has the alias '/{alias}', which is the address of another page")
                    continue
                taken.add(alias)
                target = relative_link(entry.url, alias)
                inputs = inputs_of((edition_key, target))
                yield Target(alias, inputs, {"index.html": partial(_redirect, target, copy.words)})

    def _said_by(self, entries: Sequence[Entry]) -> list[str]:
        """What changes with all that briefs say, and with where their links lead."""
        links = not self._linking.isdisjoint([entry.url for entry in entries])
        return [self._addresses_key if links else "", *(entry.inputs for entry in entries)]

    def _page(self, view: View, frame: Callable[[View, Markup], str]) -> str:
        page, shown = frame(view, self.content(view)), view.shows
        if self._copy.masthead and isinstance(shown, Entry) and shown.day:
            self._feed_writer.put_into_words(shown)  # while the brief is at hand
        return page

    def _json_feed(self, feed: Feed) -> str:
        return _as_json(self._feed_writer.json(feed))

    def _json_brief(self, entry: Entry) -> str:
        masthead = self._copy.masthead
        assert masthead is not None
        facts = entry.brief.front_matter
        brief = Brief(front_matter=facts) if facts.withdrawn else self._bodies.whole(entry).brief
        return _as_json(brief_object(entry, brief, masthead))

    def _email(self, edition: Edition, form: str) -> str:
        if edition.url not in self._emails:
            self._emails = {edition.url: self._email_writer.write(edition)}
        return str(getattr(self._emails[edition.url], form))


def _robots(masthead: Masthead) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {masthead.absolute('sitemap.xml')}\n"


def _redirect(target: str, words: Wording) -> str:
    shown = escape(target)
    link = Markup('<a href="{}">{}</a>').format(shown, words("go_there"))
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n<title>{escape(words("moved"))}</title>\n'
        f'<link rel="canonical" href="{shown}">\n{NO_INDEX}\n<meta http-equiv="refresh" content="0; url={shown}">\n'
        f"<p>{words.html('moved_to', link=link)}\n"
    )


def _json_index(page: Page[Entry], total: int | None, masthead: Masthead) -> str:
    return _as_json(index_object(page, total, masthead))


def _as_json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
