"""The language of a text, told by its function words."""

from __future__ import annotations

import re
from collections import Counter

from digest.text.lexicons import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 1500
"""Characters that are looked at: the opening paragraphs are enough to tell."""


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language whose function words stand in `text` most often.

    `und`, BCP 47's word for undetermined, where fewer than one word in ten is one of them.
    """
    words = Counter(word.lower() for word in _WORD.findall(text[:_ENOUGH]))
    total = sum(words.values())
    counts = {language: sum(words[word] for word in listed) for language, listed in lexicon("function_words").items()}
    best = max(sorted(counts), key=lambda language: counts[language])
    return best if counts[best] * 10 >= total and counts[best] else "und"
