"""A connective inside a sentence that points at the sentence before, left out of a key point."""

from __future__ import annotations

import re

from digest.analysis.key_points.shortening.grammar import AUXILIARIES, count_words, goes_on, has_finite_verb
from digest.analysis.key_points.shortening.quotation import veiled

_CONNECTIVE = re.compile(
    r", (?:(?P<example>for instance|for example|in turn|in fact|indeed|therefore|for (?:his|her|its|their) part)"
    r"|however|meanwhile|though|of course|moreover|nevertheless|nonetheless)(?P<close>,(?= )|[.]\Z)"
)
_OPENING_PHRASE = re.compile(
    r"(?:In|On|At|After|Before|During|For|From|By|With|Under|Since|Until|As|Despite|Unlike|Like) "
)
_OPENING_CLAUSE = re.compile(r"(?:If|When|While|Although|Because|As) ")
_LONGEST_PHRASE, _LONGEST_CLAUSE = 10, 16
_NO_CLAUSE = re.compile(r"(?:and|or|but|nor|who|which|when|where)\b")
_SUBJECT = re.compile(r"(?:and|or|but|nor|it|he|she|they|we|I|you|that|who|which|there)\b")
_FEWEST_LEFT = 5


def without_inner_connective(text: str, **_: object) -> str:
    """`Talks, however, began.` is `Talks began.`, and `In May, however, talks began.` is `In May, talks began.`

    What is given as an example of something in its own sentence stays one.
    """
    if ", " not in text or not _CONNECTIVE.search(text):
        return text
    outside = veiled(text)
    if outside is None:
        return text
    for found in _CONNECTIVE.finditer(outside):
        before, after = outside[: found.start()], outside[found.end() :].lstrip()
        left = _left_between(before, after) if after else None if found["example"] else found["close"]
        if left is not None and count_words(before) + count_words(after) >= _FEWEST_LEFT:
            if found["example"] and _ends_in_auxiliary(before):
                continue
            return without_inner_connective(text[: found.start()] + left + text[found.end() :])
    return text


def _left_between(before: str, after: str) -> str | None:
    """The mark that stays in the connective's place; None where the clause around it cannot be made out."""
    if "," in before:
        return None
    words = len(before.split())
    if _OPENING_CLAUSE.match(before) and words <= _LONGEST_CLAUSE and has_finite_verb(before):
        return "," if not _NO_CLAUSE.match(after) else None
    if _OPENING_PHRASE.match(before):
        return "," if words <= _LONGEST_PHRASE and not has_finite_verb(before) and not _NO_CLAUSE.match(after) else None
    if _ends_in_auxiliary(before):
        return None if _SUBJECT.match(after) else ""
    return "" if goes_on(before, after) else None


def _ends_in_auxiliary(before: str) -> bool:
    return before.rpartition(" ")[2] in AUXILIARIES
