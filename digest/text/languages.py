"""The language of a text, told by its function words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from digest.text.lexicons import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_ONLY_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_ENOUGH = 1500
"""Characters that are looked at: the opening paragraphs are enough to tell."""
_FUNCTION_WORDS = lexicon("function_words")
_LANGUAGES = {
    word: tuple(language for language, listed in _FUNCTION_WORDS.items() if word in listed)
    for word in frozenset().union(*_FUNCTION_WORDS.values())
}
"""The languages that a word is a function word of."""


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language whose function words stand in `text` most often.

    `und`, BCP 47's word for undetermined, where fewer than one word in ten is one of them.
    """
    opening = text[:_ENOUGH]
    if opening.isascii():  # the same for less
        words = opening.translate(_ONLY_LETTERS).lower().split()
    else:
        words = list(map(str.lower, _WORD.findall(opening)))
    counts = Counter(chain.from_iterable(filter(None, map(_LANGUAGES.get, words))))
    best = max(sorted(_FUNCTION_WORDS), key=counts.__getitem__)
    return best if counts[best] * 10 >= len(words) and counts[best] else "und"
