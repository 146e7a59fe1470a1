"""Talk, the words of a conversation that say nothing of its subject: thanks, fillers, refusals."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon, phrases


def _any_of(heading: str) -> str:
    listed = sorted(phrases("talk")[heading], key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s+") for phrase in listed)


_COURTESY = re.compile(rf"\b(?:{_any_of('courtesies')})\b", re.IGNORECASE)
_NON_ANSWER = re.compile(rf"\b(?:{_any_of('non_answers')})\b", re.IGNORECASE)
_FILLER = re.compile(rf"(?:(?:{_any_of('fillers')}),\s+)+(?=\S)", re.IGNORECASE)
_POLAR = re.compile(rf"(?:{_any_of('polar')})\b", re.IGNORECASE)
_LONGEST_POLAR = 5
"""Words."""
_WORDS = lexicon("standing")
_PRONOUNS, _DEMONSTRATIVES, _ANTECEDENTS = _WORDS["pronouns"], _WORDS["demonstratives"], _WORDS["antecedents"]
_BEFORE_THAT, _BEHIND_BARE = _WORDS["before_that"], _WORDS["behind_bare"]
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[.,;:!?]")
_EXPLETIVE = re.compile(
    r"\bit(?:['’]s|\s(?:is|was|be|takes?|took|would\sbe|will\sbe|may\sbe|seems?|makes?))\b.{0,60}\b(?:to|that|if|whether|when)\b|\b(?:is|was|does|did|will|would)\sit\s(?:\w+\s){0,3}(?:to|that|if)\b",
    re.IGNORECASE,
)


def is_courtesy(sentence: str) -> bool:
    """Whether a spoken sentence thanks, greets, or gives the floor to somebody."""
    return bool(_COURTESY.search(sentence))


def is_non_answer(sentence: str) -> bool:
    """Whether a spoken sentence says that nothing will be said: "I have no comment on that."."""
    return bool(_NON_ANSWER.search(sentence))


def is_polar(sentence: str) -> bool:
    """Whether a sentence is little more than a yes or a no: "Not this year."."""
    return len(sentence.split()) <= _LONGEST_POLAR and bool(_POLAR.match(sentence))


def without_filler(sentence: str) -> str:
    """`Well, look, we voted.` is `We voted.`"""
    found = _FILLER.match(sentence)
    if not found:
        return sentence
    rest = sentence[found.end() :]
    return rest[0].upper() + rest[1:]


def leaves_open(sentence: str) -> bool:
    """Whether a word of a spoken sentence means something that only what was said before tells: "Will it?", "We did that."."""
    known = False
    words = _TOKEN.findall(sentence)
    for at, word in enumerate(words):
        small = word.lower()
        behind = words[at + 1].lower() if at + 1 < len(words) else "."
        if small in _PRONOUNS and not known and not (small == "it" and _EXPLETIVE.search(sentence)):
            return True
        if small in _DEMONSTRATIVES and not (
            small == "that" and known and at and words[at - 1].lower() not in _BEFORE_THAT
        ):
            bare = behind in _BEHIND_BARE or not behind[0].isalpha()
            if bare or (small == "that" and (at == 0 or words[at - 1].lower() in _BEFORE_THAT)):
                return True
        if small in _ANTECEDENTS or (at and word[0].isupper() and word != "I" and not word.startswith(("I'", "I’"))):
            known = True
    return False
