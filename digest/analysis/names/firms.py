"""Firms, what stands beside a name that is no person's: shares in it, a partner at it, a score, ", which"."""

from __future__ import annotations

import re

from digest.analysis.names.gazetteer import SMALL_WORDS
from digest.text.lexicons import lexicon

_BESIDE = lexicon("evidence_words")
TRADES = _BESIDE["firms_or_persons"]
"""Trades that firms have as persons have."""
INTRODUCED = TRADES | {"owner"}
"""What a firm too is that is set behind it: "the owner, Aranya Skyline,"."""
_BEFORE = {
    "with": _BESIDE["work"],
    "at": _BESIDE["work"] | _BESIDE["work_at"],
    "in": _BESIDE["held"],
    "of": _BESIDE["of_firms"],
    "house": _BESIDE["firms_houses"],
}
_BEFORE = {word: expected | {one.capitalize() for one in expected} for word, expected in _BEFORE.items()}
"""What stands in front of each word before a firm's name, where it opens a title or a sentence too."""
_FIRMS, _DONE = _BESIDE["firms_in_plural"], _BESIDE["done_by_firms"]
_MADE = frozenset(
    [
        "advised",
        "audited",
        "built",
        "developed",
        "distributed",
        "made",
        "insured",
        "manufactured",
        "marketed",
        "operated",
        "supplied",
    ]
)
"""What is done by firms alone."""
_MANY = re.compile(rf"\b(?:{'|'.join(sorted(_FIRMS))}), \Z")
"""Whom a name in the singular tells of, which is then a firm's: "her lawyers, Quill Lind, said"."""
_OF_MANY = frozenset(["said", "say", "declined", "did", "confirmed", "told", "have", "had", "are", "were"])
_BEHIND_MANY = re.compile(rf", (?:{'|'.join(sorted(_OF_MANY))})\b")
_ITS = re.compile(r"(?: (?:said|says|announced))? (?:and )?its\b")
_THE = re.compile(r"\b[Tt]he (?:[a-z]{3,12} )?\Z")
_SAID_IT = re.compile(
    r" said (?:(?:in|on) [A-Z][a-z]+ )?(?:that )?it (?:had|has|plan(?:s|ned)|will|would(?! (?:be|take)\b))\b"
)
_WHERE_AT_WORK = re.compile(
    r", where (?:she|he) (?:works?|worked|served|trained|(?:was|is) (?:a|an|the|its|head|chief|senior|[A-Z]\w+)) "
)
_NATIVES = _BESIDE["natives"]
"""Those of whom the town is told that they are from, and no employer."""
_ANALYST_AT = re.compile(r"\b(?:[Aa]nalyst|[Ee]conomist|[Ss]trategist) (?:[A-Z][\w’'-]+ ){2,3}at \Z")
_FOUNDERS = frozenset(["founder", "founders", "co-founder", "co-founders", "cofounder"])
_BEFORE_ITS = frozenset(["its", "said", "says", "announced", "and"])
_OWNER = re.compile(
    rf"['’]s? (?:[a-z]+ )?(?:chief executive|managing director|{'|'.join(sorted(_BESIDE['owned_by_firms']))})\b"
)
_SCORE = r"\d{1,3}[-–]\d{1,3}"
_SCORE_BEHIND = re.compile(rf" {_SCORE} [A-Z]")
_SCORE_BEFORE = re.compile(rf"\b[A-Z][a-z]+ {_SCORE} \Z")
_PLAYS = re.compile(
    rf" (?:beat|drew|edged|led|lost|thrashed|trailed|won)(?: (?:[A-Z][\w.’'-]+ ){{1,3}}?| )(?:by )?{_SCORE}(?!\d|,? {_SCORE})"
)
"""What a side does, with one score, where somebody who plays alone has one for each set or frame."""
_BEATS = re.compile(r"\b(?:beat|beating|beats|edged|thrashed) \Z")
_ONE_SCORE = re.compile(rf" {_SCORE}(?!\d|,? {_SCORE})")
_CLUBS_DO = frozenset(
    ["beat", "drew", "edged", "hammered", "knocked", "overcame", "sacked", "signed", "stunned", "thrashed"]
)
"""What of those that are called as towns only clubs do."""
_DONE_TO_CLUBS = frozenset(["beat", "beating", "hosted", "relegated"])
_PLAYING = frozenset(["beat", "drew", "edged", "led", "lost", "thrashed", "trailed", "won"])
_WHO_ARE = re.compile(r", who (?:are|were|have|had|play|host|face|visit)\b")
_AGE_BEFORE = re.compile(r",? (?:aged )?\d{1,2}, (?:of|from) \Z")


def firm_before(word: str, before: str) -> str | None:
    """What the two words in front of a mention say: "shares in", "a partner at", "the developer".

    Args:
        word: the one right in front of it.
        before: the one in front of that.
    """
    if word in TRADES:
        return "firm or somebody"
    if word.endswith(("-listed", "-traded", "-headquartered")):
        return "firm"
    if word in _CLUBS_DO or word in _DONE_TO_CLUBS:
        return "club"
    if word.endswith("-based"):
        return "based"
    if word == "by":
        return "made by" if before in _MADE else "firm or somebody" if before in _DONE else None
    if word == "from":
        return "lives there" if before in _NATIVES else None
    expected = _BEFORE.get(word)
    if expected is None:
        return None
    if before in expected:
        return "firm"
    of_somebody = word == "of" and before[:1].isupper() and before.isalpha() and before.lower() not in SMALL_WORDS
    return "somebody of" if of_somebody else None


def firm_around(text: str, start: int, end: int, word: str) -> str | None:
    """What the marks and words around a mention say.

    Args:
        text: the story's.
        start: where the mention begins.
        end: where it ends.
        word: the one behind it in small letters; empty where none follows.
    """
    following = text[end : end + 1]
    if start > 4 and text.startswith(" at ", start - 4) and _ANALYST_AT.search(text, max(0, start - 50), start):
        return "firm"
    if following == " ":
        if word:
            if word in ("party", "movement") and _THE.search(text, max(0, start - 24), start):
                return "party of this name"
            if word in _FOUNDERS:
                return "firm"
            if word in _PLAYING and _PLAYS.match(text, end, end + 60):
                return "plays"
            if word in _CLUBS_DO:
                return "club"
            if word == "said" and _SAID_IT.match(text, end, end + 44):
                return "said it"
            if word in _BEFORE_ITS and _ITS.match(text, end, end + 24):
                return "its"
            if word in _OF_MANY and start > 1 and text.startswith("s ", start - 2):
                return "firm" if text[max(0, start - 24) : start - 1].rpartition(" ")[2] in _FIRMS else None
        elif text[end + 1 : end + 2].isdigit():
            if _ONE_SCORE.match(text, end) and _BEATS.search(text, max(0, start - 12), start):
                return "plays"
            return "score" if _SCORE_BEHIND.match(text, end) else None
    elif following == ",":
        if text.startswith(" wh", end + 1):
            if text.startswith("o ", end + 4):
                return "who are" if _WHO_ARE.match(text, end) else None
            if text.startswith("ich ", end + 4) and not text.startswith("means", end + 8):
                return "which"
            return "firm" if _WHERE_AT_WORK.match(text, end, end + 30) else None
        if start > 3 and text.startswith((" of ", "rom "), start - 4):
            return "lives there" if _AGE_BEFORE.search(text, max(0, start - 18), start) else None
        if start > 1 and text.startswith(", ", start - 2) and _BEHIND_MANY.match(text, end):
            return "firm" if _MANY.search(text, max(0, start - 20), start) else None
    elif following in "'’":
        return "firm" if word and _OWNER.match(text, end, end + 40) else None
    if start > 4 and text[start - 2].isdigit() and _SCORE_BEFORE.search(text, max(0, start - 30), start):
        return "score"
    return None
