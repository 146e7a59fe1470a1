"""Speakers, the people and bodies that the words beside a quotation mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.analysis.names import Name
from digest.analysis.quotes.antecedents import Antecedents
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import NounPhrase, PRONOUNS, RELATIVES, antecedent_of, name_in
from digest.analysis.references import References
from digest.article import Article
from digest.text.spans import Span, one_line

_NOBODY = (PRONOUNS | RELATIVES | frozenset(["that", "this", "these", "those", "there", "none", "nobody", "no-one"])) - frozenset(["some", "others", "many", "both", "several", "one"])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks."""

    span: Span
    """The words that say who."""
    name: str | None
    """None where it cannot be told."""
    role: str | None = None


class Speakers:
    """Whom the words beside the quotations of a story mean."""

    def __init__(self, article: Article, references: References, quoted: Sequence[Span]) -> None:
        self._text = article.text
        self._references = references
        self._antecedents = Antecedents(article, references, quoted)
        self._full: dict[str, str] = {}
        self._names = {person.name for person in references.people}
        self._known: dict[tuple[int, int], Speaker] = {}

    def of(self, line: Line, phrase: NounPhrase, *, speaks: bool = False) -> Speaker:
        """The speaker that a noun phrase means.

        Args:
            line: where it stands.
            phrase: its words.
            speaks: whether it is the subject of a verb of saying.
        """
        span = line.span(phrase.first, phrase.end)
        known = self._known.get(span)
        if known is None:
            known = self._known[span] = self._find(line, phrase, span, speaks=speaks)
        return known

    def _find(self, line: Line, phrase: NounPhrase, span: Span, *, speaks: bool) -> Speaker:
        small = line.lower[phrase.first]
        if phrase.end - phrase.first == 1:
            bare = small.replace("’", "'").partition("'")[0]
            if bare in ("he", "she"):
                meant = self._antecedents.of(bare, span.start)
                if meant and speaks:
                    self._antecedents.add_speaker(span, meant)
                return Speaker(span, meant.name if meant else None, meant.role if meant else None)
            if small in RELATIVES:
                antecedent = antecedent_of(line, phrase.first)
                meant_by = self._find(line, antecedent, line.span(*antecedent), speaks=speaks) if antecedent else None
                return Speaker(span, meant_by.name if meant_by else None, meant_by.role if meant_by else None)
            if bare in _NOBODY:
                return Speaker(span, None)
        name = name_in(line, phrase)
        if name is not None:
            printed = one_line(line.span(*name).of(self._text)).removesuffix("’s").removesuffix("'s")
            person = self._references.is_named(printed)
            if person is None:
                full = self._full.get(printed, printed)
                if " " in printed:
                    self._full.setdefault(printed.rsplit(" ", 1)[-1], printed)
                person = Name(name=full, mentions=(line.span(*name),))
            if speaks and (" " in person.name or person.name in self._names):
                self._antecedents.add_speaker(line.span(*name), person)
            return Speaker(line.span(*name), person.name, person.role)
        return Speaker(span, one_line(span.of(self._text)))
