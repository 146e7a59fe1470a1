"""Selection, from scored sentences to the few that together say what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SAME_FACT = 0.5
"""Share of the shorter sentence's content words at which two sentences say the same."""
_OVERLAP_COST = 0.6
"""What a sentence loses of its score's range for each share of its words already said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a set of key points may take."""

    points: int = 5
    words: int = 130
    """Words of all points together; the first point may pass it alone."""

    def count_for(self, sentences: int) -> int:
        """How many points a story of so many sentences is worth: one for a flash, more for a report."""
        worth = (
            1
            if sentences <= 3
            else 2
            if sentences <= 8
            else 3
            if sentences <= 14
            else 4
            if sentences <= 24
            else 5 + max(0, sentences - 36) // 12
        )
        return min(worth, sentences, self.points)


def select_points(
    scores: Sequence[float],
    words: Sequence[Sequence[str]],
    lengths: Sequence[int],
    eligible: Sequence[int],
    *,
    budget: Budget,
) -> tuple[int, ...]:
    """The numbers of the `eligible` sentences to show: the best first, then in reading order.

    Greedy, as in maximal marginal relevance (Carbonell & Goldstein 1998): each further point is
    the one whose score less what was said already is highest; a repetition is never taken, and
    a point that the budget of words has no room for is the end of it.

    Args:
        scores: a score for each sentence of the story.
        words: the content words of each.
        lengths: the words as printed of each.
        eligible: the numbers of the sentences to choose from.
        budget: how much may be chosen.
    """
    count = budget.count_for(len(scores))
    if not eligible or count < 1:
        return ()
    spread = max(scores[i] for i in eligible) - min(scores[i] for i in eligible)
    sets = {number: frozenset(words[number]) for number in eligible}
    # A candidate far down the ranking cannot win: a fixed pool keeps the cost linear in the story.
    pool = sorted(eligible, key=lambda number: (-scores[number], number))[: 8 * count]
    chosen: list[int] = []
    said: set[str] = set()
    left = budget.words
    while pool and len(chosen) < count:
        best = max(
            pool, key=lambda number: (scores[number] - _OVERLAP_COST * spread * _share(sets[number], said), -number)
        )
        pool.remove(best)
        if any(_same_fact(sets[best], sets[other]) for other in chosen):
            continue
        if chosen and lengths[best] > left:
            break
        left -= lengths[best]
        chosen.append(best)
        said |= sets[best]
    return (chosen[0], *sorted(chosen[1:]))


def _share(words: frozenset[str], said: set[str]) -> float:
    return len(words & said) / len(words) if words else 0.0


def _same_fact(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _SAME_FACT * max(1, min(len(one), len(other)))
