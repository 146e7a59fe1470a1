"""Appositions, the roles that a comma sets beside a person's name: "Ada Quill, a spokesman for the ministry,"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from digest.analysis.names.campuses import campus_behind
from digest.analysis.names.gazetteer import SMALL_WORDS
from digest.analysis.names.roles import (
    ANYBODY,
    BEFORE_TRADES,
    DETERMINERS,
    KIN,
    NO_BEGINNING,
    PRONOUNS,
    SAYS_LITTLE,
    is_in_name,
    role_of,
)
from digest.analysis.names.titles import AS_PRINTED, CHIEF
from digest.analysis.names.trades import OCCUPATIONS, is_trade
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS
from digest.text.spans import Span, one_line
from digest.text.tokens import GENITIVE, GENITIVE_S

_NO_END = lexicon("roles")["no_end"]
_PREPOSITIONS = lexicon("quotes")["prepositions"]
_OWNERS = lexicon("evidence_words")["before_company"]
_BEHIND = re.compile(
    r",\s+(?:who\s(?:is|was)\s(?=(?:the|an?)\s))?(?:(?:aged\s+)?\d{1,3}(?:,\s+|\sand\s(?=an?\s)))?(?P<role>(?:(?:the|a|an|its|their|his|her)\s+)?[^\W\d_]"
    r"(?:(?!\swho(?:se|m)?\b)[^,.;:()“”\"\n—–]|(?<=\b[A-Z])\.(?! ?(?:He|She|They|It|The|A|In|But|And|We|I)\b)|(?<=\bSt)\.|(?<=\bMt)\.){2,90})"
    r"(?=[,.;—–]|\s[—–(-]|\swho(?:se|m)?\b|\sand\san?\s)"
)
_OF_ALL = re.compile(
    r"\b(?:who|whose|which|that|said|says|was|is|were|are|had|has|told|wrote|writes|tweeted|announced|warned|spoke|speaks|address(?:es|ed)|poses|attends|arrives|then\Z|and\s+[A-Z])\b"
)
_PARTS_OFF = re.compile(r"[,;:()“”\"—–?!]|(?<!\b[A-Z])\.")
_CLOSES = re.compile(r"[,.;:)!?”\"—–]|\s[—–(-]|\Z")
_LONGEST_INTRODUCTION = 100
"""Characters of what a name is set behind."""
_CUT_INITIALS = re.compile(r"\b[A-Z]\Z")
_LINKS = frozenset(["of", "for", "to", "with", "at", "by", "from", "in", "on"])
_BEHIND_POST = (["of"], ["for"])
_MOST_BEFORE_NOUN = 6
_ONCE = frozenset(["acting", "current", "former"])
_MOST_OF_POST = 10
"""Words of a post with what it is of."""
_LONGEST_WORD = 24
"""Characters behind a comma in which the first word is told."""


class Role(NamedTuple):
    """A role as printed behind a name."""

    text: str
    span: Span


def role_behind(text: str, end: int) -> Role | None:
    """The role as printed in apposition behind a name: ", a spokesman for the ministry,"."""
    if text[end : end + 1] != ",":
        return None
    first, space, _ = text[end + 1 : end + _LONGEST_WORD].lstrip().partition(" ")
    if space and first.lower() in NO_BEGINNING and not text.startswith(("who is ", "who was "), end + 2):
        return None  # as most of what follows a comma, told without the pattern
    found = _BEHIND.match(text, end, end + 130)
    if not found or _OF_ALL.search(found["role"]):
        return None
    words = found["role"].split()
    if words[0].lower() in NO_BEGINNING or _CUT_INITIALS.search(found["role"]):
        return None
    if words[-1] in AS_PRINTED and words[-1].istitle() and (len(words[-1]) < 5 or text.startswith(" (", found.end())):
        return None  # "…, Lt. Lind": the stop is the title's; "adviser to Vice President (then Senator) Lind"
    while words and words[-1].lower() in _NO_END:
        words.pop()
    for number, word in enumerate(words[:_MOST_BEFORE_NOUN]):
        if word.endswith(GENITIVE_S) and word[0].isupper() and number:
            continue
        if (
            word.lower() in OCCUPATIONS
            or word in AS_PRINTED
            or is_trade(word if words[number + 1 : number + 2] not in _BEHIND_POST else word.lower())
        ):
            if (
                words[number + 1 : number + 2]
                and words[number + 1][0].isupper()
                and words[number + 1] not in AS_PRINTED
                and not CHIEF.match(" ".join(words))
            ):
                return None  # the role of the next in a list: "Ada Quill, mayor Jonas Lind and others"
            if word.lower() in ANYBODY and number == len(words) - 1 and words[0] in ("a", "an"):
                return None  # "a 43-year-old man"
            if word.lower() in KIN and words[number + 1 : number + 2] not in (["of"], ["and"]):
                return None
            campus = campus_behind(text, found.end(), len(text), tuple(words)) or found.end()
            printed = f"{' '.join(_without_owner(words))}{text[found.end() : campus]}"
            return Role(one_line(printed), Span(found.start("role"), campus))
        if word in _PREPOSITIONS or (number and word in DETERMINERS):
            return None
    return None


def _without_owner(words: list[str]) -> list[str]:
    """A role without whose it is, where the story alone tells which is meant: "its", "the company’s"."""
    if words[0] in PRONOUNS:
        return words[1:]
    owned = words[0].lower() == "the" and words[1].endswith(GENITIVE_S) and words[1][:-2] in _OWNERS
    return words[2:] if owned and len(words) > 2 else words


def runs_over(text: str, role: Role, names: Sequence[Span]) -> bool:
    """Whether a role behind a name is of the next in a list: "Ada Quill, chief exec Jonas Lind and others".

    "A spokesman for Jonas Lind" and "Jonas Lind’s lawyer" are not.

    Args:
        text: the story's.
        role: what stands behind somebody's name.
        names: where the full names of persons stand, in the text's order.
    """
    at = bisect_left(names, Span(role.span.start, 0))
    if at == len(names) or names[at].start >= role.span.end:
        return False
    name = names[at]
    owner = text[name.end : name.end + 2] in GENITIVE_S
    before = text[role.span.start : name.start].split()
    # "Deputy Chief of Staff Jonas Lind" in a list; but "a critic of Mayor Jonas Lind"
    titled = bool(before) and role.text[0].isupper() and before[-1][0].isupper() and before[-1] not in AS_PRINTED
    return not owner and (titled or _LINKS.isdisjoint(before))


def role_introducing(text: str, name: Span, title: str) -> str | None:
    """The role as printed that a name is set behind: "the head of trade, Ada Quill,"; None where there is none.

    Args:
        text: the story's.
        name: where the name stands, without its title.
        title: what stands in front of the name, as printed; may be empty.
    """
    begin = name.start - len(title) - 1 if title else name.start
    before = text[max(0, begin - _LONGEST_INTRODUCTION) : begin].rstrip()
    if before[-1:] != "," or not _CLOSES.match(text, name.end):
        return None
    opened = max((found.end() for found in _PARTS_OFF.finditer(before, 0, len(before) - 1)), default=0)
    words = before[opened:-1].split()
    for first in range(len(words) - 1, -1, -1):
        whose = words[first].endswith(GENITIVE)
        if not whose and words[first].lower() not in DETERMINERS:
            continue
        role = words[first + 1 :]
        if whose and words[first][0].isupper() and role and role[-1] in KIN and not role[2:]:
            while first and is_in_name(words[first - 1]):
                first -= 1
            return " ".join(words[first:])  # "Ada Quill’s mother"
        if _says_what(role):
            last = before[:opened].split()[-1] if opened else ""
            if not first and last[-1:] == "," and last[0].isupper() and last[:-1].lower() not in SMALL_WORDS:
                return None  # "Jonas Lind, the mayor, Ada Quill, and others"
            if not whose or not words[first][0].isupper():
                return role_of(role)
            while first and is_in_name(words[first - 1]):
                first -= 1
            return role_of(words[first:])
        if not whose and words[first - 1 : first] and words[first - 1] not in _LINKS:
            return None
    return _role_opening(before[:opened], words)


def _role_opening(before: str, words: Sequence[str]) -> str | None:
    """The role that a sentence opens with, or the words behind who said it: "Chair of the trust, Ada Quill, said"."""
    once = max((at for at, word in enumerate(words) if word in _ONCE), default=-1)
    if once >= 0 and _says_what(words[once:]) and _LINKS.isdisjoint(words[once:]):
        return role_of(list(words[once:]))  # "and former manager, Ada Quill,"
    first = next((at + 1 for at, word in enumerate(words) if word in REPORTING_VERBS), 0)
    if not first and (before[-1:] not in '.!?”"' or not words[:1] or not words[0][0].isupper()):
        return None
    role = words[first:]
    head = next((at for at, word in enumerate(role) if word in _LINKS), 0)
    if not 0 < head <= len(role) <= _MOST_OF_POST or not _says_what(role):
        return None
    told = all(
        word[0].isupper() or word == "and" or word in BEFORE_TRADES or is_trade(word) for word in role[: head - 1]
    )
    return role_of(list(role)) if told else None


def _says_what(words: Sequence[str]) -> bool:
    """Whether the head of some words says what somebody is: "chief executive" of "chief executive of the yard"."""
    end = next((at for at, word in enumerate(words) if word in _LINKS), len(words))
    head = words[end - 1] if end and words[0] != "other" else ""
    if end > 1 and head[:1].isupper() and head not in AS_PRINTED:
        return False  # "the Tyneside Courier"
    return head.lower() not in SAYS_LITTLE and (is_trade(head.lower()) or head in AS_PRINTED)
