"""Described, whom a phrase without a name means: "the minister", "the 54-year-old"."""

from __future__ import annotations

import re

from digest.analysis.names import Name
from digest.analysis.quotes.antecedents import Antecedents
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.naming import AGED
from digest.analysis.quotes.noun_phrases import NounPhrase
from digest.analysis.quotes.unnamed import Unnamed
from digest.analysis.references import References
from digest.text.genders import NOUNS
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_KIN = {"Mr": "father|husband", "Mrs": "mother|wife", "Ms": "mother|wife"}
_DESCRIBED = lexicon("persons")["described"]


class Described:
    """The persons whom a story calls something."""

    def __init__(self, text: str, references: References, antecedents: Antecedents) -> None:
        self._text = text
        self._references = references
        self._antecedents = antecedents

    def of(self, line: Line, phrase: NounPhrase, span: Span) -> Name | None:
        """The person that a phrase means, where the story has called one person so."""
        words = line.lower[phrase.first : phrase.end]
        if len(words) < 2 or words[0] != "the":
            return None
        noun = "".join(words[-5:]) if "old" in words else words[-1]
        called = Unnamed(span, noun, " ".join(line.words[phrase.first + 1 : phrase.end - 1]), definite=True)
        if not (noun in _DESCRIBED or AGED.fullmatch(noun)):
            person = self._called(called) if noun in NOUNS else None
            return person if person and self._antecedents.is_most_spoken_of(person, span.start) else None
        which = "" if "old" in words else " ".join(words[1:-1])
        return self._references.is_described(noun, which, self._references.sentence_at(span.start)) or self._called(
            called
        )

    def may_be_of_family(self, title: str, person: Name) -> bool:
        """Whether "Mr Quill" may be the father rather than the person of that name: "Toby Quill", then "Toby’s father, Martin"."""
        given = person.name.partition(" ")[0]
        kin = _KIN.get(title.rstrip("."))
        return kin is not None and bool(re.search(rf"\b{re.escape(given)}[’']s (?:{kin}), [A-Z]", self._text))

    def _called(self, one: Unnamed) -> Name | None:
        """The only person named before whose role has a noun by which nobody without a name is told of."""
        called = [
            person
            for person in self._references.people
            if one.calls(person) and person.mentions and person.mentions[0].start < one.span.start
        ]
        return called[0] if len(called) == 1 and not one.is_introduced(self._text) else None
