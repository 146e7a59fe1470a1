"""The safeguard of shortening: what a rule may never leave out."""

from __future__ import annotations

import re
from collections.abc import Set

from digest.text.lexicons import lexicon

_KEPT = frozenset().union(*lexicon("kept_words").values(), *lexicon("reporting_verbs").values())
_TURNING = frozenset().union(
    *(lexicon("kept_words")[kind] for kind in ("negations", "modals", "hedges")), *lexicon("reporting_verbs").values()
)
_FIGURE_OR_MARK = re.compile(r"[^\w\s,.’'-]|\d|n['’]t\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME = re.compile(r"\b[A-Z][\w&-]*")


def is_background(words: str, rest: str) -> bool:
    """Whether `words` state nothing that a reader may miss, once only `rest` of their sentence remains.

    They hold no figure, date, negation, modal, hedge, attribution, quotation or turn of fate, and no name
    that does not stand in the rest too.
    """
    if _FIGURE_OR_MARK.search(words) or _holds(words, _KEPT):
        return False
    return set(_NAME.findall(words)) <= set(_NAME.findall(rest))


def turns(words: str) -> bool:
    """Whether `words` hold a negation, a modal, a hedge or an attribution, without which others say another thing."""
    return _holds(words, _TURNING)


def _holds(words: str, kept: Set[str]) -> bool:
    return any(piece in kept for word in _WORD.findall(words.lower()) for piece in (word, *word.split("-")))
