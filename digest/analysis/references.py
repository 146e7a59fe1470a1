"""References, whom a pronoun, a surname or a bare description such as "the mayor" means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from digest.analysis.names import CAPITALISED, PLACES, Name, Names
from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.spans import Span, one_line

Gender = Literal["woman", "man"]

_GIVEN, _PERSONS, _NAMES = lexicon("given_names"), lexicon("persons"), lexicon("names")
_OPENERS = lexicon("openers")["openers"]
_NO_PERSON = _NAMES["not_names"] | _NAMES["organisation_heads"] | _PERSONS["no_persons"]
_TITLES = _NAMES["person_titles"]
_TITLE_WORDS = frozenset(title.lower() for title in _TITLES) | frozenset(_PERSONS["described"])
_OFFICES = frozenset(title.lower() for title in lexicon("clause_words")["offices"]) - _PERSONS["spokespersons"]
_GENDERS: dict[str, Gender] = {"he": "man", "his": "man", "she": "woman", "her": "woman"}
_PRONOUNS: dict[Gender, re.Pattern[str]] = {
    "man": re.compile(r"\b(?:[Hh]e|[Hh]is|him|himself)\b"),
    "woman": re.compile(r"\b(?:[Ss]he|[Hh]er|hers|herself)\b"),
}
_OPENING: dict[Gender, re.Pattern[str]] = {
    "man": re.compile(r"\W*(?:(?:But|And|Meanwhile,|However,|Then|Later,?) )?(?:he|his)\b", re.IGNORECASE),
    "woman": re.compile(r"\W*(?:(?:But|And|Meanwhile,|However,|Then|Later,?) )?(?:she|her)\b", re.IGNORECASE),
}
_SAYS = "|".join(sorted(lexicon("reporting_verbs")["past"] | lexicon("reporting_verbs")["present"]))
_TAG: dict[Gender, re.Pattern[str]] = {
    "man": re.compile(rf"[\0,]\s*(?:he (?:also |\w+ly )?(?:{_SAYS})|(?<=\0 )(?:{_SAYS}) he)\b"),
    "woman": re.compile(rf"[\0,]\s*(?:she (?:also |\w+ly )?(?:{_SAYS})|(?<=\0 )(?:{_SAYS}) she)\b"),
}
_RUN = re.compile(
    rf"(?<![\w’'-]){CAPITALISED}(?:[ \n]+(?:(?:de|da|del|van|von|der|bin|al|el|la|le|du)[ \n]+)?{CAPITALISED})*"
)
_POSSESSIVE = re.compile(r"['’]s\Z")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}s?")
_NOT_BEFORE_A_PERSON = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]n|[Aa]t|[Nn]ear|[Oo]n|into|across|outside|around|called|via|this|that|its)\s+\Z"
)
_SAYS_NEXT = re.compile(rf",?\s+(?:{_SAYS}|who|[a-z]+ed|is|was|has|had|will|would)\b")
_NOUNS: dict[str, Gender | None] = {
    **dict.fromkeys(_PERSONS["anybody"]),
    **dict.fromkeys(_PERSONS["women"], "woman"),
    **dict.fromkeys(_PERSONS["men"], "man"),
}
_SMALL_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_OWN = frozenset(["his", "her", "their", "my", "our", "whose"])
_ARTICLES = frozenset(["a", "an", "the", "one", "another", "this", "that", "any", "each", "every"])
_MOST_BETWEEN = 3
"""Words between an article and its noun: "a tall old fisherman"."""
_NAME_NEXT = re.compile(r",?\s+(?:[A-Z]\w|[A-Z]\.)")
_IS = _PERSONS["linking"]
_QUOTE_MARK = re.compile(r"[“”\"]")
_OBJECT: dict[Gender, re.Pattern[str]] = {
    "man": re.compile(r"\bhim\b"),
    "woman": re.compile(r"\bher(?=[.,;:]|\s+(?:to|for|in|on|at|with|from|as|and|when|after|by|of)\b)"),
}
_NO_VERB = "|".join(sorted(_PERSONS["no_verbs"]))
_ACTS_NEXT = re.compile(
    rf"(?:,? \([^()]{{1,40}}\))?(?:,\s[^\0.;]{{2,140}},)?\s+(?!(?:{_NO_VERB})\b)[a-z]|['’]s?\s+(?!(?:{_NO_VERB})\b)[a-z]|,\s+who(?:se)?\b"
)
_INITIAL = re.compile(r"[A-Z]\.")
_CUT_OFF = re.compile(r"\s(?:al|el|bin|ibn|de|di|da|van|von|der)[- ][A-Z]")
_OF_TWO = re.compile(r"\b(?:younger|elder|older|senior|junior)\s+(?:M(?:r|rs|s)\.?\s+)?\Z")
_MAY = re.compile(rf"['’]s\s+[a-z]|\s+(?:{_SAYS}|is|was|has|had|will|would|met|made|went|came)\b")
_ACTS_AT_ONCE = re.compile(rf"\s+(?!(?:{_NO_VERB})\b)[a-z]")
_SAID_NEXT = re.compile(rf"(?:,\s[^\0.;]{{2,140}},)?\s+(?:also\s+|\w+ly\s+)?(?:{_SAYS})\b")
_SAID_BEFORE = re.compile(rf"(?:[\0,]\s*(?:{_SAYS})|\baccording\s+to)\s+(?:(?:the|[A-Z]?[\w.’'-]+)\s+){{0,6}}\Z")
_REACH = 3
"""Sentences back in which somebody is looked for."""
_FEWEST_BESIDE = 2
"""Sentences whose pronouns must agree to tell a person's gender; one alone may speak of somebody else."""
_DEEPEST = 8
"""Sentences of a chain that opens with one pronoun."""


@dataclass(frozen=True, slots=True)
class _Somebody:
    """A person, or what may be one, that a sentence speaks of."""

    span: Span
    gender: Gender | None
    person: Name | None
    """Who it is; None for somebody without a name, or a name that need not be a person's."""
    quoted: bool
    alike: tuple[str, ...] = ()
    """The full names that the surname may stand for."""


@dataclass(frozen=True, slots=True)
class _Described:
    """Where a noun stands that says who somebody is."""

    before: re.Pattern[str]
    """The end of what stands before a name."""
    behind: re.Pattern[str]
    """What stands behind a name."""
    others: re.Pattern[str]
    """Another whom the noun may mean."""


@cache
def _described(noun: str) -> _Described:
    """The places at which a noun says who somebody is, as patterns."""
    if noun.endswith("-year-old"):
        age = noun.partition("-")[0]
        return _Described(
            before=re.compile(rf"(?P<which>)\b{noun}\s+(?:[\w-]+\s+){{0,3}}\Z"),
            behind=re.compile(rf",\s+(?:aged\s+)?{age}\b(?P<which>)|,\s+an?\s+{noun}\b"),
            others=re.compile(rf"\b(?:an?|another)\s+{noun}\b(?!\s+(?:[a-z]+\s+){{0,3}}[A-Z])"),
        )
    return _Described(
        before=re.compile(rf"(?P<which>(?:[\w-]+\s+){{0,3}})\b{noun}\s+\Z", re.IGNORECASE),
        behind=re.compile(
            rf"(?:,\s+(?:\d+,\s+)?|\s+(?:is|was)\s+)(?:an?|the)?\s*(?P<which>(?:[\w’'-]+\s+){{0,4}}?){noun}\b",
            re.IGNORECASE,
        ),
        others=re.compile(rf"\b(?:an?|another|one|two|three|other)\s+(?:[a-z-]+\s+){{0,2}}{noun}s?\b(?!\s+[A-Z])"),
    )


class References:
    """Whom the pronouns, surnames and bare descriptions of a story mean.

    Nobody rather than the wrong person: a name is given only where one person alone can be meant.
    """

    def __init__(self, article: Article, names: Names) -> None:
        self._text = article.text
        self._sentences = article.sentences
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._people = {person.name: person for person in names.people}
        self._by_surname: dict[str, list[Name]] = {}
        self._by_given_name: dict[str, list[Name]] = {}
        for person in names.people:
            self._by_surname.setdefault(person.name.rsplit(" ", 1)[-1], []).append(person)
            self._by_given_name.setdefault(person.name.split(" ", 1)[0], []).append(person)
        self._alike: dict[str, set[str]] = {}
        for name in (*names.people, *names.others):
            if " " in name.name:
                self._alike.setdefault(name.name.rsplit(" ", 1)[-1], set()).add(name.name)
        known: list[tuple[Span, Name | None]] = [(span, person) for person in names.people for span in person.mentions]
        known += [(span, None) for name in (*names.organisations, *names.places) for span in name.mentions]
        self._known = sorted(known, key=lambda found: (found[0].start, found[0].end, found[1] is None))
        self._known_starts = [span.start for span, _ in self._known]
        self._seen: dict[int, tuple[_Somebody, ...]] = {}
        self._veiled: dict[int, tuple[int, str]] = {}
        self._genders: dict[str, Gender | None] = {}

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place in the article's text, counted from 0."""
        return max(0, bisect_right(self._starts, place) - 1)

    def is_named(self, words: str) -> Name | None:
        """The person whom a printed name, with or without a title, means; None where two could be meant."""
        alike = self._by_surname.get(words.rsplit(" ", 1)[-1], [])
        full = [person for person in alike if words == person.name or words.endswith(f" {person.name}")]
        if full:
            return full[0]
        return alike[0] if len(alike) == 1 and " " in alike[0].name else None

    def is_meant(self, pronoun: str, number: int, at: int | None = None, *, says: bool = False) -> Name | None:
        """The person that "he", "she", "his" or "her" in a sentence means.

        Args:
            pronoun: as printed.
            number: the sentence's, counted from 0.
            at: where the pronoun stands in the article's text; None where it opens the sentence.
            says: whether a verb of saying goes with it, so that who spoke before is meant.
        """
        return self._antecedent(_GENDERS[pronoun.lower()], number, at, _DEEPEST, says=says)

    def is_described(self, noun: str, which: str, number: int) -> Name | None:
        """The person that "the mayor" or "the 54-year-old" at the opening of a sentence means.

        The one person whom the story, up to there, has called by this noun; unless it is an office, that
        person must also have been named last.

        Args:
            noun: "mayor" or "54-year-old".
            which: the words between "the" and the noun, such as "former"; may be empty.
            number: the sentence's, counted from 0.
        """
        found: dict[str, Name] = {}
        start = self._sentences[number].span.start
        pattern = _described(noun)
        for here in range(number):
            for one in self._people_in(here):
                if one.person and not one.quoted and self._is_called(one.span, pattern, which):
                    found[one.person.name] = one.person
        if len(found) != 1 or pattern.others.search(self._text, 0, start):
            return None
        person = next(iter(found.values()))
        if noun not in _OFFICES and not self._is_last(person, number):
            return None
        return self._in_full(person, self._gender_of(person))

    def _is_last(self, person: Name, number: int) -> bool:
        """Whether the nearest sentence before that names anybody names this person alone."""
        for here in range(number - 1, max(-1, number - 1 - _REACH), -1):
            named = {one.person.name if one.person else "" for one in self._people_in(here)}
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
            for one in self._people_in(number)
        )

    def _is_called(self, mention: Span, noun: _Described, which: str) -> bool:
        """Whether the words around a mention of a person call that person by a noun."""
        number = self.sentence_at(mention.start)
        sentence = self._sentences[number].span
        before = noun.before.search(self._text, max(sentence.start, mention.start - 60), mention.start)
        behind = noun.behind.match(self._text, mention.end, min(sentence.end, mention.end + 120))
        said = before or behind
        if said is None:
            return False
        words = one_line(said["which"] or "").lower().split()
        return all(word in words for word in which.split()) and ("former" in words) == ("former" in which)

    def opens_inside_quotation(self, number: int) -> bool:
        """Whether a sentence begins between quotation marks, be they printed in it or before it."""
        return self._outside(number).startswith("\0")

    def speaks_of(self, number: int, person: Name) -> bool:
        """Whether a sentence names a person, by the full name or the surname."""
        surname = person.name.rsplit(" ", 1)[-1]
        return surname in (_POSSESSIVE.sub("", word) for word in self._sentences[number].words)

    def _antecedent(
        self, gender: Gender, number: int, at: int | None, depth: int, *, says: bool = False
    ) -> Name | None:
        """The person whom a pronoun means: the subject of the chain that it goes on, or the only one named last."""
        for here in range(number, max(-1, number - 1 - _REACH), -1):
            if here == number and at is None:
                continue
            people = [self._as(gender, one) for one in self._people_in(here) if one.gender in (None, gender)]
            if here == number:
                people = [one for one in people if one.span.end <= (at or 0)]
            elif depth and self._goes_on(gender, here):
                subject = self._antecedent(gender, here, None, depth - 1)
                if subject is None or any(one.person is None or one.person.name != subject.name for one in people):
                    return None
                return subject
            if people:
                only = self._only(people, gender, here, at_once=number - here <= 1)
                return self._speaker(people, gender, here) if only is None and says and number - here == 1 else only
        return None

    def _as(self, gender: Gender, one: _Somebody) -> _Somebody:
        """Somebody of whom the gender is known: of two with one surname, the woman or the man."""
        if one.alike:
            genders = {name: _gender_of_given_name(_bare(name.split())[0]) for name in one.alike}
            fitting = [name for name in one.alike if genders[name] == gender]
            if len(fitting) == 1 and all(genders.values()):
                person = self._people.get(fitting[0]) or Name(name=fitting[0], mentions=(one.span,))
                return _Somebody(one.span, gender, person, one.quoted)
        return one

    def _only(self, people: list[_Somebody], gender: Gender, number: int, *, at_once: bool) -> Name | None:
        """The person whom all of `people`, those that a sentence speaks of, are, if it is known and acts in it."""
        first = people[0].person
        if first is None or any(one.person is None or one.person.name != first.name for one in people):
            return None
        if people[0].gender is None and not at_once:
            return None
        if _OBJECT[gender].search(self._outside(number)) or not any(self._acts(one, number) for one in people):
            return None
        return self._in_full(first, gender)

    def _speaker(self, people: list[_Somebody], gender: Gender, number: int) -> Name | None:
        """The only one of `people` who says something in a sentence, where the gender is known to fit."""
        span, outside = self._sentences[number].span, self._outside(number)
        saying = {
            one.person.name if one.person else "": one
            for one in people
            if not one.quoted
            and (
                _SAID_NEXT.match(outside, one.span.end - span.start)
                or _SAID_BEFORE.search(outside[max(0, one.span.start - span.start - 80) : one.span.start - span.start])
            )
        }
        if len(saying) != 1:
            return None
        one = next(iter(saying.values()))
        return self._in_full(one.person, gender) if one.person and one.gender == gender else None

    def _in_full(self, person: Name, gender: Gender | None) -> Name | None:
        """A person known by surname with the full name that the story prints; nobody where it prints two."""
        if " " in person.name:
            words = _bare(person.name.split(" "))
            if len(words) > 4 or any(_POSSESSIVE.search(word) or word in _NO_PERSON for word in words):
                return None
            return Name(name=" ".join(words), mentions=person.mentions, role=person.role)
        full = set(self._full_names(person.name))
        if not full:
            return person
        name = full.pop()
        if full or (gender and _gender_of_given_name(name.split()[0]) != gender):
            return None
        return Name(name=name, mentions=person.mentions, role=person.role)

    def _acts(self, one: _Somebody, number: int) -> bool:
        """Whether somebody is the subject of a clause in a sentence, outside quotations."""
        if one.quoted:
            return False
        span = self._sentences[number].span
        outside = self._outside(number)
        return bool(
            _ACTS_NEXT.match(outside, one.span.end - span.start)
            or _SAID_BEFORE.search(outside[max(0, one.span.start - span.start - 80) : one.span.start - span.start])
        )

    def _full_names(self, surname: str) -> Iterator[str]:
        """The names in the text that a given name and perhaps an initial stand before `surname` in."""
        at = self._text.find(surname)
        while at >= 0:
            before = self._text[max(0, at - 30) : at].split()
            if len(before) > 1 and _INITIAL.fullmatch(before[-1]) and _gender_of_given_name(before[-2]):
                yield f"{before[-2]} {before[-1]} {surname}"
            elif before and _gender_of_given_name(before[-1]):
                yield f"{before[-1]} {surname}"
            at = self._text.find(surname, at + 1)

    def _goes_on(self, gender: Gender, number: int) -> bool:
        """Whether a sentence has a pronoun of this gender for its subject."""
        outside = self._outside(number)
        return bool(_OPENING[gender].match(outside) or _TAG[gender].search(outside))

    def _outside(self, number: int) -> str:
        """A sentence with each character in quotation marks as NUL, in its place."""
        span = self._sentences[number].span
        start, veiled = self._veil(number)
        return veiled[span.start - start : span.end - start]

    def _veil(self, number: int) -> tuple[int, str]:
        """Where the sentence's paragraph begins, and its text with quotations veiled."""
        paragraph = self._sentences[number].paragraph
        found = self._veiled.get(paragraph)
        if found is None:
            first = last = number
            while first and self._sentences[first - 1].paragraph == paragraph:
                first -= 1
            while last + 1 < len(self._sentences) and self._sentences[last + 1].paragraph == paragraph:
                last += 1
            start = self._sentences[first].span.start
            found = start, _veiled(self._text[start : self._sentences[last].span.end])
            self._veiled[paragraph] = found
        return found

    def _people_in(self, number: int) -> tuple[_Somebody, ...]:
        found = self._seen.get(number)
        if found is None:
            found = tuple(sorted(self._find_people(number), key=lambda one: one.span.start))
            self._seen[number] = found
        return found

    def _find_people(self, number: int) -> list[_Somebody]:
        span = self._sentences[number].span
        text, outside = self._text, self._outside(number)
        known = self._known[bisect_left(self._known_starts, span.start) : bisect_left(self._known_starts, span.end)]
        found = [
            self._named(person, place, outside[place.start - span.start] == "\0") for place, person in known if person
        ]
        taken = [(place.start, place.end) for place, _ in known]
        for run in _RUN.finditer(text, span.start, span.end):
            begin, end = run.span()
            if any(start < end and begin < stop for start, stop in taken):
                continue
            if one := self._unknown(run, span, outside[run.start() - span.start] == "\0"):
                found.append(one)
        ends = [one.span.end for one in found if one.person]
        for noun in _SMALL_WORD.finditer(outside):
            if noun.group() in _NOUNS and (one := _without_name(noun, outside, span.start, ends)):
                found.append(one)
        return found

    def _named(self, person: Name, span: Span, quoted: bool) -> _Somebody:
        """Whom a mention means; nobody certain where a title or another person's surname speaks against the name."""
        printed = one_line(span.of(self._text))
        if _OF_TWO.search(self._text, max(0, span.start - 24), span.start) or _CUT_OFF.match(self._text, span.end):
            return _Somebody(span, self._titled(span), None, quoted)
        if " " not in printed and len(alike := self._alike.get(printed, ())) > 1:
            return _Somebody(span, self._titled(span), None, quoted, tuple(sorted(alike)))
        gender, titled = self._gender_of(person), self._titled(span)
        if gender and titled and gender != titled:
            return _Somebody(span, titled, None, quoted)
        return _Somebody(span, titled or gender, person, quoted)

    def _titled(self, span: Span) -> Gender | None:
        """The gender that the title before a name tells."""
        before = self._text[max(0, span.start - 24) : span.start].split()
        return _gender_of_title(before[-1].rstrip(".")) if before else None

    def _unknown(self, run: re.Match[str], sentence: Span, quoted: bool) -> _Somebody | None:
        """What a run of capitalised words that the names do not tell may be."""
        words = _POSSESSIVE.sub("", one_line(run.group())).split(" ")
        begin, span = run.start(), Span(run.start(), run.end())
        opens = begin - sentence.start < 2
        before = self._text[max(sentence.start, begin - 12) : begin]
        if len(words) > 1 and words[0] in ("The", "A", "An"):
            return None
        if opens and (words[0] in _OPENERS or words[0] in _NO_PERSON):
            words = words[1:]
        title = ""
        while words and words[0].rstrip(".") in _TITLES:
            title, words = words[0].rstrip("."), words[1:]
        words = _bare(words)
        if not words:
            return None
        gender = _gender_of_title(title) or (_gender_of_given_name(words[0]) if len(words) > 1 else None)
        if len(words) == 1:
            word = words[0]
            owners = self._by_surname.get(word) or self._by_given_name.get(word) or []
            if owners:
                one = owners[0] if len(owners) == 1 else None
                return _Somebody(span, self._gender_of(one) if one else None, one, quoted)
            if title or _gender_of_given_name(word):
                return _Somebody(span, gender, None, quoted)
            if word == "May" and _MAY.match(self._text, run.end()):
                return _Somebody(span, None, None, quoted)
            if word in PLACES or word in _NO_PERSON or word in _OPENERS or _ACRONYM.fullmatch(word):
                return None
            if _NOT_BEFORE_A_PERSON.search(before) or not _SAYS_NEXT.match(self._text, run.end()):
                return None
            return _Somebody(span, None, None, quoted)
        if any(word in _NO_PERSON or word in PLACES for word in words) or _ACRONYM.fullmatch(words[-1]):
            return None
        if not title and _NOT_BEFORE_A_PERSON.search(before):
            return None
        if gender and len(words) <= 3:
            return _Somebody(span, gender, Name(name=" ".join(words), mentions=(span,)), quoted)
        return _Somebody(span, gender, None, quoted)

    def _gender_of(self, person: Name) -> Gender | None:
        """A person's gender, where a title or the given name tells it, or the only pronoun beside the name does."""
        if person.name not in self._genders:
            self._genders[person.name] = self._find_gender(person)
        return self._genders[person.name]

    def _find_gender(self, person: Name) -> Gender | None:
        words = _bare(person.name.split(" "))
        if len(words) > 1 and (gender := _gender_of_given_name(words[0])):
            return gender
        titled = {gender for span in person.mentions[:8] if (gender := self._titled(span))}
        if titled:
            return titled.pop() if len(titled) == 1 else None
        return self._gender_beside(person)

    def _gender_beside(self, person: Name) -> Gender | None:
        """The gender of the pronouns in the sentences that name a person and nobody else."""
        told: list[Gender] = []
        for number in sorted({self.sentence_at(span.start) for span in person.mentions[:6]}):
            span, outside = self._sentences[number].span, self._outside(number)
            first = bisect_left(self._known_starts, span.start)
            last = bisect_left(self._known_starts, span.end)
            if all(other in (None, person) for _, other in self._known[first:last]) and not any(
                word in _NOUNS for word in _SMALL_WORD.findall(outside)
            ):
                told += [gender for gender, pronouns in _PRONOUNS.items() if pronouns.search(outside)]
        return told[0] if len(told) >= _FEWEST_BESIDE and len(set(told)) == 1 else None


def _bare(words: list[str]) -> list[str]:
    """A name's words without those in front of the given name that are a title or belong to something else."""
    for at, word in enumerate(words[:-1]):
        if _gender_of_given_name(word):
            before = words[:at]
            return words[at:] if any(one in _NO_PERSON or one.lower() in _TITLE_WORDS for one in before) else words
    while len(words) > 2 and words[0].lower() in _TITLE_WORDS:
        words = words[1:]
    return words


def _gender_of_title(title: str) -> Gender | None:
    return "woman" if title in _PERSONS["women_titles"] else "man" if title in _PERSONS["men_titles"] else None


def _gender_of_given_name(name: str) -> Gender | None:
    return "woman" if name in _GIVEN["women"] else "man" if name in _GIVEN["men"] else None


def _without_name(noun: re.Match[str], outside: str, start: int, ends: list[int]) -> _Somebody | None:
    """Somebody whom a sentence calls by a noun alone, and who is not said to be somebody that it names.

    Args:
        noun: where the noun stands in the sentence.
        outside: the sentence, its quotations veiled.
        start: where the sentence begins in the article's text.
        ends: where the names of persons end in it.
    """
    if _NAME_NEXT.match(outside, noun.end()):
        return None
    before = outside[max(0, noun.start() - 80) : noun.start()].split()
    for at in range(len(before) - 1, max(-1, len(before) - 2 - _MOST_BETWEEN), -1):
        word = before[at].lower()
        if word in _OWN or word.endswith(("’s", "'s", "s’", "s'")):
            break
        if word in _ARTICLES:
            if not _IS.isdisjoint(before[max(0, at - 2) : at]):
                return None
            begin = start + outside.rindex(before[at], 0, noun.start())
            if any(end < begin <= end + len(", ") + 1 for end in ends):
                return None
            break
    else:
        return None
    return _Somebody(Span(start + noun.start(), start + noun.end()), _NOUNS[noun.group()], None, quoted=False)


def _veiled(paragraph: str) -> str:
    """A paragraph with each character in double quotation marks as NUL, those of an unclosed one to its end.

    A straight mark opens before a word and closes behind one, so that one mark too many does not turn
    all that follows inside out.
    """
    pieces, position, opened = [], 0, None
    for mark in _QUOTE_MARK.finditer(paragraph):
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
