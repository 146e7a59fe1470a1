"""Lines, the sentences of a story as words and marks, a whole quotation being one word of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from digest.analysis.quotes.marks import Quoted
from digest.article import Sentence
from digest.text.spans import Span

QUOTATION = "\0"
"""The word that stands for a quotation."""
_TITLES = "Mr Mrs Ms Dr Prof Gov Govs Sen Sens Rep Reps Gen Lt Col Capt Sgt Rev St Jr Sr"
# The stop of a title or an initial belongs to it, and so does the apostrophe of a plural. Every character but white
# space is in a word or a mark.
_WORD = re.compile(
    r"\w+(?:[.'’&/@-]\w+|:\d+)*(?:\.(?:"
    + "|".join(rf"(?<=\b{title}\.)" for title in [*_TITLES.split(), "[A-Z]"])
    + r")|(?<=s)[’'](?=\s[^\W\d]))?|[^\w\s]"
)


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
    _places: list[Span] = field(default_factory=list)

    @property
    def places(self) -> list[Span]:
        """Where each word stands in the article's text."""
        if len(self._places) < len(self.words):
            self._places = list(self._find_places())
        return self._places

    def _find_places(self) -> Iterator[Span]:
        begins = dict(self.pieces)
        at = 0
        for number, word in enumerate(self.words):
            if (one := self.quoted.get(number)) is not None:
                yield one.outer
                continue
            at = self.text.index(word, begins.get(number, at))
            yield Span(at, at + len(word))
            at += len(word)

    def span(self, first: int, end: int) -> Span:
        """The words from `first` up to, not with, `end`."""
        places = self.places
        return Span(places[first].start, places[end - 1].end)

    def add(self, start: int, end: int) -> None:
        """Add the words of a stretch of the text."""
        words = _WORD.findall(self.text, start, end)
        self.pieces.append((len(self.words), start))
        self.words += words
        self.lower += [word.lower() for word in words]

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
