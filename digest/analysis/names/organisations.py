"""Organisations, one entry each: full name and abbreviation joined."""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.analysis.names.groups import Group

_BRACKETED = re.compile(r",?\s\((?:the\s)?[“\"]?([A-Z][A-Za-z&.-]{1,9})[”\"]?(?:\)|,|;|\sor\s)")
_SMALL_WORDS = frozenset(["of", "for", "and", "the", "on", "in", "de", "du", "la"])


def abbreviations(text: str, groups: Mapping[str, Group]) -> dict[str, str]:
    """Abbreviations of a story with the full names that they stand for: "Harbour Safety Board (HSB)"."""
    found: dict[str, str] = {}
    for group in groups.values():
        if len(group.words) < 2:
            continue
        for span in group.mentions:
            if text[span.end : span.end + 2] != " (":
                continue
            bracketed = _BRACKETED.match(text, span.end)
            if bracketed and bracketed[1] != group.name and _stands_for(bracketed[1], group.words):
                found.setdefault(bracketed[1], group.name)
    return found


def _stands_for(short: str, words: tuple[str, ...]) -> bool:
    """Whether the letters of an abbreviation stand in a name's initials in their order."""
    letters = [letter for letter in short.upper() if letter.isalpha()]
    initials = [part[0].upper() for word in words for part in word.split("-") if part and word not in _SMALL_WORDS]
    if letters[0] not in initials:
        return False
    at = initials.index(letters[0])
    hits = 0
    for letter in letters:
        if letter in initials[at:]:
            at, hits = initials.index(letter, at) + 1, hits + 1
    return hits >= max(2, len(letters) - 1)
