"""Roles, who somebody is by the words in front of the name, "Senn’s marketing chief", and which of several says most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.analysis.names.gazetteer import PLACES, SMALL_WORDS, STATE_LETTERS
from digest.analysis.names.titles import AS_PRINTED, is_courtesy
from digest.analysis.names.trades import OCCUPATIONS, is_trade
from digest.analysis.names.trimming import OF_BODIES
from digest.text.lexicons import lexicon, phrases
from digest.text.reporting import REPORTING_VERBS
from digest.text.spans import one_line
from digest.text.tokens import GENITIVE

_PARTS, _WORDS = lexicon("name_parts"), lexicon("roles")
BEFORE_TRADES = _PARTS["before_occupation"]
KIN, NO_BEGINNING = _WORDS["kin"], _WORDS["no_beginning"]
_OF_PRESS = _WORDS["of_press"]
_VERBS = REPORTING_VERBS | lexicon("verbs")["irregular_past"]
_FIELDS_IN_ING = _WORDS["fields"]
_VERBS_TOO = frozenset(["book", "project", "research", "screen", "stage", "transport"])
_MODALS = frozenset(["can", "could", "may", "might", "must", "shall", "should", "will", "would"])
_NO_FIELDS = _MODALS | NO_BEGINNING | _WORDS["no_end"] | _VERBS
ANYBODY = _WORDS["anybody"]
SAYS_LITTLE = KIN | ANYBODY
_ADDRESS = lexicon("names")["courtesy"] - {"Lady", "Lord", "Father", "Sister"} | {"Honourable", "Honorable"}
_OF_FIRMS = frozenset(["boss", "partner"])
"""What somebody is to somebody, and behind a name at a firm: "Senn partner Ada Quill"."""
_OF_OTHERS = frozenset(["another", "both"])
_NO_ROLES = SAYS_LITTLE | {"republican", "democrat", "teammate"}
PRONOUNS = frozenset(["his", "her", "its", "their", "our", "my"])
DETERMINERS = frozenset(["the", "a", "an", *PRONOUNS])
_AGENCIES = tuple(f"{agency} " for agency in phrases("roles")["agencies"])
_RANKS = frozenset(
    ["Brig", "Capt", "Cllr", "Cmdr", "Col", "Cpl", "Det", "Gen", "Insp", "Lt", "Maj", "PC", "Sgt", "Supt", "WPC"]
)
"""Titles that say less than whatever else is told: "Gen. Ada Quill, the head of the guard"."""
_AT_COURT = re.compile(r"(?:\A|[.!?”\"\n] ?)(Defending|Mitigating|Prosecuting), \Z")
_CODE = re.compile(r"[(<]?[A-Z]{2,5}[a-z_]{0,2}\.[A-Z]{1,2}[)>]?")
"""A code of the stock exchange: "SENN.N"."""
_SPACES = re.compile(r"[ \n\u00a0]+")
_MOST_BEFORE = 6
"""Words of a role in front of a name."""
_MOST_FIELDS = 2
"""Words between whose a role is and its noun: "Senn’s global marketing chief"."""
_LONGEST_WORD = 24
_FULL = 3
"""Words of a role that is not asked for a fuller one."""
_OPENS = re.compile(r"(?:\A|\)|[.!?”\"\n] ?|[a-z,] )[A-Z][a-z-]+ \Z")
_LONGEST_FIELD = 60
"""Characters in front of a name in which somebody's post and its field stand."""
_HEAD_OF = re.compile(
    r"(?:\A|[.!?”\"\n] ?|\b(?:added|by|[Hh]er|[Hh]is|[Ii]ts|said|says|[Tt]heir|told) |['’]s? )"
    r"(?P<role>(?:[A-Za-z][a-z-]+ ){0,2}(?P<head>[A-Za-z][a-z-]+) (?:of|for) (?:the )?(?P<field>[a-z]+(?: (?:and )?[a-z]+)?)) \Z"
)
_HEAD_OF_BODY = re.compile(
    r"(?P<role>\b(?:(?:acting|deputy|former|vice) )?(?P<head>[A-Za-z][a-z-]+) of (?:the )?(?:[A-Z][\w’'-]+ (?:(?:of|for|and) )?){1,6}?)\Z"
)
_BODIES = lexicon("names")["organisation_heads"]
_OFFICES = _WORDS["offices"]
_OFFICE = re.compile(
    rf"\b(?:{'|'.join(sorted({form for office in _OFFICES for form in (office, office.title())}))}) (?:of|to|for) (?:the )?"
    r"(?:[A-Z][\w.]{1,14} ){1,3}\Z"
)
"""An office of a place in front of a name: "ambassador to the U.S. "."""


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
        if said and len(words) > len(so_far) and KIN.isdisjoint(words):
            best = role
        if len(words) >= _FULL:
            break
    return best


def _is_bare(role: str) -> bool:
    """Whether a role is one word and no title, or that of many: "chief", "star", "Witness", "Councillor", "Gen."."""
    if role.rstrip(".") in _RANKS:
        return True
    return " " not in role and (
        role[0].islower() or role in _OF_MANY or (is_trade(role.lower()) and role not in AS_PRINTED)
    )


def role_before(text: str, start: int, title: str) -> str | None:
    """The role as printed in front of a name that begins at `start`, its title taken in; None where there is none."""
    begin = start - len(title) - 1 if title else start
    taken: list[str] = []
    if not title and (at_court := _AT_COURT.search(text, max(0, begin - _LONGEST_WORD), begin)):
        return at_court[1].lower()
    if not title:
        before, _, last = text[max(0, begin - _LONGEST_WORD) : begin].replace("\n", " ").rstrip().rpartition(" ")
        last = last.rpartition(")")[2]  # "(AGENCY)Actress Ada Quill"
        if last in PLACES and (office := _OFFICE.search(text, max(0, begin - 80), begin)):
            begin, taken = office.start(), office.group().split()
        elif last[:1].isupper():
            if last in _BODIES and (body := _HEAD_OF_BODY.search(text, max(0, begin - 90), begin)):
                return body["role"].rstrip() if _says_what(body["head"]) else None
            return last if _says_what(last) and _OPENS.search(text, max(0, begin - _LONGEST_WORD), begin) else None
        elif last not in OCCUPATIONS and (last in BEFORE_TRADES or not is_trade(last)):
            return _head_of(text, begin) if text.find(" of ", max(0, begin - _LONGEST_FIELD), begin) > 0 else None
        elif last == "co-founder" and before.endswith(GENITIVE) and before.rpartition(" ")[2].islower():
            return None  # "the firm's co-founder" says more as it stands
    words = _SPACES.split(text[max(0, begin - 80, text.rfind("\n\n", 0, begin) + 1) : begin].strip())
    if ")" in words[-1]:
        words[-1] = words[-1].rpartition(")")[2] or words[-1]  # "(AGENCY)Former President Ada Quill"
    if title.rstrip(".") in _RANKS and (post := _head_of(text, begin)):
        return post  # "Cabinet member for education Cllr Ada Quill"
    if title and not is_courtesy(title):
        while words and words[-1] in BEFORE_TRADES and words[-1] != "the" and not _is_verb(words):
            taken.insert(0, words.pop())
        printed = title.split()
        if (
            words
            and words[-1].istitle()
            and words[-1] != "Press"
            and words[-1].lower() in BEFORE_TRADES
            and printed[0].istitle()
        ):
            printed.insert(0, words.pop())  # "Police" Chief
        while len(printed) > 1 and printed[-1].rstrip(".") in _ADDRESS:
            printed.pop()
        return role_of([*taken, *printed])
    if title and words and words[-1][:1].isupper() and _says_what(words[-1]):
        return words[-1]  # "Curator Dr Ada Quill"
    taken = [*_taken(words, inside=bool(taken)), *taken]
    if len(taken) > _MOST_BEFORE:
        return None
    if not any(
        (is_trade(word) or word.lower() in _OFFICES)
        and (word.removeprefix("then-").removeprefix("ex-") not in KIN or (word in _OF_FIRMS and len(taken) > 1))
        for word in taken
    ):
        return None
    if words[-1:] == ["and"] and (first := _first_of_two(words[:-1])):
        return role_of([*first, "and", *taken])
    rest = _rest_of(words)
    return role_of([*_body_of(words[: len(words) - len(rest)], [*rest, *taken]), *rest, *taken])


def _says_what(word: str) -> bool:
    """Whether a word says what somebody is, be it with a capital or without."""
    return is_trade(word.lower()) and word.lower() not in _NO_ROLES


def _taken(words: list[str], *, inside: bool = False) -> list[str]:
    """The words of a role that a list of words ends in, which are taken from it.

    Args:
        words: what stands in front.
        inside: whether it stands in front of a role's other words, where a name belongs to it.
    """
    taken: list[str] = []
    while words and (
        is_trade(words[-1])
        or (words[-1] in BEFORE_TRADES and not _is_verb(words))
        or ((inside or taken) and is_in_name(words[-1]))
    ):
        taken.insert(0, words.pop())
    return taken


def _is_verb(words: list[str]) -> bool:
    """Whether the last of some words is what is done with somebody: "to transport President Quill"."""
    return words[-1] in _VERBS_TOO and words[-2:-1] == ["to"]


def _first_of_two(words: list[str]) -> list[str]:
    """The first of two things that somebody is: "Rapper" of "Rapper and actor Ada Quill"; nothing where it is another's.

    "A painter and actor Ada Quill" and "the mayor and actor Ada Quill" may be two.
    """
    if not words:
        return []
    noun = words[-1]
    opens = not words[:-1] or words[-2][-1] in '.?!:”"'
    if not _says_what(noun) or (noun[0].isupper() and not opens):
        return []
    if opens:
        return [noun]
    first = _taken(words)
    if words and words[-1][-1] not in '.?!:”"' and (is_trade(words[-1].lower()) or words[-1].lower() in BEFORE_TRADES):
        first.insert(0, words.pop())  # "Former Northmoor mayor"
    before = words[-1].lower() if words else ""
    return [] if {before, first[0].lower()} & {"a", "an"} or (before == "the" and noun in _OFFICES) else first


def _head_of(text: str, begin: int) -> str | None:
    """What somebody is the head of, where it opens a sentence: "Leader of the council Ada Quill"."""
    found = _HEAD_OF.search(text, max(0, begin - _LONGEST_FIELD), begin)
    if found is None or not _says_what(found["head"]):
        return None
    if not _NO_FIELDS.isdisjoint(found["field"].split()):
        return None
    words = found["role"].split(" ")
    while words[0] in _VERBS or words[0].lower() in PRONOUNS:
        words = words[1:]
    led = words[: words.index(found["head"])]
    return " ".join(words) if all(word.lower() in BEFORE_TRADES for word in led) else None


def _body_of(words: Sequence[str], role: Sequence[str]) -> Sequence[str]:
    """What the name of a body before a role opens with: "Bank of" before "Selwyn governor"; nothing as a rule."""
    if words[-1:] != ["of"] or not role[0][0].isupper():
        return ()
    first = len(words) - 1
    while first:
        if is_in_name(words[first - 1]):
            first -= 1
        elif words[first - 1] in OF_BODIES and first > 1 and is_in_name(words[first - 2]):
            first -= 2
        elif words[first - 1] == "the" and first > 2 and words[first - 2] in OF_BODIES and is_in_name(words[first - 3]):
            first -= 3
        else:
            break
    return words[first:] if first < len(words) - 1 else ()


def _rest_of(words: Sequence[str]) -> Sequence[str]:
    """What else tells a role behind `words`: "Senn’s marketing" chief, "former harbour" spokesman; nothing as a rule."""
    first = len(words) - 1
    while (
        first >= 0
        and words[first].islower()
        and words[first] not in BEFORE_TRADES
        and len(words) - first <= _MOST_FIELDS
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
    if words[first] in BEFORE_TRADES and words[first] != "the":
        while first and words[first - 1] in BEFORE_TRADES and words[first - 1] != "the":
            first -= 1
        return words[first:]
    if words[first].lower() in DETERMINERS or words[first][-1] in '”"':
        return between
    if not words[first][0].isupper():
        return ()
    if words[first].endswith(GENITIVE):
        while first and is_in_name(words[first - 1]):
            first -= 1
        return words[first:]
    opens = first == 0 or words[first - 1][-1] in '.?!:”"'
    if (
        not between
        or not words[first].isalpha()
        or words[first] == "I"
        or words[first].lower() in (SMALL_WORDS if opens else NO_BEGINNING)
    ):
        return ()
    while first and is_in_name(words[first - 1]) and words[first - 1].lower() not in SMALL_WORDS:
        first -= 1
    return words[first:]  # "Conservative group" leader


def is_in_name(word: str) -> bool:
    """Whether a word before another with a capital may belong to one name with it."""
    return (
        word[:1].isupper()
        and word not in ("A", "An", "The")
        and (word[-1:].isalnum() or word in STATE_LETTERS or word == "U.N.")
    )


def role_of(words: list[str]) -> str | None:
    """The role that words in front of a name make, without what leads to it or took its picture."""
    words = [word for word in words if "." not in word or not _CODE.fullmatch(word)]
    first = 0
    while first < len(words) and (
        words[first].lower() in NO_BEGINNING
        or words[first].lower() in _OF_OTHERS
        or words[first].lower() in PRONOUNS
        or (words[first] in KIN and words[first + 1 : first + 2] and words[first + 1][0].isupper())
    ):
        first += 1
    printed = one_line(" ".join(words[first:])).replace("- ", "-")
    if _OF_PRESS.isdisjoint([word.lower() for word in words]):
        for agency in _AGENCIES:
            printed = printed.removeprefix(agency)
    return printed or None
