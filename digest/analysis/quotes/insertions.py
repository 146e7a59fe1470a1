"""Insertions, what stands between a name and its verb and says more of who is named: "Ada Quill, the mayor of Northmoor, said"."""

from __future__ import annotations

import re

from digest.analysis.names.gazetteer import GIVEN_NAMES
from digest.analysis.names.titles import TITLE_WORDS
from digest.analysis.names.trades import is_trade
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    NEEDS_A_NOUN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    NounPhrase,
    phrase_ending,
)
from digest.text.genders import NOUNS
from digest.text.tokens import GENITIVE

_ABBREVIATED = re.compile(r"(?:[A-Z][a-z]?\.){2,3}|[A-Z][a-z]{1,4}\.|MD|PhD|MP")
"""A degree, a state or "Jr." behind a name."""
_NO_OFFICE = BREAKS | FINITE | RELATIVES
"""What no words hold that tell who somebody is."""
_OF_ONE = frozenset(["a", "an", "another", "one"])
_TIES = frozenset(["for", "to", "of"])
_LONGEST_TITLE = 5
"""Words of an office before what it is of."""
_LONGEST_NAME = 5
"""Words of a name with nothing else."""
_LONGEST_NAMING = 8
"""Words of a name with its titles."""


def is_inserted(line: Line, first: int, end: int) -> bool:
    """Whether the words between two commas say more of what stands before them."""
    word, small = line.words[first], line.lower[first]
    if small in SUBJECT_PRONOUNS and small not in RELATIVES:
        return False
    if small in RELATIVES or small in PREPOSITIONS or small in ADVERBS or small in CONJUNCTIONS:
        return True
    if small in DETERMINERS or word[0].isdigit() or not word[0].isupper():
        return small not in ("and", "but", "or")
    if end - first == 1 and _ABBREVIATED.fullmatch(word):
        return True  # "Ada Quill, M.D., said", "in Selwyn, N.C., said"
    if _is_office(line, first, end) or _follows_office(line, first):
        return True
    # "Northmoor’s mayor" is said of a name, "Mayor Ada Quill" and "Ada Quill" are names.
    return not line.words[end - 1][0].isupper() or small.endswith(GENITIVE)


def _is_office(line: Line, first: int, end: int) -> bool:
    """Whether words with capitals are an office, alone or with whose it is: "Chief Financial Officer", "CEO of Senn Lines"."""
    words = line.words
    small = next((at for at in range(first + 1, min(end, first + _LONGEST_TITLE)) if not words[at][0].isupper()), None)
    if small is None and end - first < _LONGEST_TITLE and GIVEN_NAMES.isdisjoint(words[first:end]):
        return words[end - 1] in TITLE_WORDS or is_trade(line.lower[end - 1])
    if small is None or words[small] not in ("of", "for", "and", "at"):
        return False
    last = words[small - 1]
    return last in TITLE_WORDS or last.isupper() or is_trade(last.lower())


def _follows_office(line: Line, first: int) -> bool:
    """Whether an office set off before some words goes on with them: "Ada Quill, Vice President, Product, Senn Ferries, said"."""
    end = first - 1
    while end > 0 and line.words[end] == ",":
        begin = end
        while begin > 0 and line.words[begin - 1] not in BREAKS:
            begin -= 1
        if begin == 0 or line.words[begin - 1] != ",":
            return False
        if line.lower[begin] not in DETERMINERS and _is_office(line, begin, end):
            return True  # but in "In January, the chief executive, Ada Quill, said" she speaks
        end = begin - 1
    return False


def name_before_office(line: Line, lowest: int, end: int) -> NounPhrase | None:
    """The name from `lowest` on, where all up to a verb at `end` is an office that no comma closes: "Ada Quill, Chair of Senn Lines said"."""
    words = line.words
    comma = next((at for at in range(lowest + 2, min(end - 1, lowest + _LONGEST_NAME)) if words[at] == ","), None)
    if comma is None or words[lowest] not in GIVEN_NAMES or not all(word[0].isupper() for word in words[lowest:comma]):
        return None
    is_office = _NO_OFFICE.isdisjoint(line.lower[comma + 1 : end]) and _is_office(line, comma + 1, end)
    return NounPhrase(lowest, comma) if is_office else None


def is_of_another(line: Line, comma: int, end: int) -> bool:
    """Whether a name from a comma up to `end` may be of the last word before it: "An aide to the minister, Ada Quill, said"."""
    first = comma
    while first > 0 and line.words[first - 1] not in BREAKS:
        first -= 1
    words = line.lower[first:comma]
    if len(words) < 4 or words[0] not in _OF_ONE or _TIES.isdisjoint(words) or line.words[comma - 1] != words[-1]:
        return False
    if not RELATIVES.isdisjoint(words):
        return False
    return end - comma == 2 or words[-1] in NOUNS or is_trade(words[-1])


def introduces(line: Line, first: int, name: int) -> bool:
    """Whether the words from `first` on tell who the name at `name` is: "the head of trade, Ada Quill"."""
    words, lower = line.words, line.lower
    if name - first > _LONGEST_NAMING or words[name - 1] != "," or not words[name][0].isupper():
        return False
    opens = lower[first] in NEEDS_A_NOUN or words[first].endswith(GENITIVE)
    return opens and _NO_OFFICE.isdisjoint(lower[first : name - 1])


def subject_with_insertion(line: Line, last: int, lowest: int) -> NounPhrase | None:
    """The name from `lowest` on, where all up to the comma at `last` is said of it: "Ada Quill, a baker,"."""
    comma = next((at for at in range(lowest + 1, last) if line.words[at] == ","), None)
    if comma is None or comma - lowest > _LONGEST_NAMING or not is_inserted(line, comma + 1, last):
        return None
    named = line.words[comma - 1][0].isupper() and FINITE.isdisjoint(line.words[lowest:comma])
    return phrase_ending(line, comma - 1, lowest) if named else None
