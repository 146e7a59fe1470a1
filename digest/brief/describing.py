"""Describing, a sentence in as few characters as a list or a search engine shows."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon

LONGEST_DESCRIPTION = 160
"""Characters."""
_SHORTEST_CLAUSE = 80
"""Characters that a description keeps at least when it is cut where a part of the sentence ends."""
_SHORT, _SHORTER = 0.7, 0.6
"""Of the longest description; what is shorter tells less than one that is cut at the end of a phrase, or of a word."""
_WORDS = lexicon("descriptions")
_PART, _PHRASE = (
    re.compile(rf"(?<!\d), |, (?!\d)|; | [–—-]{{1,2}} | (?=(?:{'|'.join(sorted(_WORDS['parts']))})\s)"),
    re.compile(rf" (?=(?:{'|'.join(sorted(_WORDS['phrases']))})\s)"),
)
_CLOSED_BY = {"“": "”", "[": "]", "(": ")"}


def describe(takeaway: str, longest: int = LONGEST_DESCRIPTION) -> str:
    """The takeaway in at most `longest` characters: whole, or cut with an ellipsis where a part of the sentence ends.

    It is the last such place that does not stand inside a quotation or brackets, or the end of a phrase where that leaves
    much more; where neither leaves enough, what is left ends in a word that another one need not follow.
    """
    if len(takeaway) <= longest:
        return takeaway
    room = takeaway[: longest - 1]
    cut = _before(_PART, room)
    if len(cut) < _SHORT * longest:
        cut = max(cut, _before(_PHRASE, room), key=len)
    if len(cut) < _SHORTER * longest:
        cut = room.rsplit(" ", 1)[0]
    while cut.rpartition(" ")[2] in _WORDS["dangling"]:
        cut = cut.rpartition(" ")[0]
    return f"{cut.rstrip(' ,;:–—-')}…"


def _before(pattern: re.Pattern[str], room: str) -> str:
    """What stands before the last place of a kind; empty where there is none."""
    parts = (room[: found.start()] for found in reversed(list(pattern.finditer(room, _SHORTEST_CLAUSE))))
    return next(filter(_is_closed, parts), "")


def _is_closed(part: str) -> bool:
    """Whether no quotation and no bracket is open at the end of some words."""
    return part.count('"') % 2 == 0 and all(part.count(mark) == part.count(end) for mark, end in _CLOSED_BY.items())
