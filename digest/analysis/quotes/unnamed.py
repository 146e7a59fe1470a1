"""Unnamed, those who open a sentence as its speaker and are not named: "A ministry spokesman said …", "The captain said …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from digest.analysis.names import Name
from digest.analysis.quotes.noun_phrases import FINITE
from digest.article import Sentence
from digest.text.genders import NOUNS, Gender
from digest.text.patterns import seldom
from digest.text.reporting import REPORTING_VERBS, SAYS
from digest.text.spans import Span

_OPENINGS = frozenset(["A", "An", "Another", "One", "The", "But", "And", "Yet"])
_SHORT = {
    "captain": "capt",
    "doctor": "dr",
    "general": "gen",
    "governor": "gov",
    "lieutenant": "lt",
    "professor": "prof",
    "representative": "rep",
    "senator": "sen",
    "sergeant": "sgt",
}
"""Offices as they are shortened before a name."""
_VERBS = FINITE | REPORTING_VERBS
_NOUN = "|".join(sorted(NOUNS))
_SPEAKER = seldom(
    r"(?:(?:But|And|Yet) )?(?P<phrase>(?:(?P<definite>[Tt]he)|[Aa]n?|[Aa]nother|[Oo]ne) (?P<which>(?:[\w’'-]+ ){0,5}?)"
    rf"(?P<noun>{_NOUN})"
    r"(?: (?:at|for|from|in|of|on|to|with) [^,.;:“”\"]{1,60}?)?)"
    r"(?:, [a-z][^.;:“”\"]{1,100},)?"
    rf" (?:(?:also|\w+ly|had|has) )*(?:{SAYS})\b"
)


class Unnamed(NamedTuple):
    """Somebody whom a sentence has speak without a name."""

    span: Span
    """The noun phrase."""
    noun: str
    """What it calls the person."""
    which: str
    """The words between its article and the noun."""
    definite: bool
    """Whether it opens with "the", so that somebody may be meant who has a name."""

    @property
    def gender(self) -> Gender | None:
        """The gender that the noun tells."""
        return NOUNS[self.noun]

    def is_introduced(self, text: str) -> bool:
        """Whether a text has told of somebody in these words before: "a captain", "one of the captains"."""
        which = self.which if any(map(str.isupper, self.which)) else ""
        called = re.escape(f"{which} {self.noun}".lstrip())
        introduced = re.compile(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s+(?:[\w’'-]+\s+){{0,4}}?{called}s?\b")
        return introduced.search(text, 0, self.span.start) is not None

    def calls(self, person: Name) -> bool:
        """Whether a person's role has the noun, in short perhaps, and the names beside it.

        "The Selwyn senator" is nobody of whom the role does not say that it is of Selwyn.
        """
        role = [
            word.strip(".,").removesuffix("’s").removesuffix("'s").casefold() for word in (person.role or "").split()
        ]
        if self.noun not in role and _SHORT.get(self.noun) not in role:
            return False
        return all(word.casefold() in role for word in self.which.split() if word[0].isupper())


def find_unnamed(text: str, sentences: Iterable[Sentence]) -> Iterator[Unnamed]:
    """Who speaks in `sentences` of `text` and is told of by what he or she is alone."""
    for sentence in sentences:
        if sentence.words and sentence.words[0] in _OPENINGS:
            found = _SPEAKER.match(text, sentence.span.start, sentence.span.end)
            if found and _VERBS.isdisjoint(found["phrase"].split()):
                yield Unnamed(
                    Span(*found.span("phrase")), found["noun"], found["which"].rstrip(), found["definite"] is not None
                )
