"""Unquoted, the sentences of a story with each character in double quotation marks as NUL, in its place."""

from __future__ import annotations

import re

from digest.article import Article

_MARK = re.compile(r"[“”\"]")


class Unquoted:
    """What of each sentence a story says itself, read a paragraph at a time when it is first asked.

    Where the marks of a paragraph do not pair, as much as may be a quotation counts as one: whom it speaks of is not
    the story's subject. (A rule of the shortening asks for marks that pair instead, and else does nothing.)
    """

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._sentences = article.sentences
        self._paragraphs: dict[int, tuple[int, str]] = {}

    def sentence(self, number: int) -> str:
        """A sentence, counted from 0, with its quotations veiled."""
        span = self._sentences[number].span
        start, veiled = self._paragraph(number)
        return veiled[span.start - start : span.end - start]

    def _paragraph(self, number: int) -> tuple[int, str]:
        """Where the paragraph of a sentence begins, and its text with quotations veiled."""
        paragraph = self._sentences[number].paragraph
        found = self._paragraphs.get(paragraph)
        if found is None:
            first = last = number
            while first and self._sentences[first - 1].paragraph == paragraph:
                first -= 1
            while last + 1 < len(self._sentences) and self._sentences[last + 1].paragraph == paragraph:
                last += 1
            start = self._sentences[first].span.start
            found = start, _veiled(self._text[start : self._sentences[last].span.end])
            self._paragraphs[paragraph] = found
        return found


def _veiled(paragraph: str) -> str:
    """A paragraph with its quotations veiled, that of an unclosed mark to its end.

    A straight mark opens before a word and closes behind one, so that one mark too many does not turn
    all that follows inside out.
    """
    pieces, position, opened = [], 0, None
    for mark in _MARK.finditer(paragraph):
        at = mark.start()
        before = paragraph[at - 1] if at else " "
        opens = mark.group() == "“" or (mark.group() == '"' and (before.isspace() or before in "([—–-"))
        if opened is None and opens:
            opened = at
            pieces.append(paragraph[position:at])
        elif opened is not None and not opens:
            pieces.append("\0" * (at + 1 - opened))
            opened, position = None, at + 1
    pieces.append(paragraph[position:] if opened is None else "\0" * (len(paragraph) - opened))
    return "".join(pieces)
