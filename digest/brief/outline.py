"""Outline, of a brief's front matter what a large archive is sorted, counted and published by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from digest.brief.brief import Approval, Correction, Person, Source, Withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Of a brief's front matter, what every build asks of every brief; the names are the same there."""

    title: str
    slug: str
    date: str | None = None
    sources: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    review: str | None = None
    reviewed: Approval | None = None
    embargo: str | None = None
    expires: str | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    aliases: tuple[str, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()
