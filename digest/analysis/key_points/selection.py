"""Selection, from sentences with their worth to the few that together make the best summary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from digest.settings import Budget

_SUMMARY = 0.36
"""Words that an editor's summary has for each word of the budget."""
_FIRST = 25
"""Words of the opening of such a summary, which the main fact is held against."""
_REPEATED = 1.5
"""How much worth is lost with a word said again, for its salience."""
_POOL = 14
"""Sentences that are looked at, the best by themselves; the others cannot come in."""
_SAME_FACT = 0.5
"""Share of the shorter sentence's content words at which two sentences say the same."""


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
    again counts against it by its salience. Points are added one by one, the best each time: those that the
    budget wants at least, by what they add, then others as long as they make the set better.

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
    sets = {number: frozenset(words[number]) for number in pool}
    pool.sort(key=lambda number: (-held[number] / (lengths[number] + _FIRST), number))
    chosen = [next((number for number in pool if stands(number)), pool[0])]
    del pool[: pool.index(chosen[0]) + 1]
    said = set(sets[chosen[0]])
    gained, taken = held[chosen[0]], lengths[chosen[0]]
    while pool and len(chosen) < count:
        enough = len(chosen) >= min(budget.least, count)
        best, best_value, best_gain = None, gained / (taken + ideal) if enough else 0.0, 0.0
        for number in pool:
            if taken + lengths[number] > budget.words:
                continue
            if any(_same_fact(sets[number], sets[other]) for other in chosen):
                continue
            gain = held[number] - _REPEATED * sum([salience[word] for word in sets[number] & said])
            value = (gained + gain) / (taken + lengths[number] + ideal) if enough else gain / (lengths[number] + ideal)
            if value > best_value:
                best, best_value, best_gain = number, value, gain
        if best is None:
            break
        pool.remove(best)
        if not stands(best):
            continue
        chosen.append(best)
        said |= sets[best]
        gained, taken = gained + best_gain, taken + lengths[best]
    return (chosen[0], *sorted(chosen[1:]))


def _same_fact(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _SAME_FACT * max(1, min(len(one), len(other)))
