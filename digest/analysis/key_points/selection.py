"""Selection, from sentences with their worth to the few that together make the best summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import fsum, inf
from typing import NamedTuple

from digest.analysis.key_points.candidates import Candidate, Questions
from digest.analysis.key_points.main_fact import MainFact, is_below_top
from digest.settings import Budget

_SUMMARY = 0.36
"""Words that an editor's summary has for each word of the budget."""
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


def select_points(
    candidates: Sequence[Candidate],
    *,
    sentences: int,
    salience: Mapping[str, float],
    budget: Budget,
    asked: Questions,
    told: bool = True,
) -> tuple[int, ...]:
    """The numbers of the sentences to show: the main fact first, then in reading order.

    A set is worth what it would score: the share of its words that a summary of the right length would have
    too, and of the summary's words that it has (the F1 of ROUGE, Lin 2004, as expected). A word said
    again counts against it by its salience. The best sets of each size are made of the best that are smaller by one
    (a beam search). Points that the budget wants at least are chosen by what each adds, those that cover a sense which no other
    has before others as good; then others as long as they make the set better. Where no sentence can stand by itself, one is
    chosen all the same.

    Args:
        candidates: the sentences to choose from.
        sentences: how many the story has.
        salience: how likely each content word is to stand in a summary.
        budget: how much may be chosen.
        asked: what is asked of those that come near to being chosen.
        told: whether the story is told, and from its top, and not what somebody answers in turn.
    """
    count = budget.count_for(sentences)
    if not candidates or count < 1:
        return ()
    ideal = max(1.0, _SUMMARY * budget.words)
    by_number = {candidate.number: candidate for candidate in candidates}
    pool = sorted(candidates, key=lambda one: (-one.worth_within(ideal), one.number))[: max(_POOL, 2 * count)]
    lost = _losses(pool, salience)
    covers = {one.number: asked.senses(one.number) if budget.least > 1 else _NOTHING for one in pool}
    main_fact = MainFact(by_number, news=asked.news, told=told)
    best = main_fact.among([one.number for one in pool])
    sound: set[int] = set()
    while pool:
        ordered = sorted(pool, key=lambda one: one.number)
        chosen = _best_set(ordered, lost, covers, count=count, ideal=ideal, budget=budget)
        dangling = {number for number in chosen if number not in sound and not asked.stands(number)}
        if not dangling:
            main = main_fact.among(chosen)
            top = main_fact.at_top(main)
            if top in chosen:
                main = top if is_below_top(main) else main
            elif top is not None and asked.stands(top):
                beside = _beside(by_number[top], [by_number[number] for number in chosen])
                if sum(by_number[number].length for number in (top, *beside)) <= budget.words:
                    main, chosen = top, beside
            return (main, *[number for number in chosen if number != main])
        sound.update(number for number in chosen if number not in dangling)
        pool = [one for one in pool if one.number not in dangling]
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
    pool: Sequence[Candidate],
    lost: Mapping[int, Mapping[int, float]],
    covers: Mapping[int, frozenset[str]],
    *,
    count: int,
    ideal: float,
    budget: Budget,
) -> tuple[int, ...]:
    """The numbers of the set that would score best, ascending; of two as good, the one that comes first in the story."""
    size_of = [one.length for one in pool]
    losses = [[lost[one.number][other.number] for other in pool] for one in pool]
    free = budget.words // _ROOM
    least = min(budget.least, count, free)
    alone = [one.held for one in pool]
    bits = [1 << len(pool) - place for place in range(len(pool))]
    covered = [covers[one.number] for one in pool]
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
    return tuple(one.number for one, bit in zip(pool, bits, strict=True) if best.members & bit)


def _beside(top: Candidate, chosen: Sequence[Candidate]) -> tuple[int, ...]:
    """What of a set goes with a sentence that comes in: all but what says the same, or else but what says least."""
    again = {one.number for one in chosen if top.repeats(one)}
    again = again or {min(chosen, key=lambda one: (one.held, -one.number)).number}
    return tuple(one.number for one in chosen if one.number not in again)


def _losses(pool: Sequence[Candidate], salience: Mapping[str, float]) -> dict[int, dict[int, float]]:
    """What is lost where two sentences are both said: everything where they say the same, or are one."""
    found = {one.number: {one.number: inf} for one in pool}
    for one, other in combinations(pool, 2):
        loss = inf if one.repeats(other) else _REPEATED * fsum(map(salience.__getitem__, one.words & other.words))
        found[one.number][other.number] = found[other.number][one.number] = loss
    return found
