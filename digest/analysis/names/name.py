"""Name, what a story calls a person, an organisation or a place, with every place that it stands at."""

from __future__ import annotations

from dataclasses import dataclass

from digest.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, with every place that it stands at."""

    name: str
    mentions: tuple[Span, ...]
    role: str | None = None
    """A person's role as printed before or behind the name; None for what is not a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a story by kind, the most salient first."""

    people: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    others: tuple[Name, ...] = ()
    """Names that nothing tells apart; they are shown nowhere, and may be anybody's."""
