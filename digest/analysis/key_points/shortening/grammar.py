"""The grammar that shortening needs: where a main clause goes on, and whether a name says who it is."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.reporting import REPORTING_VERBS

_WORDS = lexicon("clause_words")
AUXILIARIES = _WORDS["auxiliaries"]
_TWO_WAYS = _WORDS["two_ways"]
_PAST = (lexicon("verbs")["irregular_past"] - _TWO_WAYS) | _WORDS["plain"]
_VERB_AND_NEXT = re.compile(r"(?:(?:also|then|later|[a-z]+ly) )?(?P<verb>[a-z]+(?:n['’]t)?) (?P<next>[^\s,]+)")
_OBJECT = _WORDS["objects"]
_WORD = re.compile(r"[a-z]+(?:n['’]t)?")
_LED_BY = re.compile(
    r"(?:In|On|At|After|Before|During|For|From|By|With|Under|Since|Until|Last|Late|Early|Earlier|Today|Yesterday)\b"
)
_ADDED = re.compile(r"\[[^\[\]]*\]")
_OFFICES = _WORDS["offices"]
_TRAILING_NAME = re.compile(r"(?:(?<!\S)[A-Z][\w.’'-]*(?: |\Z)){1,8}\Z")
_JOINED = re.compile(r"\b(?:and|but|or) ([A-Za-z]+)")
_SUBJECTS = _WORDS["subjects"]
_SELECTED = _WORDS["selecting"]

HAS_HAPPENED = seldom(
    rf"\b(?:{'|'.join(sorted(lexicon('verbs')['irregular_past'] | lexicon('reporting_verbs')['past']))}|[a-z]{{2,}}ed)\b"
)
"""A verb in the past tense, or what looks like one."""


def count_words(text: str) -> int:
    """The words of `text`, those that were added in brackets left out."""
    return len((_ADDED.sub("", text) if "[" in text else text).split())


def has_finite_verb(text: str) -> bool:
    """Whether a word of `text` is plainly, or most likely, a finite verb."""
    return any(
        word in AUXILIARIES or word in _PAST or word in _TWO_WAYS or word in REPORTING_VERBS or word.endswith("ed")
        for word in _WORD.findall(text)
    )


def goes_on(subject: str, rest: str) -> bool:
    """Whether `rest`, behind a comma, is the predicate of `subject`, the beginning of the sentence."""
    found = _VERB_AND_NEXT.match(rest)
    if not found:
        return False
    if subject.count(",") > 1 or ("," in subject and not _LED_BY.match(subject)):
        return False
    told = has_finite_verb(subject)
    verb, following = found["verb"], found["next"].lower()
    if verb in AUXILIARIES:
        return not told or any(word in REPORTING_VERBS for word in _WORD.findall(subject))
    if told:
        return False
    if verb in _PAST:
        return (verb, following) != ("said", "to")
    return (verb in _TWO_WAYS or verb in REPORTING_VERBS or verb.endswith("ed")) and following in _OBJECT


def name_before(text: str) -> str:
    """The capitalised words that `text` ends in; none where it ends in a common noun."""
    found = _TRAILING_NAME.search(text)
    return found.group().strip() if found else ""


def is_introduced(text: str) -> bool:
    """Whether the person's name that `text` ends in has its office in front of it, as in "the mayor Ada Quill"."""
    name = name_before(text)
    before = text[: len(text) - len(name)].rstrip().rpartition(" ")[2]
    return any(word in _OFFICES for word in (*name.split()[:-1], before))


def is_selected(text: str) -> bool:
    """Whether a word that picks some out of many stands near the end of `text`: "only the mayor"."""
    return not _SELECTED.isdisjoint(word.lower() for word in text.split()[-6:])


def joins_a_clause(text: str) -> bool:
    """Whether "and", "but" or "or" in `text` stands before what looks like another clause's subject or verb."""
    return any(
        word in _SUBJECTS or word in AUXILIARIES or word in _PAST or word in _TWO_WAYS or word in REPORTING_VERBS
        for word in _JOINED.findall(text)
    )
