"""Passives and denials, what a verb says that its subject did not say, and by whom it was said."""

from __future__ import annotations

from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import ADVERBS, DAYS, PARTICIPLES, NounPhrase
from digest.analysis.quotes.subjects import subject_behind, verb_group

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
TOLD = frozenset(
    [
        "told",
        "asked",
        "informed",
        "warned",
        "reminded",
        "assured",
        "advised",
        "urged",
        "ordered",
        "instructed",
        "pressed",
    ]
)
"""What is done to somebody who hears."""
_CONTESTS = frozenset(["deny", "denies", "denied", "denying"])
_DENIES = _CONTESTS | {"not", "never"}
_LEADS = frozenset(["as", "a", "an", "the"])
"""What stands between a verb and what it calls somebody."""
_ACCUSED = 8
"""Words before "of saying" in which somebody is accused."""


def is_passive(line: Line, verb: int) -> bool:
    """Whether a verb tells what is said to its subject, or of it: "Ada Quill was asked", "is called"."""
    word = line.lower[verb]
    if word in PARTICIPLES or word == "worried" or not (word.endswith("ed") or word == "told"):
        return False
    before = verb - 1
    while before >= 0 and (line.lower[before] in ADVERBS or line.lower[before].endswith("ly")):
        before -= 1
    return before >= 0 and line.lower[before] in _BE


def is_told(line: Line, verb: int) -> bool:
    """Whether a verb says what its subject hears, and not what it says: "Hundreds were told to leave"."""
    return line.lower[verb] in TOLD and is_passive(line, verb)


def is_denied(line: Line, verb: int, subject: NounPhrase) -> bool:
    """Whether a verb says what its subject did not say: "never said", "neither Quill nor Lind said", "denied saying".

    Nor is it said of whom is only accused of it.
    """
    lower = line.lower
    if not {"neither", "nor"}.isdisjoint(lower[max(0, subject.first - 1) : subject.end]):
        return True
    group = verb_group(line, verb, min(subject.end, verb))
    if lower[group - 1] == "of" and any(word.startswith("accus") for word in lower[max(0, group - _ACCUSED) : group]):
        return True
    return any(word in _DENIES or word.endswith(("n’t", "n't")) for word in lower[max(0, group - 1) : verb])


def is_contested(line: Line, subject: NounPhrase) -> bool:
    """Whether what a subject is told to have said is denied: "Ada Quill denied that Jonas Lind had said"."""
    before = subject.first - 1
    if before > 0 and line.lower[before] == "that":
        before -= 1
    return before >= 0 and line.lower[before] in _CONTESTS


def contests(line: Line, verb: int) -> bool:
    """Whether a verb denies a clause, whose words in marks are somebody else's: "denied that the gate was “late”"."""
    return line.lower[verb] in _CONTESTS and line.lower[verb + 1 : verb + 2] == ["that"]


def agent_of(line: Line, verb: int, end: int) -> NounPhrase | None:
    """By whom, behind a verb in the passive."""
    by = next((at for at in range(verb + 1, end) if line.lower[at] == "by"), None)
    if by is None or line.words[end - 1][0].isupper():  # 'challenged by Jonas “Bell” Lind'
        return None
    return subject_behind(line, by + 1, next((at for at in range(by + 1, end) if line.lower[at] in ("as", "for")), end))


def agent_behind(line: Line, verb: int, quotation: int) -> NounPhrase | None:
    """By whom, right behind a quotation that a verb in the passive leads to: "was called a “late gate” by Ada Quill"."""
    by, words = quotation + 1, line.words
    if words[by : by + 1] != ["by"] or by + 1 >= len(words) or words[by + 1] in DAYS:
        return None
    if not _LEADS.issuperset(line.lower[verb + 1 : quotation]):
        return None
    return subject_behind(line, by + 1, len(words))
