"""Lines, the sentences of a story as words and marks, a whole quotation being one word of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.analysis.quotes.marks import Quoted
from digest.article import Sentence
from digest.text.spans import Span

QUOTATION = "\0"
"""The word that stands for a quotation."""
_WORD = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Govs?|Sens?|Reps?|Gen|Lt|Col|Capt|Sgt|Rev|St|Jr|Sr|Messrs)\.|(?:[A-Z]\.)+(?:[A-Z](?!\w))?"
    r"|\d+:\d+|[^\W_](?:\w|[.'’&/@-](?=\w)|(?<=[sS])[’'](?=\s[a-zA-Z]))*|[^\w\s]"
)


@dataclass(slots=True)
class Line:
    """A sentence, a quotation in it being one word, however many sentences it holds."""

    words: list[str]
    """Words and marks, as printed."""
    lower: list[str]
    """The same in small letters."""
    starts: list[int]
    """Where each stands in the article's text."""
    ends: list[int]
    quoted: dict[int, Quoted]
    """The quotations, by the number of their word."""
    sentence: int
    """The number of the article's sentence that it begins in."""

    def span(self, first: int, end: int) -> Span:
        """The words from `first` up to, not with, `end`."""
        return Span(self.starts[first], self.ends[end - 1])


def find_lines(text: str, sentences: Sequence[Sentence], first: int, quoted: Sequence[Quoted]) -> Iterator[Line]:
    """The lines of one paragraph.

    Args:
        text: the article's.
        sentences: the paragraph's.
        first: the number of the first of them in the article.
        quoted: the quotations in the paragraph, in its order.
    """
    at, line = 0, _empty(first)
    for number, sentence in enumerate(sentences, first):
        position, end = sentence.span
        inside = at < len(quoted) and quoted[at].outer.start < position
        if not inside and line.words:
            yield line
            line = _empty(number)
        while position < end:
            if at < len(quoted) and quoted[at].outer.start < end:
                outer = quoted[at].outer
                if position < outer.start:
                    _add_words(line, text, position, outer.start)
                if position <= outer.start:
                    line.quoted[len(line.words)] = quoted[at]
                    line.words.append(QUOTATION)
                    line.lower.append(QUOTATION)
                    line.starts.append(outer.start)
                    line.ends.append(outer.end)
                position = outer.end
                if outer.end <= end:
                    at += 1
            else:
                _add_words(line, text, position, end)
                position = end
    if line.words:
        yield line


def _empty(sentence: int) -> Line:
    return Line([], [], [], [], {}, sentence)


def _add_words(line: Line, text: str, start: int, end: int) -> None:
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        line.words.append(word)
        line.lower.append(word.lower())
        line.starts.append(found.start())
        line.ends.append(found.end())
