"""Relayed speech, whose words somebody else passes on: "Lind quoted Ada Quill as saying"."""

from __future__ import annotations

from digest.analysis.quotes.attribution import Attribution
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import FINITE, PARTICIPLES, NounPhrase
from digest.analysis.quotes.passives import is_passive
from digest.analysis.quotes.subjects import subject_before, subject_behind
from digest.text.tokens import GENITIVE

_RELAYS = frozenset(["quoted", "quotes", "cited", "cites", "recalled", "recalls", "remembered", "remembers", "heard"])
_HEARS = frozenset(["heard", "hears", "hear", "hearing", "overheard"])
CLAIMS = frozenset(
    [
        "claim",
        "claims",
        "assertion",
        "allegation",
        "allegations",
        "argument",
        "remark",
        "suggestion",
        "statement",
        "boast",
    ]
)
_WITHIN = 5
"""Words from a claim to the quotation in it."""
_REACH = 8
"""Words behind the verb in which whoever spoke is named."""
_SAYS = PARTICIPLES | {"say", "tell"}


def relayed_by(line: Line, verb: int, end: int) -> Attribution | None:
    """Who spoke by "…,” Lind quoted Ada Quill as saying" and "…,” Lind recalled Ada Quill saying", whose first verb stands at `verb`."""
    if line.lower[verb] not in _RELAYS or is_passive(line, verb):
        return None
    says = next((at for at in range(verb + 2, min(end, verb + _REACH)) if line.lower[at] in _SAYS), None)
    if says is None:
        return None
    last = says - (line.lower[says - 1] == "as")
    speaker = subject_behind(line, verb + 1, last)
    return Attribution(line.lower[says], speaker, True) if speaker and speaker.end == last else None


def relayed_as(line: Line, says: int, lowest: int) -> NounPhrase | None:
    """Who spoke by "police quoted the driver as saying: “…”", where the participle stands at `says`."""
    if line.lower[says - 1] != "as":
        return None
    verb = next((at for at in range(says - 2, lowest, -1) if line.lower[at] in _RELAYS), None)
    return None if verb is None or is_passive(line, verb) else subject_behind(line, verb + 1, says - 1)


def claimed(line: Line, noun: int, quotation: int) -> NounPhrase | None:
    """Whose by name a claim is: "the council dismissed Ada Quill’s claim that it was “late”"."""
    owner = noun - 1
    if owner < 0 or line.lower[noun + 1] != "that":
        return None
    # "Lind’s claim that the gate is shut was “a lie”": a verb between the two may be another's.
    if quotation - noun > _WITHIN or not FINITE.isdisjoint(line.lower[noun + 2 : quotation]):
        return None
    if not line.words[owner].endswith(GENITIVE) or not line.words[owner][0].isupper():
        return None
    first = owner
    while first > 0 and line.words[first - 1][0].isupper():
        first -= 1
    return NounPhrase(first, noun)


def heard(line: Line, says: int, lowest: int) -> NounPhrase | None:
    """Who spoke by "she heard Ada Quill say: “…”", where the plain form stands at `says`."""
    if line.lower[says] not in ("say", "tell"):
        return None
    verb = next((at for at in range(says - 2, max(lowest, says - _REACH) - 1, -1) if line.lower[at] in _HEARS), None)
    if verb is None or line.lower[verb - 1] in ("not", "never") or line.lower[verb - 1].endswith(("n’t", "n't")):
        return None
    return subject_before(line, says, verb + 1)
