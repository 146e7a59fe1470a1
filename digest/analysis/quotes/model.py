"""The trained model of reported clauses: whether words are reported, and where they end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat, zip_longest
from math import fsum
from typing import Any

from digest.analysis.quotes.clause_features import describe_break, describe_ending, describe_opening
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.reported import Clause, find_breaks
from digest.text.data import read_data

_MOST_OF_AN_END = 1.0
"""What an end may add to a clause's score, all but never more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights of features by their names, as two logistic regressions; a feature without a weight counts nothing."""

    cues: frozenset[str]
    """The words that may report a clause, in small letters."""
    printed_cues: frozenset[str]
    """The same as they may be printed, with a capital too."""
    least: float
    """The score from which on a clause is taken for reported."""
    base: float
    clauses: Mapping[str, float]
    break_base: float
    breaks: Mapping[str, float]

    def score_of(self, line: Line, sorts: Sequence[str], clause: Clause) -> tuple[Clause, float]:
        """A clause up to where it most likely ends, and the log-odds that it is reported.

        Whatever its end, one is not reported of which the opening speaks strongly enough against it.

        Args:
            line: where it stands.
            sorts: those of the line's words.
            clause: as far as it may reach.
        """
        score = self.base + _sum_of(self.clauses, describe_opening(line, sorts, clause))
        if clause.place != "behind" or score < self.least - _MOST_OF_AN_END:
            return clause, score
        ended = self.ended(line, sorts, clause)
        return ended, score + _sum_of(self.clauses, describe_ending(line, sorts, ended))

    def ended(self, line: Line, sorts: Sequence[str], clause: Clause) -> Clause:
        """A clause that ends where, most likely, what is reported does."""
        if clause.place != "behind":
            return clause
        breaks = find_breaks(line, clause)
        for at, following in zip_longest(breaks, breaks[1:], fillvalue=clause.end):
            if self.break_base + _sum_of(self.breaks, describe_break(line, sorts, clause, at, following)) > 0:
                return clause._replace(end=at)
        return clause


def _sum_of(weights: Mapping[str, float], names: Iterable[str]) -> float:
    return fsum(map(weights.get, names, repeat(0.0)))


def parse_model(plain: Mapping[str, Any]) -> Model:
    """The model in plain values, as `dump_model` gives them."""
    return Model(
        cues=frozenset(plain["cues"]),
        printed_cues=frozenset([*plain["cues"], *(cue.capitalize() for cue in plain["cues"])]),
        least=float(plain["least"]),
        base=float(plain["clauses"]["base"]),
        clauses=plain["clauses"]["weights"],
        break_base=float(plain["breaks"]["base"]),
        breaks=plain["breaks"]["weights"],
    )


def dump_model(model: Model) -> dict[str, Any]:
    """The model in plain values."""
    return {
        "cues": sorted(model.cues),
        "least": model.least,
        "clauses": {"base": model.base, "weights": dict(sorted(model.clauses.items()))},
        "breaks": {"base": model.break_base, "weights": dict(sorted(model.breaks.items()))},
    }


@cache
def trained_model() -> Model:
    """The model of `data/reported_clauses.json`, which says how it was trained."""
    return parse_model(json.loads(read_data("reported_clauses.json")))
