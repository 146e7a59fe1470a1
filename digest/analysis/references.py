"""References, whom a pronoun, a surname or a bare description such as "the mayor" means."""

from __future__ import annotations

import re

from digest.analysis.descriptions import description_by
from digest.analysis.full_names import FullNames
from digest.analysis.names import Name, Names
from digest.analysis.persons import Persons, Somebody
from digest.analysis.unquoted import Unquoted
from digest.article import Article
from digest.text.genders import Gender
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.reporting import SAYS

_PERSONS = lexicon("persons")
_OFFICES = frozenset(title.lower() for title in lexicon("clause_words")["offices"]) - _PERSONS["spokespersons"]
_GENDERS: dict[str, Gender] = {"he": "man", "his": "man", "she": "woman", "her": "woman"}
_OPENING: dict[Gender, re.Pattern[str]] = {
    "man": re.compile(r"\W*(?:(?:But|And|Meanwhile,|However,|Then|Later,?) )?(?:he|his)\b", re.IGNORECASE),
    "woman": re.compile(r"\W*(?:(?:But|And|Meanwhile,|However,|Then|Later,?) )?(?:she|her)\b", re.IGNORECASE),
}
_TAG: dict[Gender, re.Pattern[str]] = {
    "man": seldom(rf"[\0,]\s*(?:he (?:also |\w+ly )?(?:{SAYS})|(?<=\0 )(?:{SAYS}) he)\b"),
    "woman": seldom(rf"[\0,]\s*(?:she (?:also |\w+ly )?(?:{SAYS})|(?<=\0 )(?:{SAYS}) she)\b"),
}
_OBJECT: dict[Gender, re.Pattern[str]] = {
    "man": re.compile(r"\bhim\b"),
    "woman": re.compile(r"\bher(?=[.,;:]|\s+(?:to|for|in|on|at|with|from|as|and|when|after|by|of)\b)"),
}
_NO_VERB = "|".join(sorted(_PERSONS["no_verbs"]))
_ACTS_NEXT = seldom(
    rf"(?:,? \([^()]{{1,40}}\))?(?:,\s[^\0.;]{{2,140}},)?\s+(?!(?:{_NO_VERB})\b)[a-z]|['’]s?\s+(?!(?:{_NO_VERB})\b)[a-z]|,\s+who(?:se)?\b"
)
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,3}\b")
_ACTS_AT_ONCE = seldom(rf"\s+(?!(?:{_NO_VERB})\b)[a-z]")
_SAID_NEXT = seldom(rf"(?:,\s[^\0.;]{{2,140}},)?\s+(?:also\s+|\w+ly\s+)?(?:{SAYS})\b")
_SAID_BEFORE = seldom(rf"(?:[\0,]\s*(?:{SAYS})|\baccording\s+to)\s+(?:(?:the|[A-Z]?[\w.’'-]+)\s+){{0,6}}\Z")
_THE = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,2}\Z")
_REACH = 3
"""Sentences back in which somebody is looked for."""
_LONGEST_STORY = 200
"""Sentences that are looked through for whom a description means."""
_DEEPEST = 8
"""Sentences of a chain that opens with one pronoun."""


class References:
    """Whom the pronouns, surnames and bare descriptions of a story mean.

    Nobody rather than the wrong person: a name is given only where one person alone can be meant.
    """

    def __init__(self, article: Article, names: Names) -> None:
        self._text = article.text
        self._sentences = article.sentences
        self.headline = article.headline_words
        """The words of the headline, in small letters."""
        self._unquoted = Unquoted(article)
        self._full_names = FullNames(article.text)
        self._persons = Persons(article, names, self._unquoted)
        self.people = names.people
        """The people whom the story names."""

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place in the article's text, counted from 0."""
        return self._persons.sentence_at(place)

    def is_thing(self, place: int) -> bool:
        """Whether an organisation or a place is named at a place of the article's text."""
        return self._persons.is_thing(place)

    def is_in_thing(self, number: int, place: int) -> bool:
        """Whether a place of a sentence lies within the name of an organisation or a place."""
        return self._persons.is_in_thing(self._sentences[number].span.start + place)

    def people_in(self, number: int) -> tuple[tuple[int, Gender | None], ...]:
        """Where a sentence names a person, or somebody by a noun, and the gender of each where it is known."""
        start = self._sentences[number].span.start
        return tuple((one.span.start - start, one.gender) for one in self._persons.in_sentence(number))

    def outside(self, number: int) -> str:
        """A sentence as it stands in the article's text, its quotations veiled."""
        return self._unquoted.sentence(number)

    def told_gender(self, person: Name) -> Gender | None:
        """A person's gender, where a title or the given name tells it."""
        return self._persons.told_gender(person)

    def is_named(self, words: str) -> Name | None:
        """The person whom a printed name, with or without a title, means; None where two could be meant."""
        alike = self._persons.named(words.rsplit(" ", 1)[-1])
        full = [person for person in alike if words == person.name or words.endswith(f" {person.name}")]
        if full:
            return full[0]
        return alike[0] if len(alike) == 1 and " " in alike[0].name else None

    def is_surname(self, word: str) -> bool:
        """Whether a word is the name of a person of the story, or the family name of one or more."""
        return bool(self._persons.named(word))

    def is_called(self, surname: str) -> Name | None:
        """The person whom a bare surname means, in full; None where the story prints it with two given names or none."""
        person = self.is_named(surname)
        return person if person and set(self._full_names.printed(surname)) == {person.name} else None

    def is_meant(self, pronoun: str, number: int, *, says: bool) -> Name | None:
        """The person that "he", "she", "his" or "her" at the opening of a sentence means.

        Args:
            pronoun: as printed.
            number: the sentence's, counted from 0.
            says: whether a verb of saying goes with it, so that who spoke before is meant.
        """
        return self._antecedent(_GENDERS[pronoun.lower()], number, _DEEPEST, says=says)

    def is_only_one(self, gender: Gender, number: int) -> Name | None:
        """The one person of a gender whom the story has named before a sentence; None where another named one may be of it.

        Nor is it one where somebody of that gender without a name has been told of just before.
        """
        if number > _LONGEST_STORY:
            return None
        found: Name | None = None
        for here in range(number):
            people = [one for one in self._persons.in_sentence(here) if one.gender in (None, gender)]
            named = [one for one in people if one.person]
            for one in named:
                if one.gender is None or (found and one.person and found.name != one.person.name):
                    return None
                found = one.person
            if number - here <= _REACH and not named and any(one.gender and not self._is_the(one) for one in people):
                return None
        return self._full_names.of(found, gender) if found else None

    def _is_the(self, one: Somebody) -> bool:
        """Whether somebody without a name is called as one who is known: "the young woman"."""
        return _THE.search(self._text, max(0, one.span.start - 30), one.span.start) is not None

    def is_described(self, noun: str, which: str, number: int, *, says: bool = True) -> Name | None:
        """The person that "the mayor" or "the 54-year-old" at the opening of a sentence means.

        The one person whom the story, up to there, has called by this noun; unless it is an office, that
        person must also have been named last. An age that is told nowhere else is that of the person of whom the
        story told last.

        Args:
            noun: "mayor" or "54-year-old".
            which: the words between "the" and the noun, such as "former"; may be empty.
            number: the sentence's, counted from 0.
            says: whether a verb of saying goes with it, so that who spoke before may be meant.
        """
        if number > _LONGEST_STORY:
            return None
        said = noun.removesuffix("-year-old").casefold()
        # Whom a sentence speaks of takes long to tell, and most do not have the noun.
        calling = [here for here in range(number) if said in self._sentences[here].text.casefold()]
        if not calling and said == noun:
            return None
        found: dict[str, Name] = {}
        start = self._sentences[number].span.start
        description = description_by(noun)
        for here in calling:
            sentence = self._sentences[here].span
            for one in self._persons.in_sentence(here):
                if one.person and not one.quoted and description.is_of(one.span, self._text, sentence, which):
                    found[one.person.name] = one.person
        if description.others.search(self._text, 0, start):
            return None
        if not found and said != noun:
            return self._is_in_focus(number, says=says)
        if len(found) != 1:
            return None
        person = next(iter(found.values()))
        if noun not in _OFFICES and not self._is_last(person, number):
            return None
        return self._full_names.of(person, self._persons.gender_of(person))

    def _is_in_focus(self, number: int, *, says: bool) -> Name | None:
        """The one person whom the nearest sentence before that names anybody tells of, and of whom no age is told.

        Who only says something is told of where what is said goes on.
        """
        for here in range(number - 1, max(-1, number - 1 - _REACH), -1):
            named = self._persons.in_sentence(here)
            if not named:
                continue
            person = named[0].person
            if person is None or any(one.person is None or one.person.name != person.name for one in named):
                return None
            if any(_AGE.match(self._text, mention.end) for mention in person.mentions):
                return None
            acts = any(self._acts(one, here) for one in named) and (
                says or not any(self._says(one, here) for one in named)
            )
            return self._full_names.of(person, None) if acts else None
        return None

    def _is_last(self, person: Name, number: int) -> bool:
        """Whether the nearest sentence before that names anybody names this person alone."""
        for here in range(number - 1, max(-1, number - 1 - _REACH), -1):
            named = {one.person.name if one.person else "" for one in self._persons.in_sentence(here)}
            if named:
                return named == {person.name}
        return False

    def takes_over(self, pronoun: str, number: int) -> bool:
        """Whether somebody whom a pronoun may mean is named behind it as the subject: "His voice low, Lind spoke"."""
        gender, span = _GENDERS[pronoun.lower()], self._sentences[number].span
        return any(
            one.gender in (None, gender)
            and not one.quoted
            and self._text[max(span.start, one.span.start - 24) : one.span.start].rpartition(",")[1] == ","
            and _ACTS_AT_ONCE.match(self._text, one.span.end)
            for one in self._persons.in_sentence(number)
        )

    def opens_inside_quotation(self, number: int) -> bool:
        """Whether a sentence begins between quotation marks, be they printed in it or before it."""
        return self._unquoted.sentence(number).startswith("\0")

    def speaks_of(self, number: int, person: Name) -> bool:
        """Whether a sentence names a person, by the full name or the surname."""
        surname = person.name.rsplit(" ", 1)[-1]
        return surname in (word.removesuffix("’s").removesuffix("'s") for word in self._sentences[number].words)

    def _antecedent(self, gender: Gender, number: int, depth: int, *, says: bool = False) -> Name | None:
        """The person whom a pronoun means: the subject of the chain that it goes on, or the only one named last."""
        for here in range(number - 1, max(-1, number - 1 - _REACH), -1):
            people = [
                self._persons.as_gender(gender, one)
                for one in self._persons.in_sentence(here)
                if one.gender in (None, gender)
            ]
            if depth and self._goes_on(gender, here):
                subject = self._antecedent(gender, here, depth - 1)
                if subject is None or any(one.person is None or one.person.name != subject.name for one in people):
                    return None
                return subject
            if people:
                only = self._only(people, gender, here, at_once=number - here <= 1)
                return self._speaker(people, gender, here) if only is None and says and number - here == 1 else only
        return None

    def _only(self, people: list[Somebody], gender: Gender, number: int, *, at_once: bool) -> Name | None:
        """The person whom all of `people`, those that a sentence speaks of, are, if it is known and acts in it."""
        first = people[0].person
        if first is None or any(one.person is None or one.person.name != first.name for one in people):
            return None
        if people[0].gender is None and not at_once:
            return None
        if _OBJECT[gender].search(self._unquoted.sentence(number)) or not any(
            self._acts(one, number) for one in people
        ):
            return None
        return self._full_names.of(first, gender)

    def _speaker(self, people: list[Somebody], gender: Gender, number: int) -> Name | None:
        """The only one of `people` who says something in a sentence, where the gender is known to fit."""
        saying = {one.person.name if one.person else "": one for one in people if self._says(one, number)}
        if len(saying) != 1:
            return None
        one = next(iter(saying.values()))
        return self._full_names.of(one.person, gender) if one.person and one.gender == gender else None

    def _says(self, one: Somebody, number: int) -> bool:
        """Whether a sentence gives what somebody says, outside quotations."""
        if one.quoted:
            return False
        start, outside = self._sentences[number].span.start, self._unquoted.sentence(number)
        return bool(
            _SAID_NEXT.match(outside, one.span.end - start)
            or _SAID_BEFORE.search(outside[max(0, one.span.start - start - 80) : one.span.start - start])
        )

    def _acts(self, one: Somebody, number: int) -> bool:
        """Whether somebody is the subject of a clause in a sentence, outside quotations."""
        if one.quoted:
            return False
        span = self._sentences[number].span
        outside = self._unquoted.sentence(number)
        return bool(
            _ACTS_NEXT.match(outside, one.span.end - span.start)
            or _SAID_BEFORE.search(outside[max(0, one.span.start - span.start - 80) : one.span.start - span.start])
        )

    def _goes_on(self, gender: Gender, number: int) -> bool:
        """Whether a sentence has a pronoun of this gender for its subject."""
        outside = self._unquoted.sentence(number)
        return bool(_OPENING[gender].match(outside) or _TAG[gender].search(outside))
