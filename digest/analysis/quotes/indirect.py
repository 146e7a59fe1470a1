"""Indirect quotes, what somebody is said to have said or thought, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from digest.analysis.quotes.clause_features import sorts_of
from digest.analysis.quotes.leading import subject_of
from digest.analysis.quotes.lines import QUOTATION, Line
from digest.analysis.quotes.model import Model
from digest.analysis.quotes.noun_phrases import FINITE, PRONOUNS, NounPhrase
from digest.analysis.quotes.passives import is_told
from digest.analysis.quotes.reported import Clause, find_clauses
from digest.analysis.quotes.subjects import subject_behind
from digest.analysis.quotes.voices import is_time

_TELLS = frozenset(["tell", "tells", "told", "telling", "assured", "reminded", "informed"])
_LISTENER = 4
"""Words behind a verb of telling that are only who is told: "told the council"."""
_SAYS = frozenset(["say", "says", "said"])
_SAID = 0.6
"""How much likelier what is said counts than what is hoped, wanted or shown within it."""
_WHEN = 2
"""Words that may be no more than when something is said: "said Friday", "said this month"."""
_LONGEST = 300
"""Words of a sentence; in a longer one nothing can be told."""


class Reported(NamedTuple):
    """A reported clause in a line, with the words that say whose it is."""

    clause: Clause
    cue: str
    speaker: NounPhrase | None


def find_reported(line: Line, model: Model) -> Iterator[Reported]:
    """The clauses of a line that are reported without quotation marks, in their order.

    Of two that overlap, the likelier one; one with a quotation in it is left to its marks.
    """
    if len(line.words) > _LONGEST:
        return
    scored: list[tuple[float, Clause]] = []
    sorts = sorts_of(line)
    for open_clause in find_clauses(line, model.cues):
        clause, score = model.score_of(line, sorts, open_clause)
        if score < model.least and clause.place != "inverted":
            continue
        if clause.end <= clause.first or QUOTATION in line.words[clause.first : clause.end]:
            continue
        if line.lower[clause.cue] in _TELLS and clause.end - clause.first < _LISTENER:
            continue
        if clause.end - clause.first <= _WHEN and is_time(line, clause.first, clause.end):
            continue
        if score >= model.least or _is_told_by_name(line, clause):
            scored.append((score, clause))
    if len(scored) == 1:
        clause = scored[0][1]
        yield Reported(clause, _cue(line, clause), _speaker(line, clause))
        return
    kept: list[Clause] = []
    for _, clause in sorted(scored, key=lambda it: (-it[0] - _SAID * (line.lower[it[1].cue] in _SAYS), it[1])):
        if all(clause.end <= other.first or other.end <= clause.first for other in kept):
            kept.append(clause)
    for clause in sorted(kept, key=lambda it: it.first):
        yield Reported(clause, _cue(line, clause), _speaker(line, clause))


def _is_told_by_name(line: Line, clause: Clause) -> bool:
    """Whether a clause with a verb is what somebody said whose name ends the line: "Nobody was hurt, said Ada Quill"."""
    if line.quoted or line.lower[clause.cue] not in _SAYS or FINITE.isdisjoint(line.words[clause.first : clause.end]):
        return False
    speaker = subject_behind(line, clause.cue + 1, len(line.words))
    return (
        speaker is not None
        and line.words[speaker.end - 1][0].isupper()
        and line.lower[speaker.first] not in PRONOUNS
        and line.words[speaker.end : speaker.end + 1] in ([], [","], ["."])
        and FINITE.isdisjoint(line.words[speaker.first : speaker.end])
    )


def _cue(line: Line, clause: Clause) -> str:
    return "according to" if line.lower[clause.cue] == "according" else line.lower[clause.cue]


def _speaker(line: Line, clause: Clause) -> NounPhrase | None:
    if line.lower[clause.cue] == "according":
        return subject_behind(line, clause.cue + 2, len(line.words))
    if clause.place == "inverted":
        return subject_behind(line, clause.cue + 1, len(line.words))
    if is_told(line, clause.cue):
        return None
    return subject_of(line, clause.cue)
