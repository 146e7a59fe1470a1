"""Capitals, names that a page prints in them, as they are written elsewhere."""

from __future__ import annotations

import re

_SMALL = frozenset(["OF", "FOR", "AND", "THE", "DE", "LA", "DU"])
"""Words that are written small inside a name."""
_INITIALS = re.compile(
    r"(?:[A-Z]\.){1,4}|[A-Z]J|(?!DR|JR|MR|MS|NG|SR|ST)[B-DF-HJ-NP-TV-XZ]{2}|II|III|IV|VIII?|CEO|CFO|COO"
)
"""What is written in capitals everywhere: "D.C.", "JD", and no syllable such as "LI"."""
_PART = re.compile(r"(?<=[-/])|(?<=\b[A-Z]['’])")
"""Between parts of which each has a capital: "Senn-Lind", "O’Neill"; but "John’s"."""
_SCOTTISH = re.compile(r"(?P<son>M[Cc]|Mac)(?P<father>[A-Z]{3,})")
_LONGEST_ACRONYM = 3


def as_written(printed: str) -> str:
    """A name of anything, where all of it is in capitals: `PORT OF SENN` as `Port of Senn`; but "USA", "NASA press office"."""
    return as_name(printed) if len(printed) > _LONGEST_ACRONYM and printed.isupper() else printed


def as_name(printed: str) -> str:
    """A person's name or office, of which some words may be in capitals: `Ms. O'NEILL` as `Ms. O'Neill`."""
    first, *others = printed.split() or [""]
    return " ".join((_as_word(first), *(it.lower() if it in _SMALL else _as_word(it) for it in others)))


def _as_word(word: str) -> str:
    if found := _SCOTTISH.fullmatch(word):
        return found["son"].capitalize() + found["father"].capitalize()
    if not word.isupper() or _INITIALS.fullmatch(word):
        return word
    return "".join(part.capitalize() for part in _PART.split(word))
