"""Bodies, the ministry, report or officials that "it" and "they" mean where these are said to speak."""

from __future__ import annotations

from typing import Literal

from digest.analysis.names.trades import is_trade
from digest.analysis.quotes.lines import QUOTATION, Line
from digest.analysis.quotes.noun_phrases import PREPOSITIONS, RELATIVES, NounPhrase
from digest.analysis.quotes.voices import SEVERAL
from digest.text.genders import NOUNS
from digest.text.lexicons import lexicon

Pronoun = Literal["it", "they"]

IN_WORDS = lexicon("quotes")["in_words"]
"""What consists of words, or of people who speak as one."""
_PLURALS = frozenset(["men", "women", "children", "media"])
_OPENING = frozenset(["and", "but", ",", QUOTATION])
"""What stands before a pronoun that goes on with who spoke: nothing, or the quotation that is told of."""
_BETWEEN = 1
"""Sentences from where a body speaks to where a pronoun means it."""


class Bodies:
    """What has no given name and spoke last, and the pronoun that means it."""

    def __init__(self) -> None:
        self._name: str | None = None
        self._pronoun: Pronoun | None = None
        self._sentence = 0

    def add(self, name: str, pronoun: Pronoun | None, sentence: int) -> None:
        """Take into account who speaks in a sentence; None for a pronoun where it is neither a body nor several."""
        self._name, self._pronoun, self._sentence = name, pronoun, sentence

    def of(self, pronoun: str, line: Line, at: int) -> str | None:
        """What a pronoun means: what spoke in the same sentence or the one before, if the line goes on with that."""
        if pronoun != self._pronoun or not 0 <= line.sentence - self._sentence <= _BETWEEN:
            return None
        if at and line.lower[at - 1] not in _OPENING:
            return None
        self._sentence = line.sentence
        return self._name


def pronoun_for(line: Line, phrase: NounPhrase) -> Pronoun | None:
    """The pronoun for what a phrase without a person's name tells of: "the ministry", "two officials"."""
    noun = line.lower[head_of(line, phrase)]
    if noun in SEVERAL or noun in _PLURALS:
        return "they"
    if noun.endswith("s"):
        single = f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]
        return "they" if is_trade(single) or single in NOUNS or single in IN_WORDS else None
    return None if noun in NOUNS or is_trade(noun) else "it"


def head_of(line: Line, phrase: NounPhrase) -> int:
    """The number of a phrase's noun: the last word before "of …" and "who …"."""
    first, end = phrase
    behind = (at for at in range(first + 1, end) if line.lower[at] in PREPOSITIONS or line.lower[at] in RELATIVES)
    return next(behind, end) - 1
