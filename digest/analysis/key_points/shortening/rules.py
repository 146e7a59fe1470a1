"""The rules of shortening, in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from digest.analysis.key_points.shortening.connective import without_connective
from digest.analysis.key_points.shortening.dateline import without_dateline
from digest.analysis.key_points.shortening.dates import with_dates
from digest.analysis.key_points.shortening.outlet import without_own_outlet
from digest.text.spans import one_line

RULES: tuple[Callable[..., str], ...] = (without_dateline, without_connective, without_own_outlet, with_dates)
"""What is done to a sentence, in this order."""


def shorten(sentence: str, *, outlet: str | None, published: date | None) -> str:
    """The key point that a sentence makes: its own words, fewer of them, dates explained in brackets."""
    text = one_line(sentence)
    for rule in RULES:
        text = rule(text, outlet=outlet, published=published)
    return text.strip()
