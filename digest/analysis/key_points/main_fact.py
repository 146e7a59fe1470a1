"""Main fact, which point of a set comes first: what the headline tells, near the story's top, and no scene."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from math import inf

from digest.analysis.key_points.candidates import Candidate

_FIRST = 25
"""Words of the opening of a summary, which the main fact is held against."""
_TOP = 3
"""Sentences of a story among which its headline's news is told."""
_UPPER = 10
"""Sentences of a story among which its main fact stands where no other has much of the headline."""
_TOLD = 0.5
"""How much of the headline a story's first sentence has where nothing need say it better."""
_TELLS, _AS_NEAR = 0.3, 0.8
"""How much of the headline a sentence must have to be its news, and how much beside another that would be the main fact."""


class MainFact:
    """Which of a story's candidates is its main fact, among any of them."""

    def __init__(
        self, candidates: Mapping[int, Candidate], *, news: Callable[[int], int] | None = None, told: bool = True
    ) -> None:
        """The candidates by their numbers, and how the story is told.

        Args:
            candidates: all of the story's.
            news: how plainly a sentence tells news, where the story opens with something else.
            told: whether the story is told, and from its top, and not what somebody answers in turn.
        """
        self._candidates = candidates
        self._news = cache(news) if news else None
        self._told = told
        self._lead = min(candidates)

    def among(self, numbers: Collection[int]) -> int:
        """The number of that which is it of these."""
        upper = [number for number in numbers if not self._told or number < _UPPER or self._share(number) >= _TELLS]
        numbers = upper or numbers
        numbers = [number for number in numbers if not self._candidates[number].adds] or numbers
        if self._news:
            most = max(map(self._news, numbers))
            numbers = [number for number in numbers if self._news(number) == most]
        main = min(numbers, key=lambda number: (-self._candidates[number].worth_within(_FIRST), number))
        near = (
            not self._news
            and self._lead in numbers
            and not self._candidates[self._lead].quoted
            and self._share(self._lead) >= max(_TELLS, _AS_NEAR * self._share(main))
        )
        return self._lead if near else main

    def at_top(self, main: int) -> int | None:
        """What of the story's top tells more of the headline than its main fact does, or as much, where that stands below."""
        if self._news or (main == self._lead and self._share(main) >= _TOLD):
            return None
        top = [
            number
            for number, one in self._candidates.items()
            if number < _TOP and one.of_headline >= _TELLS and not (one.adds or one.quoted)
        ]
        best = min(top, key=lambda number: (-self._share(number), number), default=None)
        if best is None or (self._share(best), main) < (self._share(main), _TOP if self._told else inf):
            return None
        return best

    def _share(self, number: int) -> float:
        return self._candidates[number].of_headline


def is_below_top(number: int) -> bool:
    """Whether a sentence stands where a story's headline is told no more."""
    return number >= _TOP
