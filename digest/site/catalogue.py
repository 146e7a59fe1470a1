"""Catalogue, whom and what a library's briefs speak of: people, organisations, places, topics and outlets."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import log

from digest.brief import BriefQuote
from digest.site.library import Entry
from digest.text.slugs import slugify, spell

_NEAR = 5
"""Briefs on either side, in a subject's own list, that may be related."""
_FEWEST_SHARED = 2
"""Subjects, outlets apart, that related briefs have in common."""


class Kind(Enum):
    """What a subject is. The value is the first part of its address."""

    PERSON = "people"
    ORGANISATION = "organisations"
    PLACE = "places"
    TOPIC = "topics"
    OUTLET = "outlets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Somebody or something that briefs speak of, or an outlet that they come from."""

    kind: Kind
    name: str
    """As most of the briefs print it."""
    url: str
    """Below the site's root."""
    entries: tuple[Entry, ...]
    """In the library's order."""
    role: str | None = None
    """A person's role, as the newest brief that tells one prints it."""

    def quotes_in(self, entry: Entry) -> list[BriefQuote]:
        """What a brief quotes this person with."""
        key = spell(self.name)
        return [quote for quote in entry.brief.said if quote.speaker and spell(quote.speaker) == key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All subjects of a kind."""

    kind: Kind
    subjects: tuple[Subject, ...]
    """By name, people by their last name."""

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"{self.kind.value}/"


class Catalogue:
    """The subjects of a library. Names that are spelled alike, case and accents apart, are one subject's."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Set up the catalogue.

        Args:
            entries: in the library's order.
        """
        names: dict[_Key, Counter[str]] = {}
        found: dict[_Key, list[Entry]] = {}
        roles: dict[_Key, str] = {}
        self._named = {entry.url: _named_in(entry) for entry in entries}
        for entry in entries:
            for person in entry.brief.front_matter.people:
                if person.role:
                    roles.setdefault((Kind.PERSON, spell(person.name)), person.role)
            for key, name in self._named[entry.url].items():
                names.setdefault(key, Counter())[name] += 1
                found.setdefault(key, []).append(entry)
        self._entries = tuple(entries)
        self._place = {entry.url: number for number, entry in enumerate(entries)}
        self._subjects: dict[_Key, Subject] = {}
        slugs: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for key in sorted(found, key=lambda key: (key[0].value, key[1])):
            kind = key[0]
            name = min(names[key], key=lambda name: (-names[key][name], name))
            slug = slugify(name, slugs[kind])
            slugs[kind].add(slug)
            self._subjects[key] = Subject(
                kind=kind,
                name=name,
                url=f"{kind.value}/{slug}/",
                entries=tuple(found[key]),
                role=roles.get(key),
            )
        grouped: dict[Kind, list[Subject]] = {}
        for subject in self._subjects.values():
            grouped.setdefault(subject.kind, []).append(subject)
        self.indexes: tuple[Index, ...] = tuple(
            Index(kind=kind, subjects=tuple(sorted(grouped[kind], key=_filed_under)))
            for kind in Kind
            if kind in grouped
        )
        """An index of each kind that there is something of."""

    def subject(self, kind: Kind, name: str) -> Subject | None:
        """The subject that a brief names; None where the name has no letter to be filed under."""
        return self._subjects.get((kind, spell(name)))

    def subject_of_tag(self, entry: Entry, tag: str) -> Subject | None:
        """What a brief's tag or category stands for: a person, organisation or place that it names, or a topic."""
        key = spell(tag)
        named = self._named[entry.url]
        return next(
            (self._subjects[kind, key] for kind in Kind if (kind, key) in named and kind is not Kind.OUTLET), None
        )

    def subjects_of(self, entry: Entry) -> tuple[Subject, ...]:
        """Whom and what a brief speaks of, each once."""
        return tuple(self._subjects[key] for key in self._named[entry.url])

    def related(self, entry: Entry, most: int = 3) -> tuple[Entry, ...]:
        """The briefs that share most subjects with one, rare subjects counting for more.

        Of each subject, only the briefs nearest in the library's order are looked at.
        """
        place = self._place[entry.url]
        shared: Counter[int] = Counter()
        weights: dict[int, float] = {}
        for subject in self.subjects_of(entry):
            if subject.kind is Kind.OUTLET:
                continue
            at = bisect_left(subject.entries, place, key=lambda other: self._place[other.url])
            for other in subject.entries[max(0, at - _NEAR) : at + _NEAR + 1]:
                number = self._place[other.url]
                if number != place:
                    shared[number] += 1
                    weights[number] = weights.get(number, 0.0) + log(1 + len(self._entries) / len(subject.entries))
        enough = [number for number in weights if shared[number] >= _FEWEST_SHARED]
        best = sorted(enough, key=lambda number: (-weights[number], abs(number - place), number))[:most]
        return tuple(self._entries[number] for number in best)


_Key = tuple[Kind, str]
_NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


def _filed_under(subject: Subject) -> tuple[str, str, str]:
    """What a subject is sorted by in its index."""
    last = subject.name.rsplit(" ", 1)[-1] if subject.kind is Kind.PERSON else ""
    return spell(last), spell(subject.name), subject.name


def _named_in(entry: Entry) -> dict[_Key, str]:
    """What a brief names, each subject once; a tag that repeats a person, organisation or place is that one."""
    facts = entry.brief.front_matter
    named: dict[_Key, str] = {}
    for kind, names in (
        (Kind.PERSON, [person.name for person in facts.people]),
        (Kind.ORGANISATION, facts.organisations),
        (Kind.PLACE, facts.places),
        (Kind.OUTLET, entry.outlets),
        (Kind.TOPIC, (*facts.categories, *facts.tags)),
    ):
        for name in names:
            key = spell(name)
            if key and not (kind is Kind.TOPIC and any((other, key) in named for other in _NAMED)):
                named.setdefault((kind, key), name)
    return named
