"""Antecedents, the persons whom "he" and "she" mean where they are said to speak."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.analysis.names import PLACES, Name
from digest.analysis.persons import is_name_of_persons
from digest.analysis.quotes.focus import Focus
from digest.analysis.quotes.mentions import SPEAKS, how_it_counts, says_something
from digest.analysis.quotes.unnamed import Unnamed, find_unnamed
from digest.analysis.references import References
from digest.article import Article
from digest.text.genders import Gender, gender_of_given_name
from digest.text.lexicons import lexicon
from digest.text.spans import Span, one_line

_GENDERS: dict[str, Gender] = {"he": "man", "she": "woman"}
_NO_PERSONS = lexicon("openers")["openers"] | PLACES
_OF_A_PERSON = re.compile(r"\b(?:(he|his|him|himself)|she|her|hers|herself)\b", re.IGNORECASE)
_AROUND = 300
"""Characters behind a mention in which pronouns tell a person's gender."""
# Both begin with the letter, not with what may not stand before it, which the engine finds in one step.
_PRONOUN = re.compile(r"[SsHh](?<!\w.)(?:(?<=[Ss])[Hh])?(?<![Ss])e\b")
_CAPITALISED = re.compile(r"([A-Z](?<!\w.)\w+)( (?=[A-Z]\w))?")
_SAME = 2.2
"""How much a pronoun counts for the person whom it means."""


class _Mention(NamedTuple):
    start: int
    end: int
    person: str
    """Empty for a pronoun."""


class Antecedents:
    """Whom the pronouns of a story mean that are said to speak: the person most talked of just before."""

    def __init__(self, article: Article, references: References, quoted: Sequence[Span]) -> None:
        self._text = article.text
        self._sentences = article.sentences
        self._references = references
        self._quoted = quoted
        self._quoted_starts = [span.start for span in quoted]
        self._people: dict[str, Name] = {}
        self._owners: dict[str, list[str]] = {}
        """The names that end in each family name."""
        self._mentions: list[_Mention] | None = None
        self._genders: dict[str, Gender | None] = {}
        self._focus = Focus()
        self._definite: dict[int, Unnamed] = {}
        """Where somebody speaks who is called "the captain"."""
        self._unsure: set[str] = set()
        """The phrases that may mean either of two who have a name."""
        self._speakers: list[tuple[int, int, Name]] = []
        """Who has spoken, at the places from which on it counts, not yet taken into account."""
        self._read = 0

    def add_speaker(self, span: Span, person: Name) -> None:
        """Take into account that a person has spoken, at some words of the text."""
        self._speakers.append((span.end, span.start, person))

    def add_unnamed(self, span: Span, phrase: str, gender: Gender | None) -> None:
        """Take into account that somebody has spoken who is told of by a phrase alone, such as "the captain"."""
        self.add_speaker(span, self._unnamed_person(span, phrase, gender))

    def _unnamed_person(self, span: Span, phrase: str, gender: Gender | None) -> Name:
        """Somebody who is told of by a phrase alone, known from now on."""
        self._genders[phrase] = gender
        self._focus.add_unnamed(phrase)
        return self._people.setdefault(phrase, Name(name=phrase, mentions=(span,)))

    def of(self, pronoun: str, place: int) -> Name | None:
        """The person whom "he" or "she" at a place of the text means."""
        self._read_to(place)
        self._focus.go_to(self._references.sentence_at(place))
        found = self._focus.best(_GENDERS[pronoun], self.gender_of)
        return self._people[found] if found and found not in self._unsure else None

    def _read_to(self, place: int) -> None:
        """Count the mentions before a place."""
        if self._mentions is None:
            self._mentions = sorted(self._find_mentions())
        for end, start, person in sorted(self._speakers, key=lambda it: it[:2]):
            self._read_mentions(self._mentions, end)
            name = self._of_family(person.name)
            self._people.setdefault(name, person)
            self._focus.count(name, self._references.sentence_at(start), SPEAKS)
        self._speakers = []
        self._read_mentions(self._mentions, place)

    def _read_mentions(self, mentions: Sequence[_Mention], place: int) -> None:
        while self._read < len(mentions) and mentions[self._read].end <= place:
            mention = mentions[self._read]
            self._read += 1
            number = self._references.sentence_at(mention.start)
            if mention.start >= self._sentences[number].span.end:
                continue  # in a caption or whatever else the page leaves between sentences
            if definite := self._definite.get(mention.start):
                self._focus.go_to(number)
                if whom := self._whom(definite):
                    self._focus.count(whom, number, SPEAKS)
            elif mention.person:
                if weight := self._weight(mention, number):
                    self._focus.count(self._of_family(mention.person), number, weight)
            elif not self._is_quoted(mention.start):
                self._focus.go_to(number)
                gender = _GENDERS[self._text[mention.start : mention.end].lower()]
                if meant := self._focus.best(gender, self.gender_of):
                    self._focus.count(meant, number, _SAME)

    def _find_mentions(self) -> Iterator[_Mention]:
        """Where people are named, by family name alone too, or speak unnamed, and where a pronoun stands."""
        known: set[int] = set()
        unnamed: list[Span] = []
        for one in find_unnamed(self._text, self._sentences):
            unnamed.append(one.span)
            if one.definite:
                self._definite[one.span.start] = one
            else:
                self._unnamed_person(one.span, one_line(one.span.of(self._text)), one.gender)
            yield _Mention(one.span.start, one.span.end, one_line(one.span.of(self._text)))
        for person in self._references.people:
            if person.name in _NO_PERSONS or "’s " in person.name or "'s " in person.name:
                continue
            self._people[person.name] = person
            self._owners.setdefault(person.name.rpartition(" ")[2], []).append(person.name)
            for span in person.mentions:
                known.update((span.start, span.end))
                if not _is_within(span.start, unnamed):
                    yield _Mention(span.start, span.end, person.name)
        first, last = self._sentences[0].span.start, self._sentences[-1].span.end
        before = ""
        for found in _CAPITALISED.finditer(self._text, first, last):
            word, joined = found[1], before
            before = word if found[2] else ""
            if found.end(1) in known or found.start() in known or _is_within(found.start(), unnamed):
                continue
            if joined and (gender_of_given_name(joined) or (not found[2] and self._speaks(found, joined))):
                span = Span(found.start() - len(joined) - 1, found.end(1))
                if span.start in known:
                    continue
                name = f"{joined} {word}"
                self._people.setdefault(name, Name(name=name, mentions=(span,)))
                if name not in self._owners.setdefault(word, []):
                    self._owners[word].append(name)
                yield _Mention(span.start, span.end, name)
            elif not joined and not found[2] and (alike := self._owners.get(word)):
                yield _Mention(found.start(), found.end(1), self._owner(alike) or word)
        for found in _PRONOUN.finditer(self._text, first, last):
            yield _Mention(found.start(), found.end(), "")

    def _speaks(self, surname: re.Match[str], given: str) -> bool:
        """Whether two capitalised words that open a sentence and say something are a name that nobody knows."""
        start = surname.start() - len(given) - 1
        number = self._references.sentence_at(start)
        return (
            self._sentences[number].span.start == start
            and _NO_PERSONS.isdisjoint((given, surname[1]))
            and is_name_of_persons([surname[1]])
            and not self._references.is_thing(start)
            and says_something(self._text, surname.end(1))
        )

    def _whom(self, one: Unnamed) -> str | None:
        """Whom "the captain" means who speaks: the only one with a name who is called so, or somebody without a name.

        None where it may be another word for whom the story speaks of.
        """
        number = self._references.sentence_at(one.span.start)
        called = [person for person in self._references.people if one.calls(person)]
        if (described := self._references.is_described(one.noun, one.which, number)) is None and called:
            recent = [person for person in called if person.name in self._focus]
            described = next(iter(recent or called)) if 1 in (len(recent), len(called)) else None
        if described:
            return self._people.setdefault(described.name, described).name
        phrase = one_line(one.span.of(self._text))
        if called:
            self._unsure.add(phrase)
        elif self._focus and not one.is_introduced(self._text):
            return None
        return self._unnamed_person(one.span, phrase, one.gender).name

    def _of_family(self, name: str) -> str:
        """A person's name; of a family name that several have, the name of who was spoken of."""
        if name in self._people or name not in self._owners:
            return name
        return max(self._owners[name], key=self._focus.score)

    def _owner(self, alike: Sequence[str]) -> str | None:
        """Whose a family name is that stands alone: of several people, the one named far more often than the others."""
        if len(alike) > 1:
            most, second = sorted((len(self._people[name].mentions) for name in alike), reverse=True)[:2]
            return max(alike, key=lambda name: len(self._people[name].mentions)) if most > 2 * second else None
        return alike[0] if alike else None

    def _is_quoted(self, place: int) -> bool:
        at = bisect_right(self._quoted_starts, place) - 1
        return at >= 0 and place < self._quoted[at].end

    def _weight(self, mention: _Mention, number: int) -> float:
        """How much a mention counts; nothing inside a quotation, where somebody else speaks of the person."""
        if self._is_quoted(mention.start):
            return 0.0
        if self._focus.is_unnamed(mention.person):
            return SPEAKS
        return how_it_counts(self._text, mention.start, mention.end, self._sentences[number].span.start)

    def gender_of(self, person: str) -> Gender | None:
        """A person's gender: as the name or a title tells it, else as the pronouns around the person do."""
        if person not in self._genders:
            self._genders[person] = (
                self._references.told_gender(self._people[person])
                or self._gender_around(person)
                or gender_of_given_name(person)
            )
        return self._genders[person]

    def _gender_around(self, person: str) -> Gender | None:
        he = she = 0
        for span in self._people[person].mentions[:6]:
            number = self._references.sentence_at(span.start)
            sentence = self._sentences[number].span
            stop = self._sentences[number + 1].span.end if number + 1 < len(self._sentences) else sentence.end
            for pronoun in _OF_A_PERSON.finditer(self._text, span.end, min(stop, span.end + _AROUND)):
                if not self._is_quoted(pronoun.start()):
                    he += pronoun[1] is not None
                    she += pronoun[1] is None
        if he >= 2 and he > 3 * she:
            return "man"
        return "woman" if she >= 2 and she > 3 * he else None


def _is_within(place: int, phrases: Sequence[Span]) -> bool:
    """Whether a place is inside a phrase: in "A spokesman for Ada Quill said" it is not she who speaks."""
    return any(phrase.start <= place < phrase.end for phrase in phrases)
