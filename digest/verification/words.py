"""Words of a statement, as they are held against those of a source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’](?!s\b|S\b)[^\W\d_]+)*|['’][sS]\b|[%$€£¥]|[“”\"„«»]")
_KEPT = lexicon("kept_words")
NEGATIONS = _KEPT["negations"]
_FUNCTION_WORDS = lexicon("function_words")["en"]
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905  # easier to read
    )
}
_TURNING = NEGATIONS | _KEPT["hedges"] | {"may", "might", "could", "would", "should", "if", "unless", "expected"}
_ATTRIBUTING = REPORTING_VERBS | {"according"}
_BREAK = re.compile(r"[,;:()–—]|\s-+\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark of a text."""

    printed: str
    key: str
    """What it is compared by: case, kind of apostrophe and the commas in a number apart."""
    opens: bool
    """Whether a comma, a colon, a dash or the like stands before it, or nothing."""

    def is_negation(self) -> bool:
        """Whether it turns a statement round."""
        return self.key in NEGATIONS or self.key.endswith("n't")

    def turns(self) -> bool:
        """Whether a clause says another thing, or more, without it: a negation, a hedge, a modal."""
        return self.is_negation() or self.key in _TURNING

    def attributes(self) -> bool:
        """Whether it says that somebody says it."""
        return self.key in _ATTRIBUTING

    @property
    def is_number(self) -> bool:
        """Whether it says how many."""
        return self.key[0].isdigit()

    @property
    def is_name(self) -> bool:
        """Whether it is printed as a part of a name is."""
        return self.printed[0].isupper() and self.key not in _FUNCTION_WORDS

    @property
    def is_mark(self) -> bool:
        """Whether it is a quotation mark."""
        return self.printed in '“”"„«»'


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in reading order."""
    words: list[Word] = []
    end = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        opens = not words or _BREAK.search(between) is not None
        words.append(Word(found.group(), _key(found.group()), opens))
        end = found.end()
    return tuple(words)


def _key(printed: str) -> str:
    if printed[0].isdigit():
        return re.sub(r",(?=\d{3}(?!\d))", "", printed)
    key = printed.casefold().replace("’", "'")
    return '"' if key in '“”"„«»' else _NUMBER_WORDS.get(key, key)
