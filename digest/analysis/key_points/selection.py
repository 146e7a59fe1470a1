"""Selection, from sentences with their worth to the few that together make the best summary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from digest.settings import Budget

_SUMMARY = 0.36
"""Words that an editor's summary has for each word of the budget."""
_FIRST = 25
"""Words of the opening of such a summary, which the main fact is held against."""
_REPEATED = 1.7
"""How much worth is lost with a word said again, for its salience."""
_FURTHER = 1.15
"""How much worth a point has to bring beyond the ones that are free: what is expected of a set is too much, the more it holds."""
_FREE = 2
"""Points that a set may have before one is further, or as many as the budget wants at least."""
_POOL = 12
"""Sentences that are looked at, the best by themselves; the others cannot come in."""
_KEPT = 8
"""Sets of each size that are gone on with, the best."""
_SAME_FACT = 0.5
"""Share of the shorter sentence's content words at which two sentences say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Set:
    numbers: tuple[int, ...]
    """Ascending."""
    worth: float
    length: int
    value: float
    """What it would score."""

    @property
    def rank(self) -> tuple[float, tuple[int, ...]]:
        return (-self.value, self.numbers)


def select_points(
    worths: Mapping[int, float],
    words: Sequence[Collection[str]],
    lengths: Sequence[int],
    *,
    salience: Mapping[str, float],
    budget: Budget,
    stands: Callable[[int], bool],
) -> tuple[int, ...]:
    """The numbers of the sentences to show: the main fact first, then in reading order.

    A set is worth what it would score: the share of its words that a summary of the right length would have
    too, and of the summary's words that it has (the F1 of ROUGE, Lin 2004, as expected). A word said
    again counts against it by its salience. The best sets of each size are made of the best that are smaller by one
    (a beam search); the best of all that have as many points as the budget wants at least is chosen.

    Args:
        worths: for each sentence to choose from, by its number, the share of its words that a summary
            would have too.
        words: the content words of each sentence of the story.
        lengths: the words as printed of each.
        salience: how likely each content word is to stand in a summary.
        budget: how much may be chosen.
        stands: whether the sentence of this number can stand by itself; asked only of those that would be
            chosen, since it takes long to tell. Where none can, one is chosen all the same.
    """
    count = budget.count_for(len(words))
    if not worths or count < 1:
        return ()
    ideal = max(1.0, _SUMMARY * budget.words)
    held = {number: max(worth, 0.0) * lengths[number] for number, worth in worths.items()}
    pool = sorted(worths, key=lambda number: (-held[number] / (lengths[number] + ideal), number))[:_POOL]
    repeated = _repetitions({number: frozenset(words[number]) for number in pool}, salience)

    def main_of(numbers: Collection[int]) -> int:
        return min(numbers, key=lambda number: (-held[number] / (lengths[number] + _FIRST), number))

    best = main_of(pool)
    sound: set[int] = set()
    while pool:
        chosen = _best_set(pool, held, lengths, repeated, count=count, ideal=ideal, budget=budget)
        dangling = {number for number in chosen if number not in sound and not stands(number)}
        if not dangling:
            main = main_of(chosen)
            return (main, *[number for number in chosen if number != main])
        sound.update(number for number in chosen if number not in dangling)
        pool = [number for number in pool if number not in dangling]
    return (best,)


def _best_set(
    pool: Sequence[int],
    held: Mapping[int, float],
    lengths: Sequence[int],
    repeated: Mapping[tuple[int, int], float | None],
    *,
    count: int,
    ideal: float,
    budget: Budget,
) -> tuple[int, ...]:
    """The numbers of the set that would score best, ascending."""
    least, free = min(budget.least, count), max(budget.least, _FREE)
    sets = sorted(
        (
            _Set(numbers=(it,), worth=held[it], length=lengths[it], value=held[it] / (lengths[it] + ideal))
            for it in pool
        ),
        key=lambda one: one.rank,
    )
    best = sets[0]
    for size in range(2, count + 1):
        larger: dict[tuple[int, ...], _Set] = {}
        for one in sets[:_KEPT]:
            for number in pool:
                length = one.length + lengths[number]
                if length > budget.words or number in one.numbers:
                    continue
                numbers = tuple(sorted((*one.numbers, number)))
                if numbers in larger:
                    continue
                gain = held[number] - (_FURTHER if size > free else 0.0)
                for other in one.numbers:
                    again = repeated[min(number, other), max(number, other)]
                    if again is None:
                        break
                    gain -= again
                else:
                    if gain > 0:
                        worth = one.worth + gain
                        larger[numbers] = _Set(
                            numbers=numbers, worth=worth, length=length, value=worth / (length + ideal)
                        )
        if not larger:
            break
        sets = sorted(larger.values(), key=lambda one: one.rank)
        if size <= least or sets[0].value > best.value:
            best = sets[0]
    return best.numbers


def _repetitions(
    words: Mapping[int, frozenset[str]], salience: Mapping[str, float]
) -> dict[tuple[int, int], float | None]:
    """What is lost where both sentences of a pair are said; None where they say the same."""
    return {
        (one, other): None
        if len(again := words[one] & words[other]) > _SAME_FACT * max(1, min(len(words[one]), len(words[other])))
        else _REPEATED * fsum(map(salience.__getitem__, again))
        for one in words
        for other in words
        if one < other
    }
