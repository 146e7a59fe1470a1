"""Words of a statement, as they are held against those of a source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from digest.text.lexicons import lexicon
from digest.text.remembered import Remembered
from digest.text.reporting import REPORTING_VERBS

_WORD = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’](?!s\b|S\b)[^\W\d_]+)*|['’][sS]\b|[%$€£¥]|[“”\"„«»])")
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
_MARKS = '“”"„«»'
BETWEEN = "\0"
_LONGEST = 1_000
"""Characters of a text whose words are remembered: a sentence that footnotes quote is asked about again and again."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark of a text."""

    printed: str
    key: str
    """What it is compared by: case, kind of apostrophe and the commas in a number apart."""
    opens: bool
    """Whether a comma, a colon, a dash or the like stands before it, or nothing."""
    is_number: bool
    """Whether it says how many."""
    is_name: bool
    """Whether it is printed as a part of a name is."""
    is_mark: bool
    """Whether it is a quotation mark."""

    def is_negation(self) -> bool:
        """Whether it turns a statement round."""
        return self.key in NEGATIONS or self.key.endswith("n't")

    def turns(self) -> bool:
        """Whether a clause says another thing, or more, without it: a negation, a hedge, a modal."""
        return self.is_negation() or self.key in _TURNING

    def attributes(self) -> bool:
        """Whether it says that somebody says it; the United States says nothing by its name."""
        return self.key in _ATTRIBUTING and self.printed != "States"


class Words(tuple[Word, ...]):
    """Words in reading order, with what is asked of all of them, worked out once."""

    @property
    def spoken(self) -> Words:
        """Those that are no quotation marks."""
        return self if self._unmarked is None else self._unmarked

    @cached_property
    def _unmarked(self) -> Words | None:
        """The words without the marks; None where there are none, as what holds itself is let go late."""
        return Words(word for word in self if not word.is_mark) if any(word.is_mark for word in self) else None

    @cached_property
    def row(self) -> str:
        """What the words are compared by, quotation marks apart, in a row in which each stands between two `BETWEEN`."""
        return BETWEEN + BETWEEN.join([word.key for word in self.spoken]) + BETWEEN


def words_of(text: str) -> Words:
    """The words of a text in reading order."""
    return _remembered(text) if len(text) <= _LONGEST else _words_of(text)


def _words_of(text: str) -> Words:
    parts = _WORD.split(text)
    words = [
        (_OPENING if _OPENS[before] else _FOLLOWING)[printed]
        for before, printed in zip(parts[::2], parts[1::2], strict=False)
    ]
    if words:
        words[0] = _OPENING[parts[1]]
    return Words(words)


_remembered = lru_cache(maxsize=256)(_words_of)


def _word(printed: str, *, opens: bool) -> Word:
    key = _key(printed)
    return Word(
        printed,
        key,
        opens,
        is_number=key[0].isdigit(),
        is_name=printed[0].isupper() and key not in _FUNCTION_WORDS,
        is_mark=printed in _MARKS,
    )


_OPENS = Remembered(lambda between: _BREAK.search(between) is not None)
_OPENING = Remembered(partial(_word, opens=True))
_FOLLOWING = Remembered(partial(_word, opens=False))


def _key(printed: str) -> str:
    if printed[0].isdigit():
        return re.sub(r",(?=\d{3}(?!\d))", "", printed)
    key = printed.casefold().replace("’", "'")
    return '"' if key in _MARKS else _NUMBER_WORDS.get(key, key)
