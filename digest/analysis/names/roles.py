"""Roles, what the words beside a person's name say who it is: "a spokesman for the ministry"."""

from __future__ import annotations

import re

from digest.analysis.names.titles import AS_PRINTED, OCCUPATIONS, is_courtesy
from digest.text.lexicons import lexicon
from digest.text.spans import one_line

_KIN = lexicon("evidence_words")["before_kin"]
_ROLE_WORDS = lexicon("name_parts")["before_occupation"]
_MOST_BEFORE = 6
"""Words of a role in front of a name."""


def role_before(text: str, start: int, title: str) -> str | None:
    """The role as printed in front of a name that begins at `start`, its title taken in; None where there is none."""
    begin = start - len(title) - 1 if title else start
    words = re.split(r"[ \n\u00a0]+", text[max(0, begin - 80) : begin].rstrip())
    taken: list[str] = []
    if title and not is_courtesy(title):
        while words and words[-1] in _ROLE_WORDS and words[-1] != "the":
            taken.insert(0, words.pop())
        return one_line(" ".join([*taken, title]))
    if not title and (not words or words[-1] not in OCCUPATIONS):
        return None
    while words and (
        words[-1] in OCCUPATIONS
        or words[-1] in _ROLE_WORDS
        or (taken and words[-1][:1].isupper() and words[-1] != "The" and words[-1][-1:].isalnum())
    ):
        taken.insert(0, words.pop())
        if len(taken) > _MOST_BEFORE:
            return None
    while taken and taken[0] in ("and", "of", "As"):
        taken = taken[1:]
    return " ".join(taken) if any(word in OCCUPATIONS and word not in _KIN for word in taken) else None


_BEHIND = re.compile(
    r",\s+(?P<age>(?:aged\s+)?\d{1,3},\s+)?(?P<role>(?:(?:the|a|an|its|their|his|her)\s+)?[^\W\d_][^,.;:()“”\"\n—–]{2,90})(?=[,.;—–]|\s[—–-])"
)
_OF_ALL = re.compile(r"\b(?:who|which|that|said|says|was|is|were|are|had|has|told|and\s+[A-Z])\b")
_MOST_BEFORE_NOUN = 6


def role_behind(text: str, end: int) -> str | None:
    """The role as printed in apposition behind a name: ", a spokesman for the ministry,"."""
    if text[end : end + 1] != ",":
        return None
    found = _BEHIND.match(text, end, end + 130)
    if not found or _OF_ALL.search(found["role"]):
        return None
    words = found["role"].split()
    if words[-1] in AS_PRINTED and words[-1].istitle() and len(words[-1]) < 5:
        return None  # "…, Lt. Lind": the stop is the title's
    for number, word in enumerate(words[:_MOST_BEFORE_NOUN]):
        if word.endswith(("’s", "'s")) and word[0].isupper() and number:
            continue
        if word.lower() in OCCUPATIONS or word in AS_PRINTED:
            if words[number + 1 : number + 2] and words[number + 1][0].isupper():
                return None  # the role of the next in a list: "Ada Quill, mayor Jonas Lind and others"
            return one_line(found["role"])
        if word in ("of", "for", "in", "at", "from", "with", "to", "on"):
            return None
    return None
