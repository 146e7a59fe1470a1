"""Antecedents, the persons whom "he" and "she" mean where they are said to speak."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from digest.analysis.names import Name
from digest.analysis.persons import Gender, gender_of_given_name
from digest.analysis.references import References
from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_GENDERS: dict[str, Gender] = {"he": "man", "she": "woman"}
_NEXT_WORD = re.compile(r"(?:,\s[^,.;]{2,100},)?\s+([a-z]+)")
_NO_VERBS = lexicon("persons")["no_verbs"]
_HE = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_SPEAKS, _ACTS, _NAMED, _OWNS = 3.0, 2.0, 1.0, 0.7
"""How much a mention counts: of who speaks, of who is the subject, of anybody else, of whose something is."""
_DECAY = 0.6
"""What is left of that one sentence later."""
_KNOWN = 1.5
"""How much more a person counts whose gender is known to fit."""
_FARTHEST = 10
"""Sentences back."""
_LEAST = 0.12
_MARGIN = 1.15
"""How much more than for anybody else must speak for a person."""
_MOST = 60
"""Mentions that are looked through."""


class _Mention(NamedTuple):
    start: int
    end: int
    person: str
    weight: float


class Antecedents:
    """Whom the pronouns of a story mean that are said to speak: the person most talked of just before.

    The nearest mentions count most, those as a subject or as a speaker above all (after Lappin and Leass,
    1994). Nobody where two count about the same.
    """

    def __init__(self, article: Article, references: References, quoted: Sequence[Span]) -> None:
        self._text = article.text
        self._sentences = article.sentences
        self._references = references
        self._quoted = quoted
        self._quoted_starts = [span.start for span in quoted]
        self._people: dict[str, Name] = {person.name: person for person in references.people}
        found = [
            (span.start, span.end, person.name) for person in references.people for span in person.mentions
        ]
        self._mentions = [_Mention(start, end, person, self._weight(start, end)) for start, end, person in sorted(found)]
        self._starts = [mention.start for mention in self._mentions]
        self._genders: dict[str, Gender | None] = {}

    def _weight(self, start: int, end: int) -> float:
        """How much a mention counts; nothing inside a quotation, where somebody else speaks of the person."""
        at = bisect_right(self._quoted_starts, start) - 1
        if at >= 0 and start < self._quoted[at].end:
            return 0.0
        if self._text[end : end + 2] in ("’s", "'s"):
            return _OWNS
        behind = _NEXT_WORD.match(self._text, end)
        return _ACTS if behind and behind[1] not in _NO_VERBS else _NAMED

    def add_speaker(self, span: Span, person: Name) -> None:
        """Take into account that a person has spoken, at some words of the text."""
        self._people.setdefault(person.name, person)
        at = bisect_left(self._starts, span.start)
        self._mentions.insert(at, _Mention(span.start, span.end, person.name, _SPEAKS))
        self._starts.insert(at, span.start)

    def of(self, pronoun: str, place: int) -> Name | None:
        """The person whom "he" or "she" at a place of the text means."""
        gender = _GENDERS[pronoun]
        here = self._references.sentence_at(place)
        scores: dict[str, float] = {}
        last = bisect_left(self._starts, place)
        for mention in reversed(self._mentions[max(0, last - _MOST) : last]):
            distance = here - self._references.sentence_at(mention.start)
            if distance > _FARTHEST:
                break
            if not mention.weight or mention.end > place:
                continue
            known = self.gender_of(mention.person)
            if known not in (None, gender):
                continue
            scores[mention.person] = scores.get(mention.person, 0.0) + mention.weight * _DECAY**distance * (
                _KNOWN if known else 1.0
            )
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda it: (-it[1], it[0]))
        if ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _MARGIN):
            return None
        return self._people[ranked[0][0]]

    def gender_of(self, person: str) -> Gender | None:
        """A person's gender: as the name or a title tells it, else as the pronouns around the person do."""
        if person not in self._genders:
            self._genders[person] = self._references.gender_of(self._people[person]) or self._gender_around(person)
        return self._genders[person]

    def _gender_around(self, person: str) -> Gender | None:
        he = she = 0
        for span in self._people[person].mentions[:6]:
            number = self._references.sentence_at(span.start)
            sentence = self._sentences[number].span
            stop = self._sentences[number + 1].span.end if number + 1 < len(self._sentences) else sentence.end
            behind = self._text[span.end : min(stop, span.end + 300)]
            he += len(_HE.findall(behind))
            she += len(_SHE.findall(behind))
        if he >= 2 and he > 3 * she:
            return "man"
        return "woman" if she >= 2 and she > 3 * he else None
