"""Talk, the words of a conversation that say nothing of its subject: thanks, fillers, refusals."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon, phrases
from digest.text.patterns import seldom


def _any_of(heading: str) -> str:
    listed = sorted(phrases("talk")[heading], key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s+") for phrase in listed)


_COURTESY = seldom(rf"\b(?:{_any_of('courtesies')})\b(?!(?<=thanks)\sto\b)", re.IGNORECASE)
_NON_ANSWER = seldom(rf"\b(?:{_any_of('non_answers')})\b", re.IGNORECASE)
_SHORT_NON_ANSWER = seldom(rf"\b(?:{_any_of('short_non_answers')})\b", re.IGNORECASE)
_SHORT = 8
"""Words of a sentence in which little else is said."""
_FILLER = seldom(rf"(?:(?:{_any_of('fillers')}),\s+)+(?=\S)", re.IGNORECASE)
_POLAR = seldom(rf"(?:{_any_of('polar')})\b", re.IGNORECASE)
_LONGEST_POLAR = 5
"""Words."""
_WORDS = lexicon("standing")
_PRONOUNS, _SEVERAL, _DEMONSTRATIVES = _WORDS["pronouns"], _WORDS["several"], _WORDS["demonstratives"]
_ANTECEDENTS = _WORDS["antecedents"]
_FIRST_PERSON = ("I", "I'", "I’")
_BEFORE_THAT, _BEHIND_BARE = _WORDS["before_that"], _WORDS["behind_bare"]
_TOKEN = seldom(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[.,;:!?]")
_EXPLETIVE = seldom(
    r"\bit(?:['’]s|\s(?:is|was|be|takes?|took|would\sbe|will\sbe|may\sbe|seems?|makes?))\b.{0,60}\b(?:to|that|if|whether|when)\b|\b(?:is|was|does|did|will|would)\sit\s(?:\w+\s){0,3}(?:to|that|if)\b",
    re.IGNORECASE,
)


def is_courtesy(sentence: str) -> bool:
    """Whether a spoken sentence thanks, greets, or gives the floor to somebody."""
    return bool(_COURTESY.search(sentence))


def is_non_answer(sentence: str) -> bool:
    """Whether a spoken sentence says that nothing will be said: "I have no comment on that."."""
    return bool(
        _NON_ANSWER.search(sentence) or (len(sentence.split()) <= _SHORT and _SHORT_NON_ANSWER.search(sentence))
    )


def is_polar(sentence: str) -> bool:
    """Whether a sentence is little more than a yes or a no: "Not this year."."""
    return len(sentence.split()) <= _LONGEST_POLAR and bool(_POLAR.match(sentence))


def ends_polar(sentence: str) -> bool:
    """Whether a sentence ends in its yes or no: "With a good roof, yes."."""
    return sentence.rstrip(".!").endswith((", yes", ", no"))


def without_filler(sentence: str) -> str:
    """`Well, look, we voted.` is `We voted.`"""
    found = _FILLER.match(sentence)
    if not found:
        return sentence
    rest = sentence[found.end() :]
    return rest[0].upper() + rest[1:]


def leans_back(sentence: str) -> bool:
    """Whether a word of a spoken sentence means something that only what was said before tells: "Will it?", "We did that."."""
    words = _TOKEN.findall(sentence)
    known = several = False
    for at, word in enumerate(words):
        small = word.lower()
        before = words[at - 1].lower() if at else ""
        behind = words[at + 1].lower() if at + 1 < len(words) else "."
        if small in _SEVERAL and not (known or several):
            return True
        if small in _PRONOUNS and not known and not (small == "it" and _EXPLETIVE.search(sentence)):
            return True
        if small in _DEMONSTRATIVES:
            joins = small == "that" and at > 0 and before not in _BEFORE_THAT
            bare = behind in _BEHIND_BARE or not behind[0].isalpha()
            if (bare and not (joins and known)) or (small == "that" and not joins):
                return True
        several = several or (
            len(small) > 3 and small[-1] == "s" and small[-2] not in "sui" and small not in _BEFORE_THAT
        )
        known = known or small in _ANTECEDENTS or (at > 0 and word[0].isupper() and word[:2] not in _FIRST_PERSON)
    return False
