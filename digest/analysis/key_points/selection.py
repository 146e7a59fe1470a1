"""Selection, from sentences with their worth to the few that together make the best summary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations
from math import fsum, inf
from typing import NamedTuple

from digest.settings import Budget

_SUMMARY = 0.36
"""Words that an editor's summary has for each word of the budget."""
_FIRST = 25
"""Words of the opening of such a summary, which the main fact is held against."""
_TOP = 3
"""Sentences of a story among which its headline's news is told."""
_UPPER = 10
"""Sentences of a story among which its main fact stands where no other has much of the headline."""
_TELLS, _AS_NEAR = 0.3, 0.8
"""How much of the headline a sentence must have to be its news, and how much beside another that would be the main fact."""
_REPEATED = 1.7
"""How much worth is lost with a word said again, for its salience."""
_ROOM = 30
"""Words of the budget for each point; where a set has more points than it has room for, each of them costs."""
_FURTHER = 1.15
"""What such a point costs of its worth: what is expected of a set is too much, the more it holds."""
_COVERED = 1.5
"""What it is worth of a point that an editor may strike out, to be the first with why the news happened, or what came of it."""
_NOTHING = frozenset[str]()
_POOL = 10
"""Sentences that are looked at, the best by themselves, or two for each point where these are more."""
_KEPT = 6
"""Sets of each size that are gone on with, the best."""
_SAME_FACT = 0.5
"""Share of the shorter sentence's content words at which two sentences say the same."""


def select_points(
    worths: Mapping[int, float],
    words: Sequence[Collection[str]],
    lengths: Sequence[int],
    *,
    salience: Mapping[str, float],
    headline: Mapping[int, float],
    budget: Budget,
    senses: Callable[[int], frozenset[str]],
    stands: Callable[[int], bool],
    news: Callable[[int], int] | None = None,
    told: bool = True,
) -> tuple[int, ...]:
    """The numbers of the sentences to show: the main fact first, then in reading order.

    A set is worth what it would score: the share of its words that a summary of the right length would have
    too, and of the summary's words that it has (the F1 of ROUGE, Lin 2004, as expected). A word said
    again counts against it by its salience. The best sets of each size are made of the best that are smaller by one
    (a beam search). Points that the budget wants at least are chosen by what each adds, those that cover a sense which no other
    has before others as good; then others as long as they make the set better.

    Args:
        worths: for each sentence to choose from, by its number, the share of its words that a summary
            would have too.
        words: the content words of each sentence of the story.
        lengths: the words as printed of each.
        salience: how likely each content word is to stand in a summary.
        headline: how much of the headline each sentence says, from 0 to 1; empty where there is none.
        budget: how much may be chosen.
        senses: what a sentence of this number says of the news, such as the reason; asked only where the budget wants
            points at least.
        stands: whether the sentence of this number can stand by itself; asked only of those that would be
            chosen, since it takes long to tell. Where none can, one is chosen all the same.
        news: how plainly each sentence tells news, where the story opens with something else; of those chosen that
            tell it most plainly one is the main fact then.
        told: whether the story is told, and from its top, and not what somebody answers in turn.
    """
    count = budget.count_for(len(words))
    if not worths or count < 1:
        return ()
    ideal = max(1.0, _SUMMARY * budget.words)
    held = {number: max(worth, 0.0) * lengths[number] for number, worth in worths.items()}
    pool = sorted(worths, key=lambda number: (-held[number] / (lengths[number] + ideal), number))[
        : max(_POOL, 2 * count)
    ]
    lost = _losses({number: frozenset(words[number]) for number in pool}, salience)
    covers = {number: senses(number) for number in pool} if budget.least > 1 else dict.fromkeys(pool, _NOTHING)

    def main_of(numbers: Collection[int]) -> int:
        upper = [number for number in numbers if not told or number < _UPPER or headline.get(number, 0.0) >= _TELLS]
        numbers = upper or numbers
        if news:
            most = max(map(news, numbers))
            numbers = [number for number in numbers if news(number) == most]
        main = min(numbers, key=lambda number: (-held[number] / (lengths[number] + _FIRST), number))
        lead = min(worths)
        near = not news and headline and lead in numbers and headline[lead] >= max(_TELLS, _AS_NEAR * headline[main])
        return lead if near else main

    best = main_of(pool)
    sound: set[int] = set()
    while pool:
        chosen = _best_set(sorted(pool), held, lengths, lost, covers, count=count, ideal=ideal, budget=budget)
        dangling = {number for number in chosen if number not in sound and not stands(number)}
        if not dangling:
            main = main_of(chosen)
            top = None if news else _news_of(worths, headline)
            if top is not None and (headline[top], main) >= (headline[main], _TOP if told else inf):
                if top in chosen:
                    main = top if main >= _TOP else main
                elif stands(top):
                    beside = _beside(top, chosen, words, held)
                    if lengths[top] + sum(lengths[number] for number in beside) <= budget.words:
                        main, chosen = top, beside
            return (main, *[number for number in chosen if number != main])
        sound.update(number for number in chosen if number not in dangling)
        pool = [number for number in pool if number not in dangling]
    return (best,)


class _Set(NamedTuple):
    """A set of sentences of the pool; of two, the one that would score better is greater, then the one that comes first."""

    value: float
    """What it would score."""
    members: int
    """Its sentences, a bit each, the first of the story the highest."""
    worth: float
    words: int
    adding: list[float]
    """What each sentence of the pool would have added before the last one came in."""
    last: int
    """The place of the one that came in last."""
    covered: frozenset[str]
    """The senses that its sentences cover."""


def _best_set(
    pool: Sequence[int],
    held: Mapping[int, float],
    lengths: Sequence[int],
    lost: Mapping[int, Mapping[int, float]],
    covers: Mapping[int, frozenset[str]],
    *,
    count: int,
    ideal: float,
    budget: Budget,
) -> tuple[int, ...]:
    """The numbers of the set that would score best, ascending; of two as good, the one that comes first in the story."""
    size_of = [lengths[number] for number in pool]
    losses = [[lost[one][other] for other in pool] for one in pool]
    free = budget.words // _ROOM
    least = min(budget.least, count, free)
    alone = [held[number] for number in pool]
    bits = [1 << len(pool) - place for place in range(len(pool))]
    covered = [covers[number] for number in pool]
    sets = sorted(
        [
            _Set(worth / (length + ideal), bit, worth, length, alone, place, told)
            for place, (worth, length, bit, told) in enumerate(zip(alone, size_of, bits, covered, strict=True))
        ],
        reverse=True,
    )
    best = sets[0]
    for size in range(2, count + 1):
        larger: dict[int, _Set] = {}
        cost = _FURTHER if size > free else 0.0
        for smaller in sets[:_KEPT]:
            gains = [gain - loss for gain, loss in zip(smaller.adding, losses[smaller.last], strict=True)]
            for place, gain in enumerate(gains):
                words = smaller.words + size_of[place]
                together = smaller.members | bits[place]
                if gain > cost and words <= budget.words and together not in larger:
                    worth = smaller.worth + gain - cost
                    new = covered[place] - smaller.covered
                    value = (
                        smaller.value + (gain + _COVERED * len(new)) / (size_of[place] + ideal)
                        if size <= least
                        else worth / (words + ideal)
                    )
                    larger[together] = _Set(value, together, worth, words, gains, place, smaller.covered | new)
        if not larger:
            break
        sets = sorted(larger.values(), reverse=True)
        if size <= least or sets[0].value > best.worth / (best.words + ideal):
            best = sets[0]
    return tuple(number for number, bit in zip(pool, bits, strict=True) if best.members & bit)


def _news_of(numbers: Iterable[int], headline: Mapping[int, float]) -> int | None:
    """Which of the sentences at the top of a story tells what its headline does."""
    top = [number for number in numbers if number < _TOP and headline.get(number, 0.0) >= _TELLS]
    return min(top, key=lambda number: (-headline[number], number), default=None)


def _beside(
    news: int, chosen: Sequence[int], words: Sequence[Collection[str]], held: Mapping[int, float]
) -> tuple[int, ...]:
    """What of a set goes with a sentence that comes in: all but what says the same, or else but what says least."""
    told = frozenset(words[news])
    again = {number for number in chosen if _is_same(told, said := frozenset(words[number]), told & said)}
    again = again or {min(chosen, key=lambda number: (held[number], -number))}
    return tuple(number for number in chosen if number not in again)


def _is_same(one: frozenset[str], other: frozenset[str], again: frozenset[str]) -> bool:
    """Whether two sentences of these words say the same, where they share those of `again`."""
    return bool(again) and len(again) > _SAME_FACT * min(len(one), len(other))


def _losses(words: Mapping[int, frozenset[str]], salience: Mapping[str, float]) -> dict[int, dict[int, float]]:
    """What is lost where two sentences are both said: everything where they say the same, or are one."""
    found = {number: {number: inf} for number in words}
    for one, other in combinations(words, 2):
        again = words[one] & words[other]
        same = _is_same(words[one], words[other], again)
        found[one][other] = found[other][one] = inf if same else _REPEATED * fsum(map(salience.__getitem__, again))
    return found
