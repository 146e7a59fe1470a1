"""Brief, what is published of an article: its takeaway, key points, quotes and sources."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from digest.text.spans import one_line

_JOINERS = frozenset("\u200c\u200d")
_JOINED = "[\u0590-\u1fff\u2100-\U0003ffff]"
"""Characters among which joiners have a meaning: those of the scripts behind Cyrillic, signs and pictures."""
_NEEDLESS_JOINER = re.compile(f"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that a brief was made from."""

    name: str | None = None
    """The outlet."""
    url: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601."""
    article: str | None = None
    """Path of the raw article below the content folder, with `/`."""
    sha256: str | None = None
    """Of the raw article's bytes, in hexadecimal."""
    words: int | None = None
    """How many its story has; None where nobody counted them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom a brief names."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the generator wrote of its own work, so that an editor's change can be seen."""

    version: str
    body: str
    """SHA-256 of the body as generated."""
    fields: str
    """SHA-256 of the front matter as generated, without the stamp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who found that a brief may be published, and when."""

    at: str
    """ISO 8601 date, or RFC 3339 time."""
    by: str | None = None
    words: str | None = None
    """SHA-256 of the words that were approved; None where an editor wrote the approval by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a brief said wrongly after it had been published."""

    date: str
    """ISO 8601 date, or RFC 3339 time."""
    wrong: str
    right: str
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Why a published brief is no longer there for readers."""

    date: str
    """ISO 8601 date, or RFC 3339 time."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A brief's metadata. Field names are those of site generators, or of IPTC's ninjs 3.1."""

    title: str
    slug: str
    date: str | None = None
    """ISO 8601 date of the edition; None where the publication date is not known."""
    description: str | None = None
    language: str | None = None
    sources: tuple[Source, ...] = ()
    located: str | None = None
    people: tuple[Person, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    """What its sources are where they are no plain news, by IPTC's names: `Opinion`."""
    review: str | None = None
    """`draft` or `approved`; None means what the site's configuration says."""
    reviewed: Approval | None = None
    embargo: str | None = None
    """RFC 3339 time with its offset, before which the brief is not public."""
    expires: str | None = None
    """RFC 3339 time with its offset, from which on it is no longer public."""
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    aliases: tuple[str, ...] = ()
    """Earlier addresses of the page, below the site's root."""
    digest: Stamp | None = None
    extra: tuple[tuple[str, Any], ...] = field(default=(), hash=False)
    """Fields that the editor added, in their order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a source, as a footnote quotes it."""

    text: str
    outlet: str | None = None
    paragraph: int | None = None
    """Counted from 1 in the story; None in a footnote that an editor wrote without it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A statement, and the sentences that it rests on."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefQuote:
    """Somebody's words."""

    text: str
    """Without the marks."""
    speaker: str | None = None
    role: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefExchange:
    """A question that was asked at a briefing, and what was answered."""

    question: Point
    answer: BriefQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefEvent:
    """What happened, or will happen, when."""

    text: str
    when: str | None = None
    """As an editor prints it: `15 August 2025`."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief that an editor wrote."""

    heading: str | None
    """None for what stands above the first heading, below the takeaway."""
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief: front matter, and what its body says."""

    front_matter: FrontMatter
    takeaway: Point | None = None
    key_points: tuple[Point, ...] = ()
    exchanges: tuple[BriefExchange, ...] = ()
    quotes: tuple[BriefQuote, ...] = ()
    figures: tuple[Point, ...] = ()
    timeline: tuple[BriefEvent, ...] = ()
    outlook: tuple[Point, ...] = ()
    open_questions: tuple[Point, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def said(self) -> tuple[BriefQuote, ...]:
        """All that it quotes somebody with, answers among it."""
        return (*self.quotes, *(exchange.answer for exchange in self.exchanges))


def clean(text: Any) -> Any:
    """`text` on one line, without the characters that no reader sees; None stays None.

    So what turns how text runs is not obeyed, and words cannot hide in a headline. Joiners stay where letters
    need them, as Persian's and Hindi's do, and the parts of a picture.
    """
    if text is None:
        return None
    pieces = text.split()
    if all(map(str.isprintable, pieces)):
        return " ".join(pieces)
    seen = "".join(
        character for character in text if character.isprintable() or character.isspace() or character in _JOINERS
    )
    return one_line(_NEEDLESS_JOINER.sub("", seen))


def digest_of(text: str) -> str:
    """SHA-256 of a text, line ends counted as one character whatever the system made of them."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")).hexdigest()
