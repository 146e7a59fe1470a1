"""Predicate, what a story says of those whom a number counts: "40 people were injured", "killing 14 people"."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon, phrases
from digest.text.spans import Span

_LISTS = lexicon("figures")
_STATE = "|".join(sorted(map(re.escape, phrases("figures")["states"]), key=len, reverse=True))
_AUXILIARY = (
    r"(?:were|was|are|is|got|remain(?:s|ed)?|(?:had|have|has|could have|may have|might have)\s+been"
    r"|(?:will|would|could|may|might|can|must|should)\s+be)(?:\s+not|n[’']t)?(?:\s+(?:also|still|reportedly|all))?"
)
_PARTICIPLE = rf"(?:{'|'.join(sorted(_LISTS['participles']))}|[a-z]{{2,}}ed)"
_BEHIND = re.compile(
    r"\s+(?:(?:who|which)\s+)?(?:"
    rf"{_AUXILIARY}\s+(?:{_STATE}|(?P<participle>{_PARTICIPLE})(?:\s+to\s+(?:hospital|safety|flee|leave|evacuate))?)"
    rf"|(?:(?:have|has|had)\s+)?(?:{'|'.join(sorted(_LISTS['passing']))})"
    rf"|(?:{_STATE})"
    r")(?!\w|[’'-]|\s+to\s+[a-z]|\s+(?:him|her|them|it|an?|the|his|its|their)\b)"
)
_VOTED = re.compile(r"\s+(?:to\s+(?:\d[\d,]*|[a-z]+)|against|in\s+favou?r)\b")
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(_LISTS['befalling']))})\s\Z")
_NOT_SURE = re.compile(
    r"(?:n[’']t|\b(?:not|never|no|without|den(?:y|ies|ied|ying)|accus\w+|alleg\w+|if|could|would|may|might|can|will|should|to|of|for|by))(?:\s+\w+)?\s\Z"
)
_REACH = 40
"""Characters before a figure that are looked at."""


def with_predicate(text: str, phrase: Span, within: Span, *, unit: str) -> Span:
    """The phrase of a count with what befell what it counts, or what it did; the phrase itself where nothing beside it says so.

    Args:
        text: the whole.
        phrase: the number with its hedge and what it counts.
        within: the sentence.
        unit: what it counts.
    """
    if found := _BEHIND.match(text, phrase.end, within.end):
        return phrase if found["participle"] in _LISTS["vague_participles"] else Span(phrase.start, found.end())
    if unit == "votes" and (found := _VOTED.match(text, phrase.end, within.end)):
        return Span(phrase.start, found.end())
    before = text[max(within.start, phrase.start - _REACH) : phrase.start]
    if (found := _VERB.search(before)) and not _NOT_SURE.search(before, 0, found.start()):
        return Span(phrase.start - len(before) + found.start(), phrase.end)
    return phrase
