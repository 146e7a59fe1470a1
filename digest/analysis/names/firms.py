"""Firms, what stands beside a name that is no person's: shares in it, a partner at it, a score, ", which"."""

from __future__ import annotations

import re

from digest.analysis.names.gazetteer import SMALL_WORDS
from digest.text.lexicons import lexicon

_BESIDE = lexicon("evidence_words")
_TRADES = _BESIDE["firms_or_persons"]
_BEFORE = {
    "with": _BESIDE["work"],
    "at": _BESIDE["work"] | _BESIDE["work_at"],
    "in": _BESIDE["held"],
    "of": _BESIDE["of_firms"],
}
"""What stands in front of each small word before a firm's name."""
_HOUSES, _FIRMS = _BESIDE["firms_houses"], _BESIDE["firms_in_plural"]
_MANY = re.compile(rf"\b(?:{'|'.join(sorted(_FIRMS))}), \Z")
"""Whom a name in the singular tells of, which is then a firm's: "her lawyers, Quill Lind, said"."""
_BEHIND_MANY = re.compile(r",? (?:said|say|declined|did|confirmed|told|have|had|are|were)\b")
_ITS = re.compile(r"(?: (?:said|says|announced))? (?:and )?its\b")
_WHERE_AT_WORK = re.compile(
    r", where (?:she|he) (?:works?|worked|served|trained|(?:was|is) (?:a|an|the|its|head|chief|senior|[A-Z]\w+)) "
)
_FOUNDED = re.compile(r" (?:co-?)?founders?\b")
_OWNER = re.compile(rf"['’]s? (?:[a-z]+ )?(?:{'|'.join(sorted(_BESIDE['owned_by_firms']))})\b")
_SCORE = r"\d{1,3}[-–]\d{1,3}"
_SCORE_BEHIND = re.compile(rf" {_SCORE} [A-Z]")
_SCORE_BEFORE = re.compile(rf"\b[A-Z][a-z]+ {_SCORE} \Z")
_AGE_BEFORE = re.compile(r",? (?:aged )?\d{1,2}, (?:of|from) \Z")


def firm_before(word: str, before: str) -> str | None:
    """What the two words in front of a mention say: "shares in", "a partner at", "the developer".

    Args:
        word: the one right in front of it.
        before: the one in front of that.
    """
    if word in _TRADES:
        return "firm or somebody"
    if word == "house" and before.lower() in _HOUSES:
        return "firm"
    if word == "of" and before[:1].isupper() and before.isalpha() and before.lower() not in SMALL_WORDS:
        return "somebody of"
    return "firm" if before.lower() in _BEFORE.get(word, ()) else None


def firm_around(text: str, start: int, end: int) -> str | None:
    """What the marks and words around a mention say."""
    following = text[end : end + 1]
    if following == ",":
        if text.startswith(", which ", end) and not text.startswith("means", end + 8):
            return "which"
        if _WHERE_AT_WORK.match(text, end, end + 30):
            return "firm"
        if text[max(0, start - 1) : start] == " " and _AGE_BEFORE.search(text, max(0, start - 18), start):
            return "lives there"
        if text[max(0, start - 2) : start] == ", " and _BEHIND_MANY.match(text, end):
            return "firm" if _MANY.search(text, max(0, start - 20), start) else None
    elif following in "'’":
        return "firm" if _OWNER.match(text, end, end + 40) else None
    elif following == " ":
        if text[end + 1 : end + 2].isdigit():
            return "score" if _SCORE_BEHIND.match(text, end) else None
        if _FOUNDED.match(text, end, end + 14):
            return "firm"
        if _ITS.match(text, end, end + 40):
            return "its"
        if text[max(0, start - 2) : start] == "s " and _BEHIND_MANY.match(text, end):
            return "firm" if text[max(0, start - 24) : start - 1].rpartition(" ")[2] in _FIRMS else None
    if start > 4 and text[start - 2].isdigit() and _SCORE_BEFORE.search(text, max(0, start - 30), start):
        return "score"
    return None
