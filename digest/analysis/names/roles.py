"""Roles, what the words beside a person's name say who it is: "a spokesman for the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from digest.analysis.names.gazetteer import PLACES, SMALL_WORDS
from digest.analysis.names.titles import AS_PRINTED, CHIEF, OCCUPATIONS, is_courtesy, is_trade
from digest.text.lexicons import lexicon, phrases
from digest.text.reporting import REPORTING_VERBS
from digest.text.spans import Span, one_line
from digest.text.tokens import GENITIVE, GENITIVE_S

_PARTS, _WORDS = lexicon("name_parts"), lexicon("roles")
_ROLE_WORDS = _PARTS["before_occupation"]
_KIN, _OF_PRESS, _NO_BEGINNING, _NO_END = (
    _WORDS["kin"],
    _WORDS["of_press"],
    _WORDS["no_beginning"],
    _WORDS["no_end"],
)
_VERBS = REPORTING_VERBS | lexicon("verbs")["irregular_past"]
_FIELDS_IN_ING = _WORDS["fields"]
_NO_FIELDS = _NO_BEGINNING | _NO_END | _VERBS
_PREPOSITIONS = lexicon("quotes")["prepositions"]
_OWNERS = lexicon("evidence_words")["before_company"]
_SAYS_LITTLE = _KIN | _WORDS["anybody"]
_ADDRESS = frozenset(["Mr", "Mrs", "Ms", "Dr", "Hon", "Honourable", "Honorable"])
_OF_FIRMS = frozenset(["boss", "partner"])
"""What somebody is to somebody, and behind a name at a firm: "Senn partner Ada Quill"."""
_OF_OTHERS = frozenset(["another", "both"])
_NO_ROLES = _SAYS_LITTLE | {"republican", "democrat", "teammate"}
_PRONOUNS = frozenset(["his", "her", "its", "their", "our", "my"])
_AGENCIES = tuple(f"{agency} " for agency in phrases("roles")["agencies"])
_SPACES = re.compile(r"[ \n\u00a0]+")
_MOST_BEFORE = 6
"""Words of a role in front of a name."""
_MOST_FIELDS = 2
"""Words between whose a role is and its noun: "Senn’s global marketing chief"."""
_LONGEST_WORD = 24
_FULL = 3
"""Words of a role that is not asked for a fuller one."""


_OPENS = re.compile(r"(?:\A|[.!?”\"\n] ?|[a-z,] )[A-Z][a-z-]+ \Z")
_OFFICES = _WORDS["offices"]
_OFFICE = re.compile(
    rf"\b(?:{'|'.join(sorted({form for office in _OFFICES for form in (office, office.title())}))}) (?:of|to|for) (?:the )?"
    r"(?:[A-Z][\w.]{1,14} ){1,3}\Z"
)
"""An office of a place in front of a name: "ambassador to the U.S. "."""


class Role(NamedTuple):
    """A role as printed behind a name."""

    text: str
    span: Span


_OF_MANY = frozenset(["Councillor", "Cllr", "Councilor"])


def fullest(roles: Sequence[str]) -> str | None:
    """The role that says most of several for one person, the first of them unless a later one has its words."""
    best: str | None = None
    for role in roles:
        if best is None:
            best = role
            continue
        words, so_far = role.lower().split(), best.lower().split()
        said = so_far[-1] in words or so_far[0] in words or _is_bare(best)
        if said and len(words) > len(so_far) and _KIN.isdisjoint(words):
            best = role
        if len(words) >= _FULL:
            break
    return best


def _is_bare(role: str) -> bool:
    """Whether a role is one word and no title, or that of many: "chief", "star", "Witness", "Councillor"."""
    return " " not in role and (
        role[0].islower() or role in _OF_MANY or (is_trade(role.lower()) and role not in AS_PRINTED)
    )


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


def role_before(text: str, start: int, title: str) -> str | None:
    """The role as printed in front of a name that begins at `start`, its title taken in; None where there is none."""
    begin = start - len(title) - 1 if title else start
    taken: list[str] = []
    if not title:
        before, _, last = text[max(0, begin - _LONGEST_WORD) : begin].replace("\n", " ").rstrip().rpartition(" ")
        if last in PLACES and (office := _OFFICE.search(text, max(0, begin - 80), begin)):
            begin, taken = office.start(), office.group().split()
        elif last[:1].isupper():
            named = is_trade(last.lower()) and last.lower() not in _NO_ROLES
            return last if named and _OPENS.search(text, max(0, begin - _LONGEST_WORD), begin) else None
        elif last not in OCCUPATIONS and (last in _ROLE_WORDS or not is_trade(last)):
            return None
        elif last == "co-founder" and before.endswith(GENITIVE) and before.rpartition(" ")[2].islower():
            return None  # "the firm's co-founder" says more as it stands
    words = _SPACES.split(text[max(0, begin - 80) : begin].rstrip())
    if title and not is_courtesy(title):
        while words and words[-1] in _ROLE_WORDS and words[-1] != "the":
            taken.insert(0, words.pop())
        printed = title.split()
        while len(printed) > 1 and printed[-1].rstrip(".") in _ADDRESS:
            printed.pop()
        return _role([*taken, *printed])
    if (
        title
        and words
        and words[-1][:1].isupper()
        and is_trade(words[-1].lower())
        and words[-1].lower() not in _NO_ROLES
    ):
        return words[-1]  # "Curator Dr Ada Quill"
    while words and (is_trade(words[-1]) or words[-1] in _ROLE_WORDS or (taken and _is_in_name(words[-1]))):
        taken.insert(0, words.pop())
        if len(taken) > _MOST_BEFORE:
            return None
    if not any(
        (is_trade(word) or word.lower() in _OFFICES) and (word not in _KIN or (word in _OF_FIRMS and len(taken) > 1))
        for word in taken
    ):
        return None
    return _role([*_rest_of(words), *taken])


def _rest_of(words: Sequence[str]) -> Sequence[str]:
    """What else tells a role behind `words`: "Senn’s marketing" chief, "former harbour" spokesman; nothing as a rule."""
    first = len(words) - 1
    while (
        first >= 0 and words[first].islower() and words[first] not in _ROLE_WORDS and len(words) - first <= _MOST_FIELDS
    ):
        first -= 1
    between = words[first + 1 :]
    if first < 0 or not all(
        word.isalpha()
        and word not in _NO_FIELDS
        and not word.endswith(("ed", "s"))
        and (not word.endswith("ing") or word in _FIELDS_IN_ING)
        for word in between
    ):
        return ()
    if words[first] in _ROLE_WORDS and words[first] != "the":
        while first and words[first - 1] in _ROLE_WORDS and words[first - 1] != "the":
            first -= 1
        return words[first:]
    if words[first].lower() in _DETERMINERS or words[first][-1] in '”"':
        return between
    if not words[first][0].isupper():
        return ()
    if words[first].endswith(GENITIVE):
        while first and _is_in_name(words[first - 1]):
            first -= 1
        return words[first:]
    opens = first == 0 or words[first - 1][-1] in '.?!:”"'
    if (
        not between
        or not words[first].isalpha()
        or words[first] == "I"
        or words[first].lower() in (SMALL_WORDS if opens else _NO_BEGINNING)
    ):
        return ()
    while first and _is_in_name(words[first - 1]) and words[first - 1].lower() not in SMALL_WORDS:
        first -= 1
    return words[first:]  # "Conservative group" leader


def _is_in_name(word: str) -> bool:
    """Whether a word before another with a capital may belong to one name with it."""
    return word[:1].isupper() and word != "The" and word[-1:].isalnum()


def _role(words: list[str]) -> str | None:
    """The role that words in front of a name make, without what leads to it or took its picture."""
    first = 0
    while first < len(words) and (
        words[first].lower() in _NO_BEGINNING
        or words[first].lower() in _OF_OTHERS
        or words[first].lower() in _PRONOUNS
        or (words[first] in _KIN and words[first + 1 : first + 2] and words[first + 1][0].isupper())
    ):
        first += 1
    printed = one_line(" ".join(words[first:])).replace("- ", "-")
    if _OF_PRESS.isdisjoint([word.lower() for word in words]):
        for agency in _AGENCIES:
            printed = printed.removeprefix(agency)
    return printed or None


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
        if not whose and words[first].lower() not in _DETERMINERS:
            continue
        role = words[first + 1 :]
        if _says_what(role):
            if not first and before[:opened].endswith(",") and before[:opened].split()[-1][0].isupper():
                return None  # "Jonas Lind, the mayor, Ada Quill, and others"
            if not whose or not words[first][0].isupper():
                return _role(role)
            while first and _is_in_name(words[first - 1]):
                first -= 1
            return _role(words[first:])
        if not whose and words[first - 1 : first] and words[first - 1] not in _LINKS:
            return None
    return None


def _says_what(words: Sequence[str]) -> bool:
    """Whether the head of some words says what somebody is: "chief executive" of "chief executive of the yard"."""
    end = next((at for at, word in enumerate(words) if word in _LINKS), len(words))
    head = words[end - 1] if end else ""
    return head.lower() not in _SAYS_LITTLE and (is_trade(head.lower()) or head in AS_PRINTED)


_BEHIND = re.compile(
    r",\s+(?P<age>(?:aged\s+)?\d{1,3},\s+)?(?P<role>(?:(?:the|a|an|its|their|his|her)\s+)?[^\W\d_]"
    r"(?:(?!\swho(?:se|m)?\b)[^,.;:()“”\"\n—–]|(?<=\b[A-Z])\.(?! ?(?:He|She|They|It|The|A|In|But|And|We|I)\b)|(?<=\bSt)\.|(?<=\bMt)\.){2,90})"
    r"(?=[,.;—–]|\s[—–-]|\swho(?:se|m)?\b)"
)
_OF_ALL = re.compile(
    r"\b(?:who|whose|which|that|said|says|was|is|were|are|had|has|told|wrote|writes|tweeted|spoke|speaks|address(?:es|ed)|poses|attends|arrives|and\s+[A-Z])\b"
)
_PARTS_OFF = re.compile(r"[,;:()“”\"—–?!]|(?<!\b[A-Z])\.")
_CLOSES = re.compile(r"[,.;:)!?”\"—–]|\s[—–(-]|\Z")
_LONGEST_INTRODUCTION = 100
"""Characters of what a name is set behind."""
_DETERMINERS = frozenset(["the", "a", "an", *_PRONOUNS])
_CUT_INITIALS = re.compile(r"\b[A-Z]\Z")
_LINKS = frozenset(["of", "for", "to", "with", "at", "by", "from", "in", "on"])
_BEHIND_POST = (["of"], ["for"])
_MOST_BEFORE_NOUN = 6


def role_behind(text: str, end: int) -> Role | None:
    """The role as printed in apposition behind a name: ", a spokesman for the ministry,"."""
    if text[end : end + 1] != ",":
        return None
    found = _BEHIND.match(text, end, end + 130)
    if not found or _OF_ALL.search(found["role"]):
        return None
    words = found["role"].split()
    if words[0].lower() in _NO_BEGINNING or _CUT_INITIALS.search(found["role"]):
        return None
    if words[-1] in AS_PRINTED and words[-1].istitle() and len(words[-1]) < 5:
        return None  # "…, Lt. Lind": the stop is the title's
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
            if word.lower() in _KIN and words[number + 1 : number + 2] not in (["of"], ["and"]):
                return None
            return Role(" ".join(_without_owner(words)), Span(*found.span("role")))
        if word in _PREPOSITIONS or (number and word in _DETERMINERS):
            return None
    return None


def _without_owner(words: list[str]) -> list[str]:
    """A role without whose it is, where the story alone tells which is meant: "its", "the company’s"."""
    if words[0] in _PRONOUNS:
        return words[1:]
    owned = words[0].lower() == "the" and words[1].endswith(GENITIVE_S) and words[1][:-2] in _OWNERS
    return words[2:] if owned and len(words) > 2 else words
