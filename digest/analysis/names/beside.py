"""Beside, what the words in front of a mention and behind it say of a name's kind, each piece by a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from digest.analysis.names.appositions import role_behind
from digest.analysis.names.candidates import Candidate
from digest.analysis.names.firms import INTRODUCED, firm_around, firm_before
from digest.analysis.names.gazetteer import DEMONYMS, PLACES
from digest.analysis.names.titles import is_courtesy
from digest.analysis.names.trades import OCCUPATIONS, is_trade
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS
from digest.text.tokens import GENITIVE_S

_BESIDE = lexicon("evidence_words")
_WORD_BEFORE = {
    word: f"before: {heading.removeprefix('before_')}"
    for heading, words in _BESIDE.items()
    if heading.startswith("before_")
    for word in words
}
_WORD_BEHIND = {
    word: f"behind: {heading.removeprefix('behind_')}"
    for heading, words in _BESIDE.items()
    if heading.startswith("behind_")
    for word in words
}
_CALLED, _BODIES, _KIN = _BESIDE["called"], _BESIDE["behind_company"], _BESIDE["kin"]
_TOWN_WORDS = _BESIDE["before_city"] | _BESIDE["of_places"]
_NEAR = frozenset(["near", "Near"])
_WORKS = _BESIDE["works"]
_LONGEST_WORD = 24
"""Characters in front of a mention that are looked at, and behind it."""
_LONGEST_APPOSED = 90
"""Characters behind a mention among which it is said what it is."""
_BODIES_SET_BEFORE = _BESIDE["bodies_set_before"]
_BORN = frozenset(["Born", "née", "nee"])
_SAID_BY = frozenset(["by", "to", "told", "with"])
"""What stands before "The" where the papers that have it in their name are shown a letter: "seen by The Meridian"."""
_BEATEN = re.compile(
    r"\d[-–]\d (?:(?:home |away )?(?:win|victory|triumph|defeat|loss|draw) (?:over|against|by|to|with)"
    r"|(?:at home |away )?(?:to|with|against|at (?:[a-z]+ )?rivals)(?: [a-z]+)?) \Z"
)
_NEXT = re.compile(r"(?:['’]s?)?\s+([a-z][a-z-]*)")
TELLS_OWNER = dict.fromkeys(["CEO", "CFO", "COO"], "before: company") | dict.fromkeys(
    ["Mayor", "Sheriff", "Councilman", "Councilwoman", "Alderman"], "behind: town"
)
"""What a title says of the name in front of it."""
_TITLE_BEHIND = re.compile(rf"[ \n]({'|'.join(TELLS_OWNER)})(?!\w)")
_NATIVES = frozenset(["boy", "girl", "man", "resident", "teen", "teenager", "woman"])
_AGE = re.compile(r",\s+(?:aged\s+|now\s+)?\d{1,2}(?:,|\.|;|\s+and|-year-old)|\s\(\d{1,2}\)")
_PARTY = re.compile(r"\s?[(,]\s?[DRI]-[A-Z]")
_IN_BRACKETS = re.compile(r"\s\(([A-Z][A-Za-z&.-]{1,9})\)")
_APPOSED = re.compile(
    rf"(?:,|\s(?:is|was))\s(?:an?|the|her|his|their|its)\s(?:(?!(?:of|for|from|at|by|to|with|whose)\s)[\w’'.-]{{1,16}}\s){{0,4}}?(?:(?P<place>area|{'|'.join(sorted(_BESIDE['before_city']))})|(?P<body>{'|'.join(sorted(_BESIDE['before_company']))}))"
    r"(?=[,.;]|\s(?:in|of|that|which|where|near|outside|off|on|with|for|based|owned|run|founded|led|and|between|at|about|some|just|located|known)\b)"
)
"""What a name is, behind it: ", a village outside Oslo", " is a shipping company"."""
_LIES = re.compile(
    r",\s(?:(?P<far>(?:about\s|around\s|some\s)?\d+\s?(?:km|kms|miles?|kilomet(?:re|er)s?)\s(?:\([^)]{3,16}\)\s)?(?:north|south|east|west|inland|from|outside|off|away|up|down|short)\b)"
    r"|in\s(?:the\s)?(?:far\s)?(?:north|south|east|west|central)(?![a-z]{6}))"
)
"""Where a name lies: ", 20 miles north of Oslo", ", in the south of Norway"."""
_COMMA_PLACE = re.compile(r",\s+((?:[A-Z][\w.]*\s){0,2}[A-Z][\w.]*)")


def _evidence_before(before: str, found: list[str], *, introduced: bool) -> None:
    """Add what the word or the mark in front of a mention says."""
    if before[-1] == "(":
        found.append("before: bracket")
        return
    if not before[-1].isspace():
        return
    words = before.rsplit(None, 2)
    if not words:
        return
    word = words[-1].lstrip("“\"‘'(")
    if word[-1:] == ",":
        found.append("before: comma")
        if introduced and is_trade(word[:-1]):
            found.append(
                "firm or somebody" if word[:-1] in INTRODUCED else "before: occupation"
            )  # "the officer, Ada Quill,"
        if introduced and word[:-1] in _BODIES_SET_BEFORE and words[-2:-1] not in (["the"], ["The"]):
            found.append("before: company")  # "a residents’ body, Nagrik Awaaz,"
        if word[:-1] in _KIN:
            found.append("kin")
        return
    found += _of_word_before(word)
    if word in _BORN:
        found.append("birth name")
    if len(words) > 1 and word == "The" and words[-2] in _SAID_BY:
        found.append("outlet")
    if len(words) > 1 and word == "of" and words[-2] in _TOWN_WORDS:
        found.append("before: town of")
    elif len(words) > 1 and word in _CALLED:
        found += _of_word_called(words[-2])
    if len(words) > 1 and (said := firm_before(word, words[-2])):
        if word == "in":
            found.remove("before: in")  # "shares in Senn"
        found.append(said)


@lru_cache(maxsize=4096)
def _of_word_before(word: str) -> tuple[str, ...]:
    """What a word in front of a mention says."""
    kind = _WORD_BEFORE.get(word)
    found = (kind,) if kind else ()
    if word in _KIN:
        found = (*found, "kin")
    if word in _NEAR:
        found = (*found, "near")
    if word in _WORKS:
        found = (*found, "work")
    if word in OCCUPATIONS or word.endswith("-year-old") or (word[:1].isupper() and is_trade(word.lower())):
        return (*found, "before: occupation")
    if word in REPORTING_VERBS:
        return (*found, "before: says")
    if word in DEMONYMS:
        return (*found, "before: demonym")
    return (*found, "before: owner") if word.endswith(GENITIVE_S) else found


def _of_word_called(word: str) -> tuple[str, ...]:
    """What it says of a name that somebody or something is called by it: "a man named", "a company called"."""
    if word in _BESIDE["before_company"]:
        return ("before: company",)
    if word in _TOWN_WORDS:
        return ("before: town of",)
    return ("before: occupation",) if word in OCCUPATIONS else ()


@lru_cache(maxsize=4096)
def _of_word_behind(word: str) -> str | None:
    """What a word behind a mention says."""
    kind = _WORD_BEHIND.get(word)
    if kind:
        return kind
    if word in REPORTING_VERBS:
        return "behind: says"
    if word in OCCUPATIONS:
        return "behind: occupation"
    if word.endswith("ed"):
        return "behind: past"
    if word.endswith("s") and word not in ("is", "was", "has", "as", "this", "its", "his"):
        return "behind: plural"
    return None


def evidence_beside(text: str, candidate: Candidate, title: str) -> list[str]:
    """What stands in front of a mention and behind it."""
    start, end = candidate.span
    following = text[end : end + 1]
    owned = following in ("'", "’")
    behind = _NEXT.match(text, end, end + _LONGEST_WORD) if owned or following.isspace() else None
    word = behind[1] if behind else ""
    found: list[str] = []
    if title:
        found.append("form of address" if is_courtesy(title) else "title")
    elif start:
        _evidence_before(text[max(0, start - _LONGEST_WORD) : start], found, introduced=following == ",")
    if candidate.opens:
        found.append("opens")
    if owned:
        found.append("behind: owned occupation" if word in OCCUPATIONS else "behind: owned")
    elif word:
        found += _of_word_and_more(text, end, word)
    elif following.isspace():
        found += _of_capitals_behind(text, candidate)
    elif following == ",":
        found += _behind_comma(text, end)
    elif following == "-":
        found.append("hyphen behind")
    if word in _NATIVES and text.endswith("-year-old", 0, start - 1):
        found = [one for one in found if one != "before: occupation"] + ["lives there"]  # "a 42-year-old Selwyn man"
    if start and _BEATEN.search(text, max(0, start - 40), start):
        found.append("beaten")
    if owned and "firm" in found:
        found.remove("firm")  # "chairman of Ada Quill's campaign"
    if not title and (around := firm_around(text, start, end, word)):
        found.append(around)
    return found


def _of_word_and_more(text: str, end: int, word: str) -> Iterator[str]:
    """What the word behind a mention that ends here says, and behind "is" what the name is."""
    said = _of_word_behind(word)
    if said:
        yield said
    if said == "behind: is" and (apposed := _APPOSED.match(text, end, end + _LONGEST_APPOSED)):
        if apposed["place"]:
            yield "is a place"
        elif apposed["body"] in _BODIES:
            yield "before: company"


def _of_capitals_behind(text: str, candidate: Candidate) -> Iterator[str]:
    """What a title, a party or initials behind a mention say."""
    end = candidate.span.end
    if told := _TITLE_BEHIND.match(text, end, end + 12):
        yield TELLS_OWNER[told[1]]
    elif _PARTY.match(text, end):
        yield "party"
    elif brackets := _IN_BRACKETS.match(text, end):
        yield "own initials" if brackets[1][0] == candidate.words[0][0] else "brackets"


def _behind_comma(text: str, end: int) -> Iterator[str]:
    """What a comma behind a mention that ends here sets off."""
    if _AGE.match(text, end):
        yield "age"
    elif lies := _LIES.match(text, end, end + _LONGEST_APPOSED):
        yield "is a place" if lies["far"] else "near"
    elif text[end + 1 : end + 5] == " who":
        yield "who"
    elif _PARTY.match(text, end):
        yield "party"
    elif role_behind(text, end):
        yield "apposition"
    elif apposed := _APPOSED.match(text, end, end + _LONGEST_APPOSED):
        yield "is a place" if apposed["place"] else "before: company"
    else:
        place = _COMMA_PLACE.match(text, end, end + 40)
        if place and (place[1] in PLACES or place[1].split()[0].rstrip(".") in PLACES):
            yield "behind: place"
