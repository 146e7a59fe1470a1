"""What was found out of a word, remembered: stories are made of the same few thousand words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

_MOST = 1 << 15
"""Words that are remembered; then all are forgotten, which costs less than to keep account of which was asked last."""
_LONGEST = 64
"""Characters of a word that is remembered."""


class Remembered(dict[str, V]):
    """What a question gives for each word, asked only for those that are new: `map` and a lookup ask in one step."""

    def __init__(self, ask: Callable[[str], V]) -> None:
        self._ask = ask

    def __missing__(self, word: str) -> V:
        found = self._ask(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found
