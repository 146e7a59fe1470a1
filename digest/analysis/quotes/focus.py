"""Focus, how much each person is talked of at a place of a story."""

from __future__ import annotations

from collections.abc import Callable

from digest.analysis.quotes.mentions import ACTS, SPEAKS
from digest.text.genders import Gender

_DECAY = 0.6
"""What is left of a mention one sentence later."""
_LASTS = 2
"""Sentences for which somebody who has no name may be meant."""
_KNOWN = 1.5
"""How much more a person counts whose gender is known to fit."""
_JUST_SPOKE = 1.4
"""How much more the last who speaks counts, as who spoke before that is told less of."""
_MOST = 200
"""People among whom one may be meant."""
_LEAST = 0.12
_MARGIN = 1.2
"""How much more than for anybody else must speak for a person."""


class Focus:
    """How much each person is talked of at the sentence that has been read to.

    The nearest mentions count most, those as a subject or as a speaker above all (after Lappin and Leass,
    1994).
    """

    def __init__(self) -> None:
        self._scores: dict[str, float] = {}
        self._told: dict[str, float] = {}
        """What the mentions in the sentence at hand have added."""
        self._unnamed: dict[str, int] = {}
        """Those without a name, with the sentence that last spoke of each."""
        self._spoke: str | None = None
        """Who spoke last, as long as no sentence is of somebody else."""
        self._sentence = 0

    def __bool__(self) -> bool:
        """Whether anybody is talked of."""
        return bool(self._scores)

    def __contains__(self, person: str) -> bool:
        """Whether a person is talked of still."""
        return person in self._scores

    def score(self, person: str) -> float:
        """How much a person is talked of."""
        return self._scores.get(person, 0.0)

    def add_unnamed(self, phrase: str) -> None:
        """Take note that a phrase is all that is told of somebody, who is soon forgotten."""
        self._unnamed.setdefault(phrase, 0)

    def is_unnamed(self, person: str) -> bool:
        """Whether all that is told of somebody is a phrase."""
        return person in self._unnamed

    def go_to(self, number: int) -> None:
        """Read on to a sentence: what was told before it counts less."""
        if number > self._sentence:
            left = _DECAY ** (number - self._sentence)
            self._scores = {
                person: score * left
                for person, score in self._scores.items()
                if score * left > _LEAST / 4 and number - self._unnamed.get(person, number) <= _LASTS
            }
            self._sentence = number
            self._told = {}

    def count(self, person: str, number: int, weight: float) -> None:
        """Count a mention in a sentence; of several in one sentence, the weightiest."""
        self.go_to(number)
        if weight >= SPEAKS:
            self._spoke = person
        elif weight >= ACTS and person != self._spoke:
            self._spoke = None
        before = self._told.get(person, 0.0)
        if weight > before:
            self._told[person] = weight
            if person in self._unnamed:
                self._unnamed[person] = number
            self._scores[person] = self._scores.get(person, 0.0) + weight - before

    def best(self, gender: Gender, gender_of: Callable[[str], Gender | None]) -> str | None:
        """The person of a gender who is talked of most; nobody where two count about the same."""
        if len(self._scores) > _MOST:
            return None
        best, first, second = None, 0.0, 0.0
        for person, score in self._scores.items():
            known = gender_of(person)
            if known and known != gender:
                continue
            if known:
                score *= _KNOWN
            if person == self._spoke:
                score *= _JUST_SPOKE
            if score > first:
                best, first, second = person, score, first
            elif score > second:
                second = score
        return best if first >= _LEAST and first >= second * _MARGIN else None
