"""Words of a text, as they are compared with each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeVar

from digest.text.lexicons import lexicon

_T = TypeVar("_T")

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_FUNCTION_WORDS = frozenset(word for listed in lexicon("function_words").values() for word in listed)
_COMMON = frozenset(
    [
        "also",
        "about",
        "after",
        "all",
        "any",
        "before",
        "between",
        "can",
        "could",
        "did",
        "do",
        "does",
        "during",
        "into",
        "its",
        "it's",
        "just",
        "may",
        "might",
        "more",
        "most",
        "new",
        "no",
        "now",
        "of",
        "off",
        "one",
        "only",
        "other",
        "our",
        "out",
        "over",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "then",
        "there",
        "these",
        "those",
        "through",
        "told",
        "two",
        "under",
        "up",
        "us",
        "very",
        "was",
        "we",
        "well",
        "what",
        "when",
        "where",
        "while",
        "would",
        "you",
        "your",
        "said",
        "says",
        "say",
        "him",
        "her",
        "according",
        "year",
        "years",
        "day",
        "week",
        "last",
        "first",
    ]
)

_EMPTY = _FUNCTION_WORDS | _COMMON


QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
"""What stands between quotation marks, with them; an unclosed one reaches to the end."""


class PerWord(dict[str, _T]):
    """What is true of a word, found out once for each word that the texts of a run print.

    A story repeats its words, and the stories of a day each other's: asking is one look-up.
    """

    _MOST = 100_000
    """Words that are kept, more than a language's news use: behind them all are forgotten and found out anew."""
    _LONGEST = 60
    """Characters; what is longer is no word that comes again."""

    def __init__(self, found_out: Callable[[str], _T]) -> None:
        super().__init__()
        self._found_out = found_out

    def __missing__(self, word: str) -> _T:
        answer = self._found_out(word)
        if len(word) <= self._LONGEST:
            if len(self) >= self._MOST:
                self.clear()
            self[word] = answer
        return answer


# No word spans white space, so what stands between two spaces always holds the same words.
_WORDS_IN = PerWord(lambda piece: tuple(_WORD.findall(piece)))


def find_words(text: str) -> tuple[str, ...]:
    """The words of `text` in reading order, as printed: `don't`, `4.5` and `co-pilot` are one each."""
    return words_between_spaces(text.split())


def words_between_spaces(pieces: Iterable[str]) -> tuple[str, ...]:
    """`find_words` of a text that was split at its white space already."""
    return tuple(chain.from_iterable(map(_WORDS_IN.__getitem__, pieces)))


def content_words(words: Iterable[str]) -> list[str]:
    """Those of a text's words that carry what it is about: in lower case, singular, without function words."""
    return [form for word in words if (form := _COMPARED_FORMS[word])]


def _compared_form(printed: str) -> str:
    word = printed.lower()
    return _stem(word) if word not in _EMPTY and (len(word) > 1 or word.isdigit()) else ""


_COMPARED_FORMS = PerWord(_compared_form)
"""What each printed word is compared as; empty for one that says nothing by itself."""


def _stem(word: str) -> str:
    """The word without a possessive or plural ending; enough to see that two sentences share it."""
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
