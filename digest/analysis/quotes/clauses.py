"""Clauses, where the one that a verb stands in begins."""

from __future__ import annotations

from digest.analysis.quotes.lines import QUOTATION, Line
from digest.analysis.quotes.noun_phrases import PREPOSITIONS
from digest.text.genders import NOUNS

_PARTS = frozenset([";", ":", QUOTATION])
_OPENERS = frozenset(["when", "as", "while", "before", "after", "until"])
_LONGEST = 150
"""Words of a clause."""
_REACH = 45
"""Words from a verb in which its clause opens."""


def clause_start(line: Line, verb: int) -> int:
    """Where the clause or chain of clauses that a verb stands in begins: behind a semicolon, a colon or a quotation."""
    at = verb - 1
    lowest = max(0, verb - _LONGEST)
    if _PARTS.isdisjoint(line.words[lowest:verb]):
        return lowest
    while at >= lowest and line.words[at] not in (";", ":"):
        if (
            line.words[at] == QUOTATION
            and at in line.quoted
            and at + 1 < verb
            and line.words[at + 1] not in (",", "and")
        ):
            break
        at -= 1
    return at + 1


def inner_clause(line: Line, end: int, lowest: int) -> int:
    """Where the last clause before `end` begins that a conjunction behind a comma opens, or one before "the captain"."""
    lower = line.lower
    for at in range(end - 3, max(lowest, end - _REACH) - 1, -1):
        if (
            lower[at] in _OPENERS
            and lower[at + 1] == "the"
            and lower[at + 2] in NOUNS
            and lower[at + 3].isalpha()
            and lower[at + 3] not in PREPOSITIONS
            and lower[at + 3] not in ("and", "or")
        ):
            return at + 1
    comma = next((at for at in range(end - 2, lowest, -1) if line.words[at] == ","), None)
    if (
        comma is None
        or comma + 4 >= end
        or lower[comma + 1] not in ("when", "as", "while", "where", "but", "after", "before")
    ):
        return lowest
    return lowest if lower[comma + 2].endswith(("ed", "ing")) else comma + 2
