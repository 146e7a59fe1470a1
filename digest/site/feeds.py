"""Feeds, the newest briefs of the site or of a subject as Atom (RFC 4287) and as JSON Feed 1.1."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from digest.site.catalogue import Catalogue, Kind
from digest.site.identity import id_of, published, updated
from digest.site.library import Entry, Library
from digest.site.masthead import Masthead
from digest.site.pages import host_of
from digest.site.spool import Spool
from digest.site.viewpoint import viewpoint_of
from digest.text.genres import GENRE_CODES, code_of, known_genres

ATOM_FEED, ATOM_ENTRY = "feeds/feed.xml.j2", "feeds/entry.xml.j2"
ATOM, JSON = "feed.xml", "feed.json"
"""Names of a feed's files, beside the page that lists the same."""
MOST_ENTRIES, MOST_OF_A_SUBJECT = 50, 20
"""Briefs in the feed of the site, and in one of a subject."""
FOLLOWED = (Kind.PERSON, Kind.TOPIC, Kind.OUTLET)
"""Kinds of subjects that have feeds."""

Content = Callable[[Entry], str]
"""From a brief to its body as safe HTML without classes and ids, whose links are absolute."""

_REMEMBERED = 2_000
"""Briefs that are kept in a feed's words: a brief stands in the feeds of all that it names."""
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest briefs of the site, or of a subject."""

    title: str
    url: str
    """Of the page that lists them, below the site's root."""
    entries: tuple[Entry, ...]
    """The newest first, each with its day; there is at least one."""

    @property
    def atom(self) -> str:
        """Where it is as Atom, below the site's root."""
        return f"{self.url}{ATOM}"

    @property
    def json(self) -> str:
        """Where it is as JSON Feed, below the site's root."""
        return f"{self.url}{JSON}"


def site_feed(library: Library, masthead: Masthead) -> Feed | None:
    """The feed of the whole site, with a notice in the place of what was withdrawn; None where no brief has a date."""
    entries = sorted((*library.entries, *library.withdrawn), key=lambda entry: entry.day or date.min, reverse=True)
    return _feed(masthead.name, "", entries, MOST_ENTRIES)


def subject_feeds(catalogue: Catalogue, masthead: Masthead) -> Iterator[Feed]:
    """A feed for each person, topic and outlet that a dated brief speaks of."""
    for index in catalogue.indexes:
        for subject in index.subjects if index.kind in FOLLOWED else ():
            feed = _feed(f"{subject.name} – {masthead.name}", subject.url, subject.entries, MOST_OF_A_SUBJECT)
            if feed:
                yield feed


def _feed(title: str, url: str, entries: Iterable[Entry], most: int) -> Feed | None:
    newest = tuple(islice((entry for entry in entries if entry.day), most))
    return Feed(title=title, url=url, entries=newest) if newest else None


class FeedWriter:
    """Writes feeds; a brief that stands in several is put into words once."""

    def __init__(self, masthead: Masthead, environment: Environment, content: Content, spool: Spool) -> None:
        """Set up the writer.

        Args:
            masthead: of the site.
            environment: with the theme's templates, escaping what is put in.
            content: what a brief says.
            spool: keeps what was put into words, for all feeds and processes.
        """
        self._masthead, self._environment, self._content, self._spool = masthead, environment, content, spool
        self._words_of = lru_cache(maxsize=_REMEMBERED)(self._find_words)

    def atom(self, feed: Feed) -> str:
        """A feed as Atom."""
        text = self._environment.get_template(ATOM_FEED).render(
            feed=feed,
            masthead=self._masthead,
            language=_language(self._masthead.language),
            updated=_newest(feed),
            entries=[self._words_of(entry) for entry in feed.entries],
        )
        return _NO_XML.sub("", text)

    def json(self, feed: Feed) -> dict[str, Any]:
        """A feed as JSON Feed."""
        masthead = self._masthead
        return _said(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": feed.title,
                "home_page_url": masthead.absolute(feed.url),
                "feed_url": masthead.absolute(feed.json),
                "description": masthead.description,
                "language": _language(masthead.language),
                "authors": [{"name": masthead.author or masthead.name, "url": masthead.home}],
                "items": [self._json_item(entry) for entry in feed.entries],
            }
        )

    def put_into_words(self, entry: Entry) -> None:
        """Have a brief in the words of feeds before one of them asks for it."""
        self._words_of(entry)

    def _find_words(self, entry: Entry) -> tuple[Markup, str]:
        """A brief as feeds have it: its facts as Atom, and its content."""
        facts, content = self._spool.texts(entry.inputs, lambda: (self._make_facts(entry), self._make_content(entry)))
        return Markup(facts), content  # noqa: S704  # escaped

    def _make_facts(self, entry: Entry) -> str:
        """All of an entry but its content, as Atom."""
        return self._environment.get_template(ATOM_ENTRY).render(
            facts=entry.brief.front_matter,
            id=id_of(entry),
            url=self._masthead.absolute(entry.url),
            language=_language(entry.brief.front_matter.language),
            published=published(entry),
            updated=updated(entry),
            terms=_terms(entry),
            scheme=GENRE_CODES,
            genres=[(code_of(known), self._masthead.words.genre(known)) for known in _genres(entry)],
        )

    def _json_item(self, entry: Entry) -> dict[str, Any]:
        facts = entry.brief.front_matter
        return _said(
            {
                "id": id_of(entry),
                "url": self._masthead.absolute(entry.url),
                "external_url": next((source.url for source in facts.sources if source.url), None),
                "title": self._masthead.words("withdrawn") if facts.withdrawn else facts.title,
                "content_html": self._words_of(entry)[1],
                "summary": facts.description,
                "date_published": published(entry),
                "date_modified": updated(entry),
                "tags": [*map(self._masthead.words.genre, _genres(entry)), *_terms(entry)],
                "language": _language(facts.language),
            }
        )

    def _make_content(self, entry: Entry) -> str:
        """A brief's body, and what it was made from."""
        return self._environment.get_template("feeds/content.html").render(
            entry=entry,
            body=Markup(self._content(entry)),  # noqa: S704  # sanitised
            viewpoint=viewpoint_of(entry.brief.front_matter, self._masthead.words),
            host=host_of,
        )


def _terms(entry: Entry) -> list[str]:
    facts = entry.brief.front_matter
    return list(dict.fromkeys(term for term in (*facts.categories, *facts.tags) if term.strip()))


def _genres(entry: Entry) -> list[str]:
    """The genres of IPTC's that a brief has; what else an editor calls it is a matter of its page."""
    return known_genres(entry.brief.front_matter.genres)


def _language(tag: str | None) -> str | None:
    """A language tag as XML and JSON Feed want it; None where it is none."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else None


def _newest(feed: Feed) -> str:
    return max(moment for moment in map(updated, feed.entries) if moment)


def _said(mapping: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something; JSON Feed has no null."""
    return {name: value for name, value in mapping.items() if value not in (None, [], "")}
