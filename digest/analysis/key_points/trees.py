"""Trees, what a sentence is worth by the answers of many small regression trees."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import fsum
from operator import and_, getitem
from typing import NamedTuple

LEVELS = 3
QUESTIONS = 2**LEVELS - 1
ANSWERS = 2**LEVELS
_LOWEST = bytes([0, *[(byte & -byte).bit_length() - 1 for byte in range(1, 256)]])
"""For each byte, which of its bits is the lowest that is set."""


class Tree(NamedTuple):
    """A regression tree of three levels: seven questions "at most?", and what is answered to them.

    A question has the number of a feature and a threshold. Behind the question at place n stands the one at 2n + 1,
    asked where its answer is yes, and the one at 2n + 2.
    """

    questions: tuple[tuple[int, float], ...]
    means: tuple[float, ...]
    """What the tree answers on average where each question is asked, then its eight answers, in the same order."""

    def path(self, values: Sequence[float]) -> Iterator[int]:
        """The places of the questions that are asked of a sentence, then the one of the answer."""
        place = 0
        while place < QUESTIONS:
            yield place
            feature, most = self.questions[place]
            place = 2 * place + (1 if values[feature] <= most else 2)
        yield place


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that are asked together, feature by feature (QuickScorer, Lucchese et al. 2015).

    A number stands for all answers of all trees, a byte a tree. What a sentence's value of a feature rules out of them
    is one number too, found among the thresholds of that feature; the lowest bit that all features leave is the answer.
    """

    thresholds: tuple[tuple[int, tuple[float, ...], tuple[int, ...]], ...]
    """A feature, the thresholds that are asked of it, and what is left where so many of them are passed."""
    answers: tuple[tuple[float, ...], ...]
    """The answers of each tree."""

    def sum_of(self, values: Sequence[float]) -> float:
        """What the trees answer to a sentence, added up."""
        left = (1 << ANSWERS * len(self.answers)) - 1
        for feature, thresholds, kept in self.thresholds:
            left &= kept[bisect_left(thresholds, values[feature])]
        found = left.to_bytes(len(self.answers), "little").translate(_LOWEST)
        return fsum(map(getitem, self.answers, found))


def forest_of(trees: Sequence[Tree]) -> Forest:
    """Trees made ready to be asked together."""
    everything = (1 << ANSWERS * len(trees)) - 1
    ruled_out: dict[int, dict[float, int]] = {}
    for number, tree in enumerate(trees):
        for place, (feature, most) in enumerate(tree.questions):
            by_threshold = ruled_out.setdefault(feature, {})
            by_threshold[most] = by_threshold.get(most, 0) | _IF_YES[place] << ANSWERS * number
    return Forest(
        thresholds=tuple(
            (
                feature,
                tuple(sorted(by)),
                tuple(accumulate((~by[most] for most in sorted(by)), and_, initial=everything)),
            )
            for feature, by in sorted(ruled_out.items())
        ),
        answers=tuple(tree.means[QUESTIONS:] for tree in trees),
    )


def shares_of(trees: Sequence[Tree], values: Sequence[float]) -> Mapping[int, float]:
    """What each feature adds to the trees' average answer; the features that add nothing left out.

    Each question's feature gets the change in the tree's mean that its answer brings (Saabas 2014), so
    that the sum is the trees' answer, less the average.
    """
    found: dict[int, float] = {}
    for tree in trees:
        path = list(tree.path(values))
        for place, after in pairwise(path):
            feature = tree.questions[place][0]
            if change := tree.means[after] - tree.means[place]:
                found[feature] = found.get(feature, 0.0) + change
    return found


def _answers_below(place: int) -> int:
    """The answers that stand behind a question or are the answer at this place, one bit each."""
    return (
        1 << place - QUESTIONS if place >= QUESTIONS else _answers_below(2 * place + 1) | _answers_below(2 * place + 2)
    )


_IF_YES = tuple(_answers_below(2 * place + 1) for place in range(QUESTIONS))
"""The answers that each question rules out when it is answered no."""
