"""The rules of shortening, in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from digest.analysis.key_points.shortening.connective import without_connective
from digest.analysis.key_points.shortening.dateline import without_dateline
from digest.analysis.key_points.shortening.dates import with_dates
from digest.analysis.key_points.shortening.inner_connective import without_inner_connective
from digest.analysis.key_points.shortening.leading_circumstance import without_leading_circumstance
from digest.analysis.key_points.shortening.occasion import without_occasion
from digest.analysis.key_points.shortening.outlet import without_own_outlet
from digest.analysis.key_points.shortening.parentheses import without_parentheses
from digest.analysis.key_points.shortening.party import without_party
from digest.analysis.key_points.shortening.relative_clause import without_relative_clause
from digest.analysis.key_points.shortening.symbol import without_symbol
from digest.text.spans import one_line

RULES: tuple[Callable[..., str], ...] = (
    without_connective,
    without_own_outlet,
    without_symbol,
    without_parentheses,
    without_party,
    without_relative_clause,
    without_inner_connective,
    without_occasion,
    without_leading_circumstance,
)
"""What is left out of a sentence, in this order, once its dateline is gone; `with_dates` explains what remains."""

_LONGEST = 3000
"""Characters; what runs on longer is no sentence, and the rules look ahead and back in it."""
_MOST_PASSES = 4
"""What one rule leaves out may show another its case; in prose the second pass seldom finds anything."""
_OF_ANY_LANGUAGE = frozenset({without_own_outlet})


def shorten(
    sentence: str, *, outlet: str | None, published: date | None, place: str | None = None, language: str = "en"
) -> str:
    """The key point that a sentence makes: its own words, fewer of them, dates explained in brackets.

    Args:
        sentence: the words as printed.
        outlet: the article's own outlet.
        published: the day that the brief gives as the article's.
        place: the dateline's.
        language: the article's, BCP 47; the rules that know English rest in all others but `und`.
    """
    text = one_line(sentence)
    if len(text) > _LONGEST:
        return text
    # Once: a name before a dash is no dateline because the party between them went.
    text = without_dateline(text)
    english = language == "und" or language.partition("-")[0] == "en"
    rules = [rule for rule in RULES if english or rule in _OF_ANY_LANGUAGE]
    for _ in range(_MOST_PASSES):
        before = text
        for rule in rules:
            text = rule(text, outlet=outlet, published=published, place=place)
        if text == before:
            break
    return with_dates(text, published=published).strip()
