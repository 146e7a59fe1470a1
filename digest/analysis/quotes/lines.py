"""Lines, the sentences of a story as words and marks, a whole quotation being one word of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from digest.analysis.quotes.marks import Quoted
from digest.article import Sentence
from digest.text.lexicons import lexicon
from digest.text.spans import Span

QUOTATION = "\0"
"""The word that stands for a quotation."""
DASHES = frozenset(["—", "–", "―", "-", "--", "---"])
_TITLES = sorted(lexicon("abbreviations")["titles"] | {"St", "Jr", "Sr"})
# The stop of a title or an initial belongs to it, and so does the apostrophe of a plural. Every character but white
# space, and NUL, which would stand for a quotation, is in a word or a mark. Most words end at a space or a comma:
# then nothing else is tried.
_WORD = (
    r"\w+(?:(?=[ ,](?!\d))|(?:[.'’&/@-]\w+|:\d+|(?<=\d),\d{3}\b)*(?:\.(?:(?<=\b[Nn]o\.)(?=\s?\d)|"
    + "|".join(rf"(?<=\b{title}\.)" for title in [*_TITLES, "[A-Z]"])
    + r")|(?<=s)[’'](?=[\s\x1c-\x1f][^\W\d]))?)|--+|[^\w\s\x1c-\x1f\0]"
)
_WORDS = re.compile(_WORD)
_ASCII_WORDS = re.compile(_WORD, re.ASCII)
"""The same where there are no other letters, which is told faster; to it the separators \\x1c to \\x1f are no white space."""


@dataclass(slots=True)
class Line:
    """A sentence, a quotation in it being one word, however many sentences it holds."""

    text: str
    """The article's."""
    sentence: int
    """The number of the article's sentence that it begins in."""
    words: list[str] = field(default_factory=list)
    """Words and marks, as printed."""
    lower: list[str] = field(default_factory=list)
    """The same in small letters."""
    quoted: dict[int, Quoted] = field(default_factory=dict)
    """The quotations, by the number of their word."""
    pieces: list[tuple[int, int]] = field(default_factory=list)
    """Where, in words and in the text, each stretch without a quotation begins."""
    _starts: list[int] = field(default_factory=list)

    @property
    def starts(self) -> list[int]:
        """Where each word stands in the article's text."""
        if not self._starts:
            self._find_starts()
        return self._starts

    def _find_starts(self) -> None:
        found, words, text = self._starts, self.words, self.text
        for piece, (number, at) in enumerate(self.pieces):
            while len(found) < number:
                found.append(self.quoted[len(found)].outer.start)
            end = self.pieces[piece + 1][0] if piece + 1 < len(self.pieces) else len(words)
            for word in words[number:end]:
                if word == QUOTATION:
                    found.append(self.quoted[len(found)].outer.start)
                    continue
                at = text.index(word, at)
                found.append(at)
                at += len(word)
        while len(found) < len(words):
            found.append(self.quoted[len(found)].outer.start)

    def span(self, first: int, end: int) -> Span:
        """The words from `first` up to, not with, `end`."""
        starts, last = self.starts, end - 1
        one = self.quoted.get(last)
        return Span(starts[first], one.outer.end if one else starts[last] + len(self.words[last]))

    def add(self, start: int, end: int) -> None:
        """Add the words of a stretch of the text."""
        # The letter before it counts too, as it may stand within a word.
        is_ascii = self.text[max(0, start - 1) : end].isascii()
        words = (_ASCII_WORDS if is_ascii else _WORDS).findall(self.text, start, end)
        self.pieces.append((len(self.words), start))
        self.words += words
        self.lower += map(str.lower, words)

    def add_quotation(self, one: Quoted) -> None:
        """Add a quotation as a word."""
        self.quoted[len(self.words)] = one
        self.words.append(QUOTATION)
        self.lower.append(QUOTATION)


def find_lines(text: str, sentences: Sequence[Sentence], first: int, quoted: Sequence[Quoted]) -> Iterator[Line]:
    """The lines of one paragraph.

    Args:
        text: the article's.
        sentences: the paragraph's.
        first: the number of the first of them in the article.
        quoted: the quotations in the paragraph, in its order.
    """
    at, line = 0, Line(text, first)
    for number, sentence in enumerate(sentences, first):
        position, end = sentence.span
        inside = at < len(quoted) and quoted[at].outer.start < position
        if not inside and line.words:
            yield line
            line = Line(text, number)
        while position < end:
            if at < len(quoted) and quoted[at].outer.start < end:
                outer = quoted[at].outer
                if position < outer.start:
                    line.add(position, outer.start)
                if position <= outer.start:
                    line.add_quotation(quoted[at])
                position = outer.end
                if outer.end <= end:
                    at += 1
            else:
                line.add(position, end)
                position = end
    if line.words:
        yield line
