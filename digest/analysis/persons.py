"""Persons, whom each sentence of a story speaks of, by name or without one, and whether a woman or a man."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from digest.analysis.names import CAPITALISED, PLACES, Name, Names
from digest.analysis.unquoted import Unquoted
from digest.article import Article
from digest.text.genders import NO_PERSON, NOUNS, Gender, bare_name, gender_of_given_name, gender_of_title
from digest.text.lexicons import lexicon
from digest.text.particles import ANY_PARTICLE
from digest.text.patterns import seldom
from digest.text.reporting import SAYS
from digest.text.spans import Span, one_line
from digest.text.tokens import GENITIVE

_PERSONS, _NAMES = lexicon("persons"), lexicon("names")
_OPENERS = lexicon("openers")["openers"]
_TITLES = _NAMES["person_titles"]
_PRONOUNS: dict[Gender, re.Pattern[str]] = {
    "man": re.compile(r"\b(?:[Hh]e|[Hh]is|him|himself)\b"),
    "woman": re.compile(r"\b(?:[Ss]he|[Hh]er|hers|herself)\b"),
}
_RUN = seldom(rf"(?<![\w’'-]){CAPITALISED}(?:[ \n]+(?:(?:{ANY_PARTICLE})[ \n]+)?{CAPITALISED})*")
_POSSESSIVE = re.compile(r"['’]s\Z")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}s?")
_NOT_BEFORE_A_PERSON = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]n|[Aa]t|[Nn]ear|[Oo]n|into|across|outside|around|called|via|this|that|its)\s+\Z"
)
_SAYS_NEXT = seldom(rf",?\s+(?:{SAYS}|who|[a-z]+ed|is|was|has|had|will|would)\b")
_SMALL_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_OWN = frozenset(["his", "her", "their", "my", "our", "whose"])
_ARTICLES = frozenset(["a", "an", "the", "one", "another", "this", "that", "any", "each", "every"])
_MOST_BETWEEN = 3
"""Words between an article and its noun: "a tall old fisherman"."""
_NAME_NEXT = re.compile(r",?\s+(?:[A-Z]\w|[A-Z]\.)")
_IS_SAID_NEXT = re.compile(r"(?:For|As) an? [a-z]+ who\b[^,;.]{3,80}, ")
"""What opens a sentence and is said of its subject: "For a man who dislikes surprises, the mayor"."""
_IS = _PERSONS["linking"]
_CUT_OFF = re.compile(rf"\s(?:{ANY_PARTICLE})[- ][A-Z]")
_OF_TWO = re.compile(r"\b(?:younger|elder|older|senior|junior)\s+(?:M(?:r|rs|s)\.?\s+)?\Z")
_MAY = seldom(rf"['’]s\s+[a-z]|\s+(?:{SAYS}|is|was|has|had|will|would|met|made|went|came)\b")
_FEWEST_BESIDE = 2
"""Sentences whose pronouns must agree to tell a person's gender; one alone may speak of somebody else."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, or what may be one, that a sentence speaks of."""

    span: Span
    gender: Gender | None
    person: Name | None
    """Who it is; None for somebody without a name, or a name that need not be a person's."""
    quoted: bool
    alike: tuple[str, ...] = ()
    """The full names that the surname may stand for."""


class Persons:
    """Whom each sentence of a story speaks of, read when it is first asked."""

    def __init__(self, article: Article, names: Names, unquoted: Unquoted) -> None:
        self._text = article.text
        self._unquoted = unquoted
        self._sentences = article.sentences
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._by_name = {person.name: person for person in names.people}
        self._by_given_name: dict[str, list[Name]] = {}
        self._by_surname: dict[str, list[Name]] = {}
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
        self._seen: dict[int, tuple[Somebody, ...]] = {}
        self._genders: dict[str, Gender | None] = {}
        self._following: dict[str, frozenset[str]] = {}

    def named(self, surname: str) -> list[Name]:
        """The known people of a surname."""
        return self._by_surname.get(surname, [])

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place in the article's text, counted from 0."""
        return max(0, bisect_right(self._starts, place) - 1)

    def is_thing(self, place: int) -> bool:
        """Whether a name of something else than a person stands at a place of the article's text."""
        at = bisect_left(self._known_starts, place)
        return at < len(self._known) and self._known[at][0].start == place and self._known[at][1] is None

    def is_in_thing(self, place: int) -> bool:
        """Whether a place of the article's text lies within the name of something else than a person."""
        at = bisect_right(self._known_starts, place) - 1
        return at >= 0 and self._known[at][0].end > place and self._known[at][1] is None

    def in_sentence(self, number: int) -> tuple[Somebody, ...]:
        """Whom a sentence speaks of, in its order."""
        found = self._seen.get(number)
        if found is None:
            found = tuple(sorted(self._find_people(number), key=lambda one: one.span.start))
            self._seen[number] = found
        return found

    def _find_people(self, number: int) -> list[Somebody]:
        span = self._sentences[number].span
        text, outside = self._text, self._unquoted.sentence(number)
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
            if noun.group() in NOUNS and (one := _without_name(noun, outside, span.start, ends)):
                found.append(one)
        return found

    def _named(self, person: Name, span: Span, quoted: bool) -> Somebody:
        """Whom a mention means; nobody certain where a title or another person's surname speaks against the name."""
        printed = one_line(span.of(self._text))
        if _OF_TWO.search(self._text, max(0, span.start - 24), span.start) or _CUT_OFF.match(self._text, span.end):
            return Somebody(span, self._titled(span), None, quoted)
        if " " not in printed and len(alike := self._alike.get(printed, ())) > 1:
            return Somebody(span, self._titled(span), None, quoted, tuple(sorted(alike)))
        gender, titled = self.gender_of(person), self._titled(span)
        if gender and titled and gender != titled:
            return Somebody(span, titled, None, quoted)
        return Somebody(span, titled or gender, person, quoted)

    def _titled(self, span: Span) -> Gender | None:
        """The gender that the title before a name tells."""
        before = self._text[max(0, span.start - 24) : span.start].split()
        return gender_of_title(before[-1].strip("(“\"‘'.")) if before else None

    def _unknown(self, run: re.Match[str], sentence: Span, quoted: bool) -> Somebody | None:
        """What a run of capitalised words that the names do not tell may be."""
        words = _POSSESSIVE.sub("", one_line(run.group())).split(" ")
        begin, span = run.start(), Span(run.start(), run.end())
        opens = begin - sentence.start < 2
        before = self._text[max(sentence.start, begin - 12) : begin]
        if len(words) > 1 and words[0] in ("The", "A", "An"):
            return None
        if opens and (words[0] in _OPENERS or words[0] in NO_PERSON):
            words = words[1:]
        title = ""
        while words and words[0].rstrip(".") in _TITLES:
            title, words = words[0].rstrip("."), words[1:]
        words = bare_name(words)
        if not words:
            return None
        gender = gender_of_title(title) or (gender_of_given_name(words[0]) if len(words) > 1 else None)
        if len(words) == 1:
            word = words[0]
            owners = self._by_surname.get(word) or self._by_given_name.get(word) or []
            if owners:
                one = owners[0] if len(owners) == 1 and self._opens_one_name(word, owners[0]) else None
                return Somebody(span, self.gender_of(one) if one else None, one, quoted)
            if title or gender_of_given_name(word):
                return Somebody(span, gender, None, quoted)
            if word == "May" and _MAY.match(self._text, run.end()):
                return Somebody(span, None, None, quoted)
            if word in PLACES or word in NO_PERSON or word in _OPENERS or _ACRONYM.fullmatch(word):
                return None
            if _NOT_BEFORE_A_PERSON.search(before) or not _SAYS_NEXT.match(self._text, run.end()):
                return None
            return Somebody(span, None, None, quoted)
        if any(word in NO_PERSON or word in PLACES for word in words) or _ACRONYM.fullmatch(words[-1]):
            return None
        if not title and _NOT_BEFORE_A_PERSON.search(before):
            return None
        if gender and len(words) <= 3:
            return Somebody(span, gender, Name(name=" ".join(words), mentions=(span,)), quoted)
        return Somebody(span, gender, None, quoted)

    def _opens_one_name(self, word: str, person: Name) -> bool:
        """Whether no other name in the text begins with the first word of a person's: "Lee Hsien Loong" and "Lee"."""
        first, _, rest = person.name.partition(" ")
        if word != first or not rest:
            return True
        if word not in self._following:
            behind = re.finditer(rf"\b{re.escape(word)}\s+([A-Z][\w’'-]+)", self._text)
            self._following[word] = frozenset(found[1] for found in behind)
        return self._following[word] <= {rest.split(" ")[0]}

    def gender_of(self, person: Name) -> Gender | None:
        """A person's gender, where a title or the given name tells it, or the only pronoun beside the name does."""
        if person.name not in self._genders:
            self._genders[person.name] = self._find_gender(person)
        return self._genders[person.name]

    def _find_gender(self, person: Name) -> Gender | None:
        told = self._told_genders(person)
        if told:
            return told.pop() if len(told) == 1 else None
        return self._gender_beside(person)

    def told_gender(self, person: Name) -> Gender | None:
        """A person's gender, where a title or the given name tells it."""
        told = self._told_genders(person)
        return told.pop() if len(told) == 1 else None

    def _told_genders(self, person: Name) -> set[Gender]:
        words = bare_name(person.name.split(" "))
        if len(words) > 1 and (gender := gender_of_given_name(words[0])):
            return {gender}
        return {gender for span in person.mentions if (gender := self._titled(span))}

    def _gender_beside(self, person: Name) -> Gender | None:
        """The gender of the pronouns in the sentences that name a person and nobody else."""
        told: list[Gender] = []
        for number in sorted({self.sentence_at(span.start) for span in person.mentions[:6]}):
            span, outside = self._sentences[number].span, self._unquoted.sentence(number)
            first = bisect_left(self._known_starts, span.start)
            last = bisect_left(self._known_starts, span.end)
            if all(other in (None, person) for _, other in self._known[first:last]) and not any(
                word in NOUNS for word in _SMALL_WORD.findall(outside)
            ):
                told += [gender for gender, pronouns in _PRONOUNS.items() if pronouns.search(outside)]
        return told[0] if len(told) >= _FEWEST_BESIDE and len(set(told)) == 1 else None

    def as_gender(self, gender: Gender, one: Somebody) -> Somebody:
        """Somebody of whom the gender is known: of two with one surname, the woman or the man."""
        if one.alike:
            genders = {name: gender_of_given_name(bare_name(name.split())[0]) for name in one.alike}
            fitting = [name for name in one.alike if genders[name] == gender]
            if len(fitting) == 1 and all(genders.values()):
                person = self._by_name.get(fitting[0]) or Name(name=fitting[0], mentions=(one.span,))
                return Somebody(one.span, gender, person, one.quoted)
        return one


def is_name_of_persons(words: list[str]) -> bool:
    """Whether none of a name's words belongs to the names of other things, or to another name before it."""
    return not any(_POSSESSIVE.search(word) or word in NO_PERSON for word in words)


def _without_name(noun: re.Match[str], outside: str, start: int, ends: list[int]) -> Somebody | None:
    """Somebody whom a sentence calls by a noun alone, and who is not said to be somebody that it names.

    Args:
        noun: where the noun stands in the sentence.
        outside: the sentence, its quotations veiled.
        start: where the sentence begins in the article's text.
        ends: where the names of persons end in it.
    """
    if _NAME_NEXT.match(outside, noun.end()) or (noun.start() <= len("For an ") and _IS_SAID_NEXT.match(outside)):
        return None
    before = outside[max(0, noun.start() - 80) : noun.start()].split()
    for at in range(len(before) - 1, max(-1, len(before) - 2 - _MOST_BETWEEN), -1):
        word = before[at].lower()
        if word in _OWN or word.endswith(GENITIVE):
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
    return Somebody(Span(start + noun.start(), start + noun.end()), NOUNS[noun.group()], None, quoted=False)
