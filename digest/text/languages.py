"""The language of a text, told by its function words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from digest.text.lexicons import lexicon
from digest.text.tokens import PerWord

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 1500
"""Characters that are looked at: the opening paragraphs are enough to tell."""
_FUNCTION_WORDS = sorted(lexicon("function_words").items())
_LANGUAGES = PerWord(lambda word: tuple(name for name, listed in _FUNCTION_WORDS if word.lower() in listed))
"""The languages that a printed word is a function word of."""


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language whose function words stand in `text` most often.

    `und`, BCP 47's word for undetermined, where fewer than one word in ten is one of them.
    """
    words = _WORD.findall(text[:_ENOUGH])
    counts = Counter(chain.from_iterable(map(_LANGUAGES.__getitem__, words)))
    best = max((language for language, _ in _FUNCTION_WORDS), key=lambda language: counts[language])
    return best if counts[best] * 10 >= len(words) and counts[best] else "und"
