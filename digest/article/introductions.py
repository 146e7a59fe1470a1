"""Introductions: those whom a text names in full, with the role before or behind the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.article.capitals import as_name, as_written
from digest.text.genders import GENDERED_NAMES
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.spans import one_line
from digest.text.tokens import GENITIVE_S

_WORDS = lexicon("speakers")
COURTESY = _WORDS["courtesy"]
"""Forms of address, in small letters and without a stop."""
OFFICES = (
    _WORDS["offices"]
    | _WORDS["hosts"]
    | _WORDS["reporters"]
    | {title.casefold() for title in lexicon("names")["person_titles"]} - COURTESY
)
"""Words for somebody's office or part in a talk, in small letters."""
POSTS = (
    OFFICES | lexicon("persons")["anybody"] | lexicon("persons")["men"] | lexicon("persons")["women"] | _WORDS["posts"]
)
"""The same, and all nouns for what somebody is."""
_JOINTS = _WORDS["things"] | _WORDS["talks"]
_ROLE_JOINTS = frozenset(["of", "for"])
_TOKEN = seldom(r"[^\W\d_][\w’'-]*\.?|[,;:()–—|/]|\s-\s|\n")
_APPOSITION = seldom(r"\s*(?:,|[–—-](?=\s)|\()\s*(?P<role>(?:(?:the|a|an)\s)?[^,;:()–—|\n.]{3,80})")
# "talks to the geologist Ada Quill", "host Ada Quill": a trade in small letters before the name.
_TRADE = re.compile(r"(?:\A|[\s(])(?:(?:the|an?|our)\s)?(?P<post>[a-z-]+)\s\Z")
_BELOW = re.compile(r"[ \t]*\r?\n\s*(?P<role>[^\r\n,;:.]{3,80})(?=[\r\n]|\Z)")
_PREFIX = re.compile(r"\b(Press|Media|News|Committee|Conference|Question)\s\Z")
_BEFORE_VERB = re.compile(
    r"\s(?:is|was|has|had|will|spoke|speaks|talks|talked|told|answered|answers|and\s[A-Z]|on\s(?:the\s)?[A-Z])\b"
)
_INTERVIEW = re.compile(
    r"\((?:sworn|affirmed|recalled)\)|\bq\s?(?:&|and)\s?a\b|\binterview|\bquestions\s(?:for|to)\b|\bconversation\swith\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 200


def introduced_people(head: str) -> Iterator[tuple[str, str | None]]:
    """Those whom the text above the first turn names in full, with the role before or behind the name."""
    before: tuple[Sequence[str], int] = ((), 0)
    for run, start, end in _runs(head):
        person = person_of(run)
        if person is None:
            before = (run, end)
            continue
        name, role = person
        if role and (prefix := _PREFIX.search(head, max(0, start - 12), start)):
            role = f"{prefix[1]} {role}"
        if (
            role is None
            and before[0]
            and head[before[1] : start].strip() in (":", ",")
            and any(map(_is_office, before[0]))
        ):
            role = as_name(" ".join(before[0]))
        if role is None:
            alone = head[:start].rpartition("\n")[2].strip() == ""
            behind = _APPOSITION.match(head, end) or (_BELOW.match(head, end) if alone else None)
            role = _role_of(one_line(behind["role"])) if behind else None
        if role is None and (trade := _TRADE.search(head, max(0, start - 60), start)) and trade["post"] in POSTS:
            role = trade["post"]
        yield name, role


def _role_of(printed: str) -> str | None:
    """The role that an apposition tells, if it tells one."""
    printed = _BEFORE_VERB.split(printed)[0].strip()
    if not any(word.casefold().strip(".") in POSTS for word in re.split(r"[\s-]", printed)):
        return None
    printed = re.sub(r"\A(?:the|an?)\s", "", printed, flags=re.IGNORECASE)
    return as_written(printed)


def interviewed_person(head: str) -> tuple[str, str | None] | None:
    """Whom the heading of an interview names: "Q&A with Mayor Ada Quill"; None where it names two people or nobody."""
    for line in head.splitlines():
        if len(line) <= _LONGEST_HEADING and _INTERVIEW.search(line):
            people = list(introduced_people(line))
            if len(people) == 1:
                return people[0]
    return None


def _runs(head: str) -> Iterator[tuple[list[str], int, int]]:
    """Runs of capitalised words, each with where it starts and ends; "of" goes on a run that an office opens."""
    run: list[str] = []
    start = end = 0
    for token in _TOKEN.finditer(head):
        word = token.group()
        small = word.casefold().strip(".")
        goes_on = bool(run) and (
            (small in _ROLE_JOINTS and _is_office(run[-1])) or (small == "the" and run[-1].casefold() in _ROLE_JOINTS)
        )
        opens = word[0].isupper() and small not in _JOINTS
        if run and run[-1].endswith(GENITIVE_S):
            run = []
        if goes_on or (opens and (not run or not head[end : token.start()].strip(" "))):
            run.append(word)
            start = start if len(run) > 1 else token.start()
        else:
            if run:
                yield run, start, end
            run, start = ([word] if opens else []), token.start()
        end = token.end()
    if run:
        yield run, start, end


def _is_office(word: str) -> bool:
    return word.casefold().strip(".") in OFFICES


def person_of(run: Sequence[str]) -> tuple[str, str | None] | None:
    """The name that a run of capitalised words ends in, and the role before it."""
    last = max(
        (at for at, word in enumerate(run) if _is_office(word) or word.casefold().strip(".") in COURTESY), default=-1
    )
    given = next((at for at in range(last + 1, len(run) - 1) if run[at].title() in GENDERED_NAMES), None)
    rest = list(run[last + 1 :])
    if given is not None:
        name, role = list(run[given:]), list(run[:given])
    elif _ROLE_JOINTS.isdisjoint(word.casefold() for word in rest):
        name, role = rest, list(run[: last + 1])
    else:
        name, role = rest[-2:], list(run[:-2])
    if not 2 <= len(name) <= 4 or (given is None and last < 0 and len(name) > 3):
        return None
    if not _ROLE_JOINTS.isdisjoint(word.casefold() for word in name):
        return None  # "the Minister for Education" is no name
    if not any(map(_is_office, role)):
        role = []
    role = [word for word in role if word.casefold().strip(".") not in COURTESY]
    printed = " ".join(role)
    return " ".join(name).rstrip("."), as_written(printed) or None
