"""Settings of a digest, as its configuration gives them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from pathlib import Path

_LENGTHS = (3, 8, 14, 24)
"""Sentences up to which a story is worth one point, two, and so on."""
_LONG, _MORE = 36, 12
"""Sentences of a long story, and how many more are worth another point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a set of key points may take."""

    points: int = 5
    words: int = 130
    """Words of all points together; the first point may pass it alone."""
    least: int = 4
    """Points that a story is told in if it is long enough for them and the words have room, even where a summary would have
    fewer: an editor strikes out sooner than looks up."""

    def count_for(self, sentences: int) -> int:
        """How many points a story of so many sentences is worth at most: one for a flash, more for a report."""
        worth = 1 + bisect_left(_LENGTHS, sentences) + max(0, sentences - _LONG) // _MORE
        return min(worth, sentences, self.points)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a digest, and the words that put a story there."""

    name: str
    words: tuple[str, ...]
    """Words and phrases, singular; one with a capital stands for a name and counts only where it is printed so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim:
    """How much of an article a brief may repeat word for word."""

    words: int | None = None
    """In a row."""
    percent: int | None = None
    """Of the article's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site's configuration says of how briefs are made and shown."""

    budget: Budget = field(default_factory=Budget)
    """How much the key points of a brief may take."""
    sections: tuple[Section, ...] = ()
    """The sections that briefs are put in; without any, the digest's own."""
    review_required: bool = False
    """Whether a new brief starts as a draft, and only approved ones are public."""
    verbatim: Verbatim = field(default_factory=Verbatim)
    """How much of an article a brief may repeat."""
    overrides: tuple[Path, ...] = ()
    """Folders whose templates come before the theme's."""
