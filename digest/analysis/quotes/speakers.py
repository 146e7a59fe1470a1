"""Speakers, the people and bodies that the words beside a quotation mean."""

from __future__ import annotations

from dataclasses import dataclass

from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import NounPhrase, name_in
from digest.analysis.references import References
from digest.article import Article
from digest.text.spans import Span, one_line


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks."""

    span: Span
    """The words that say who."""
    name: str | None
    role: str | None = None


class Speakers:
    """Whom the words beside the quotations of a story mean."""

    def __init__(self, article: Article, references: References) -> None:
        self._text = article.text
        self._references = references

    def of(self, line: Line, phrase: NounPhrase) -> Speaker | None:
        """The speaker that a noun phrase means."""
        span = line.span(phrase.first, phrase.end)
        small = line.lower[phrase.first]
        if phrase.end - phrase.first == 1:
            if small in ("he", "she"):
                meant = self._references.is_meant(small, self._references.sentence_at(span.start), span.start, says=True)
                return Speaker(span, meant.name if meant else None, meant.role if meant else None)
            if small in ("i", "we", "you", "it", "they", "who", "which", "that", "this"):
                return Speaker(span, None)
        name = name_in(line, phrase)
        if name is not None:
            printed = one_line(line.span(*name).of(self._text))
            known = self._references.is_named(printed)
            role = known.role if known else None
            return Speaker(line.span(*name), known.name if known else printed, role)
        return Speaker(span, one_line(span.of(self._text)))
