"""Candidates, the sentences of a story that can be its points, each as it is weighed against the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_SAME_FACT = 0.5
"""Share of the shorter sentence's content words at which two sentences say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that can be a point."""

    number: int
    """Which of the story's sentences it is, counted from 0."""
    worth: float
    """The share of its words that a summary would have too."""
    length: int
    """Its words as printed."""
    words: frozenset[str] = frozenset()
    """Its content words."""
    of_headline: float = 0.0
    """How much of the headline it says, from 0 to 1."""
    quoted: bool = False
    """Whether it is mostly what somebody says."""
    adds: bool = False
    """Whether it opens as what comes beside something else."""

    @property
    def held(self) -> float:
        """How many of its words a summary would have too."""
        return max(self.worth, 0.0) * self.length

    def worth_within(self, length: float) -> float:
        """What it is worth as part of a summary of so many words: the half of an F1."""
        return self.held / (self.length + length)

    def repeats(self, other: Candidate) -> bool:
        """Whether it says the same as another."""
        again = self.words & other.words
        return bool(again) and len(again) > _SAME_FACT * min(len(self.words), len(other.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What is asked of a sentence by its number, and only where it would be chosen, since it takes long to tell."""

    stands: Callable[[int], bool]
    """Whether it can stand by itself."""
    senses: Callable[[int], frozenset[str]]
    """What it says of the news, such as the reason; asked only where the budget wants points at least."""
    news: Callable[[int], int] | None = None
    """How plainly it tells news, where the story opens with something else; else nobody asks."""
