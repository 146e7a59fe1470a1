"""Words of a text, as they are compared with each other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.text.lexicons import lexicon
from digest.text.remembered import Remembered

GENITIVE_S = ("’s", "'s")
"""Endings of a word that says whose something is, with either apostrophe."""
GENITIVE = (*GENITIVE_S, "s’", "s'")
"""The same with those of words in -s."""
# Most words end at a space: then nothing else is tried.
_WORD = re.compile(r"[^\W_]+(?:(?= )|(?:[.,'’-][^\W_]+)*)")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:(?= )|(?:[.,'-][A-Za-z0-9]+)*)")
"""The same where there are no other letters: a set that is told in one step."""
_EMPTY = frozenset().union(*lexicon("function_words").values()) | lexicon("empty_words")["en"]
"""Words that carry nothing of what a text is about."""

QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
"""What stands between quotation marks, with them; an unclosed one reaches to the end."""


def find_words(text: str) -> tuple[str, ...]:
    """The words of `text` in reading order, as printed: `don't`, `4.5` and `co-pilot` are one each."""
    return tuple((_ASCII_WORD if text.isascii() else _WORD).findall(text))


def without_quotations(text: str) -> str:
    """`text` with a space for each quotation in it."""
    return QUOTATION.sub(" ", text) if "“" in text or '"' in text else text


def content_words(words: Iterable[str]) -> list[str]:
    """Those of a text's words that carry what it is about: in lower case, singular, without function words."""
    return list(filter(None, map(_CONTENT.__getitem__, words)))


def _content_of(word: str) -> str:
    """A word as it is compared; empty where it carries nothing."""
    word = word.lower()
    if word in _EMPTY or not (len(word) > 1 or word.isdigit()):
        return ""
    return _stem(word) if word.endswith("s") else word


def _stem(word: str) -> str:
    """A word in -s without its possessive or plural ending; enough to see that two sentences share it."""
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_CONTENT = Remembered(_content_of)
