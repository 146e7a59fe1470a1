"""Describing, a sentence in as few characters as a list or a search engine shows."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon
from digest.text.reporting import SAYS

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
_ASIDE = re.compile(r"\s\([^()]*\)")
_SHORTEST_STUB = 4
"""Words of a description's last part; one of fewer goes ("…, in a deal")."""
_SAYS = re.compile(SAYS)
_CLOSED_BY = {"“": "”", "[": "]", "(": ")"}


def describe(takeaway: str, longest: int = LONGEST_DESCRIPTION) -> str:
    """The takeaway in at most `longest` characters: whole, without its brackets, or cut with an ellipsis where a part of it ends.

    It is the last such place that does not stand inside a quotation or brackets, or the end of a phrase where that leaves
    much more; where neither leaves enough, what is left ends in a word that another one need not follow. Of a last part
    of few words nothing is left.
    """
    if len(takeaway) <= longest:
        return takeaway
    takeaway = _ASIDE.sub("", takeaway)
    if len(takeaway) <= longest:
        return takeaway
    room = takeaway[: longest - 1]
    cut = _before(_PART, room)
    if len(cut) < _SHORT * longest:
        cut = max(cut, _before(_PHRASE, room), key=len)
    if len(cut) < _SHORTER * longest:
        cut = room.rsplit(" ", 1)[0]
    cut = _without_stub(_ended(cut), longest)
    return f"{cut}…"


def _before(pattern: re.Pattern[str], room: str) -> str:
    """What stands before the last place of a kind; empty where there is none."""
    parts = (room[: found.start()] for found in reversed(list(pattern.finditer(room, _SHORTEST_CLAUSE))))
    return next(
        (part for part in parts if _is_closed(part) and part.rpartition(" ")[2] not in _WORDS["auxiliaries"]), ""
    )


def _ended(cut: str) -> str:
    """Some words without the last of them that another has to follow, and without the mark that is then the last."""
    while (bare := cut.rstrip(" ,;:–—-")) != cut or bare.rpartition(" ")[2] in _WORDS["dangling"]:
        cut = bare.rpartition(" ")[0] if bare == cut else bare
    return cut


def _without_stub(cut: str, longest: int) -> str:
    """Some words without their last part, where that is of few words, no predicate, and does not say who said so."""
    part, _, stub = cut.rpartition(", ")
    words = stub.split()
    if len(part) < longest / 2 or len(words) >= _SHORTEST_STUB or not _is_closed(part):
        return cut
    if words[0] in _WORDS["auxiliaries"] or _SAYS.fullmatch(words[-1]):
        return cut
    return _ended(part)


def _is_closed(part: str) -> bool:
    """Whether no quotation and no bracket is open at the end of some words."""
    return part.count('"') % 2 == 0 and all(part.count(mark) == part.count(end) for mark, end in _CLOSED_BY.items())
