"""Naming, what the words beside a name in a phrase make of it: an office, somebody else, no name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.analysis.names.gazetteer import DEMONYMS, SMALL_WORDS
from digest.analysis.names.trades import is_trade
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import DETERMINERS, PREPOSITIONS, NounPhrase
from digest.text.lexicons import lexicon

TITLES = lexicon("names")["person_titles"]
AGED = re.compile(r"\d{1,2}-year-old")
_BEFORE_A_CLAUSE = frozenset(["after", "before", "since", "until"])
"""Prepositions that a whole clause may follow: "three days after Ada Quill said"."""
_NOUNS_IN_ING = frozenset(["being", "evening", "king", "morning", "sibling", "thing"])
_FIELDS = lexicon("roles")["fields"]
_KIN = lexicon("roles")["kin"]


def is_common_noun(line: Line, name: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether what looks like a name is a common noun that opens its sentence: "Critics of the plan"."""
    small = line.lower[name.first]
    alone = name.first == 0 and name.end == 1 < phrase.end
    return alone and (small in SMALL_WORDS or is_trade(small) or is_trade(small.removesuffix("s")))


def is_tied(line: Line, phrase: NounPhrase, at: int) -> bool:
    """Whether a word of a phrase ties somebody to the one whom a name behind it means: "of", "from", "representing"."""
    small = line.lower[at]
    if line.words[at] != small:
        return False
    if small in PREPOSITIONS:
        return small not in _BEFORE_A_CLAUSE
    if (
        not small.endswith("ing")
        or small in _NOUNS_IN_ING
        or at == phrase.first
        or small in _FIELDS
        or line.words[at + 1][0].islower()
    ):
        return False
    before = line.lower[at - 1]
    return before not in DETERMINERS and (before == line.words[at - 1] or at == 1)


def says_who(words: Sequence[str]) -> bool:
    """Whether words beside a name tell what somebody is: not "a furious", "this week", "her sister" or the mark of a quotation."""
    return words[-1] not in PREPOSITIONS and any(
        (is_trade(word.lower()) and word not in _KIN)
        or word.rstrip(".") in TITLES
        or word in DEMONYMS
        or AGED.fullmatch(word)
        for word in words
    )
