"""Selection, from scored sentences to the few that together say what happened."""

from __future__ import annotations

from collections.abc import Sequence

_SAME_FACT = 0.5
"""Share of the shorter sentence's content words at which two sentences say the same."""
_OVERLAP_COST = 0.6
"""What a sentence loses of its score's range for each share of its words already said."""


def how_many(sentences: int, *, at_most: int) -> int:
    """How many points a story of so many sentences is worth: one for a flash, more for a report."""
    if sentences <= 3:
        return min(1, sentences, at_most)
    if sentences <= 8:
        return min(2, at_most)
    return min(3 if sentences <= 16 else 4 if sentences <= 30 else 5, at_most)


def select_points(
    scores: Sequence[float], words: Sequence[Sequence[str]], eligible: Sequence[int], *, count: int
) -> tuple[int, ...]:
    """The numbers of up to `count` of the `eligible` sentences: the best first, then in reading order.

    Greedy, as in maximal marginal relevance (Carbonell & Goldstein 1998): each further point is
    the one whose score less what was said already is highest; a repetition is never taken.
    """
    if not eligible or count < 1:
        return ()
    spread = max(scores[i] for i in eligible) - min(scores[i] for i in eligible)
    sets = {number: frozenset(words[number]) for number in eligible}
    # A candidate far down the ranking cannot win: a fixed pool keeps the cost linear in the story.
    pool = sorted(eligible, key=lambda number: (-scores[number], number))[: 8 * count]
    chosen: list[int] = []
    said: set[str] = set()
    while pool and len(chosen) < count:
        best = max(pool, key=lambda number: (scores[number] - _OVERLAP_COST * spread * _share(sets[number], said), -number))
        pool.remove(best)
        if any(_same_fact(sets[best], sets[other]) for other in chosen):
            continue
        chosen.append(best)
        said |= sets[best]
    return (chosen[0], *sorted(chosen[1:]))


def _share(words: frozenset[str], said: set[str]) -> float:
    return len(words & said) / len(words) if words else 0.0


def _same_fact(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _SAME_FACT * max(1, min(len(one), len(other)))
