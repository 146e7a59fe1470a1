"""Catalogue, whom and what a library's briefs speak of: people, organisations, places, topics and outlets."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from digest.brief import BriefQuote
from digest.site.library import Entry
from digest.site.targets import inputs_of
from digest.text.slugs import slugify, spell

_MOST_RELATED = 3
_BLOCK = 6
"""Briefs, in a subject's own list, that are looked at together where related ones are sought."""
_FEWEST_SHARED = 2
"""Subjects, outlets apart, that related briefs have in common."""
_REMEMBERED = 1 << 14
"""Briefs of which it is kept who speaks in them."""
_RAREST = 13
"""What a subject of no brief would count for; one less each time that their number doubles."""


class Kind(str, Enum):
    """What a subject is. The value is the first part of its address."""

    # A large site asks for it a million times, and an enumeration's own is no built-in one.
    __hash__ = str.__hash__

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
        if key not in _speakers_in(entry):
            return []
        return [quote for quote in entry.brief.said if quote.speaker and spell(quote.speaker) == key]


@lru_cache(maxsize=_REMEMBERED)
def _speakers_in(entry: Entry) -> frozenset[str]:
    """Whom a brief quotes, as they are spelled: it is asked for all that it names, and most of that said nothing."""
    return frozenset(spell(quote.speaker) for quote in entry.brief.said if quote.speaker)


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
        filing = _Filing()
        self._entries = entries
        self._place_of = {entry.url: place for place, entry in enumerate(entries)}
        # By the brief's address, the numbers of its subjects.
        self._named = {entry.url: filing.file(place, entry) for place, entry in enumerate(entries)}
        self._numbers = {key: of_it.number for key, of_it in filing.found.items()}
        # By a subject's number, where its briefs stand in the library.
        self._places = [of_it.places for of_it in filing.found.values()]
        subjects: list[Subject | None] = [None] * len(filing.found)
        slugs: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for key in sorted(filing.found):
            kind, of_it = key[0], filing.found[key]
            name = of_it.name
            slug = slugify(name, slugs[kind])
            slugs[kind].add(slug)
            subjects[of_it.number] = Subject(
                kind=kind,
                name=name,
                url=f"{kind.value}/{slug}/",
                entries=tuple([entries[place] for place in of_it.places]),
                role=of_it.role,
            )
        self._subjects = [subject for subject in subjects if subject]
        self._shown = [f"{subject.url} {subject.name}" for subject in self._subjects]
        # What each counts for where related briefs are sought.
        self._weights = [
            0 if it.kind is Kind.OUTLET else max(1, _RAREST - len(it.entries).bit_length()) for it in self._subjects
        ]
        grouped: dict[Kind, list[Subject]] = {}
        for subject in self._subjects:
            grouped.setdefault(subject.kind, []).append(subject)
        self.indexes: tuple[Index, ...] = tuple(
            Index(kind=kind, subjects=tuple(sorted(grouped[kind], key=_filed_under)))
            for kind in Kind
            if kind in grouped
        )
        """An index of each kind that there is something of."""

    def subject(self, kind: Kind, name: str) -> Subject | None:
        """The subject that a brief names; None where the name has no letter to be filed under."""
        number = self._numbers.get((kind, spell(name)))
        return None if number is None else self._subjects[number]

    def subject_of_tag(self, entry: Entry, tag: str) -> Subject | None:
        """What a brief's tag or category stands for: a person, organisation or place that it names, or a topic."""
        key = spell(tag)
        named = self._named[entry.url]
        numbers = (self._numbers.get((kind, key), -1) for kind in Kind if kind is not Kind.OUTLET)
        return next((self._subjects[number] for number in numbers if number in named), None)

    def subjects_of(self, entry: Entry) -> list[Subject]:
        """Whom and what a brief speaks of, each once."""
        return [self._subjects[number] for number in self._named[entry.url]]

    def shown_of(self, entry: Entry) -> list[str]:
        """What the page of a brief shows of its subjects: where the page of each is, and what it is called."""
        shown = self._shown
        return [shown[number] for number in self._named[entry.url]]

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        """The briefs that share most subjects with one, rare subjects counting for more.

        Of each subject, only the briefs near it in the subject's own list are looked at: a new brief leaves those
        of old ones as they are.
        """
        here = self._place_of[entry.url]
        shared: dict[int, int] = {}
        weights: dict[int, int] = {}
        for number in self._named[entry.url]:
            places, weight = self._places[number], self._weights[number]
            block = (len(places) - 1 - bisect_left(places, here)) // _BLOCK
            for place in places[_window(len(places), block, 1)] if weight else ():
                shared[place] = shared.get(place, 0) + 1
                weights[place] = weights.get(place, 0) + weight
        shared.pop(here, None)
        day = entry.day.toordinal() if entry.day else 0

        def order(place: int) -> tuple[int, int, str]:
            other = self._entries[place]
            return -weights[place], abs((other.day.toordinal() if other.day else 0) - day), other.url

        best = sorted((place for place in shared if shared[place] >= _FEWEST_SHARED), key=order)[:_MOST_RELATED]
        return tuple(self._entries[place] for place in best)

    @property
    def shape(self) -> str:
        """What stands for all that any brief's related ones follow from."""
        kinds = " ".join(subject.kind.value for subject in self._subjects)
        return inputs_of((kinds, *(f"{url} {named.tobytes().hex()}" for url, named in self._named.items())))

    def nearness(self) -> Iterator[tuple[Entry, str]]:
        """Each brief with what stands for all that its related ones follow from."""
        near: list[list[str]] = [[] for _ in self._entries]
        for number, places in enumerate(self._places):
            if len(places) < 2 or not self._weights[number]:
                continue
            urls = [self._entries[place].url for place in places]
            # What the briefs of a block see of the subject is the same, and put into words once.
            for block in range((len(places) - 1) // _BLOCK + 1):
                seen = inputs_of((str(self._weights[number]), *urls[_window(len(places), block, 1)]))
                for place in places[_window(len(places), block, 0)]:
                    near[place].append(seen)
        # Subjects are numbered as they are met: a new brief, which comes first, must not change it for all others.
        yield from zip(self._entries, (inputs_of(sorted(seen)) for seen in near), strict=True)


def _window(count: int, block: int, beside: int) -> slice:
    """Where a block of a subject's list stands in it, with so many blocks on either side.

    Blocks are counted from the oldest brief, so that a new one does not move the others into other blocks.
    """
    return slice(max(0, count - (block + beside + 1) * _BLOCK), max(0, count - (block - beside) * _BLOCK))


class _Found:
    """What was found of a subject so far."""

    __slots__ = ("called", "key", "number", "places", "role")

    def __init__(self, key: str, number: int) -> None:
        self.key, self.number = key, number
        self.role: str | None = None
        self.called: dict[str, int] = {}
        self.places: list[int] = []

    @property
    def name(self) -> str:
        """What most briefs call it."""
        called = self.called
        return next(iter(called)) if len(called) == 1 else min(called, key=lambda name: (-called[name], name))


class _Filing:
    """Files briefs under what they name; a name that was printed before is known without being spelled again."""

    def __init__(self) -> None:
        self.found: dict[tuple[Kind, str], _Found] = {}
        self._by_name: dict[Kind, dict[str, _Found | None]] = {kind: {} for kind in Kind}

    def file(self, place: int, entry: Entry) -> array[int]:
        """The numbers of a brief's subjects.

        Args:
            place: of the brief in the library.
            entry: the brief.
        """
        named = self._named_in(entry)
        for of_it, name in named.items():
            of_it.places.append(place)
            called = of_it.called
            called[name] = called.get(name, 0) + 1
        people = self._by_name[Kind.PERSON]
        for person in entry.brief.outline.people:
            if person.role and (who := people[person.name]) and not who.role:
                who.role = person.role
        return array("I", [of_it.number for of_it in named])

    def _of(self, kind: Kind, name: str) -> _Found | None:
        known = self._by_name[kind]
        if name not in known:
            key = spell(name)
            if key and (kind, key) not in self.found:
                self.found[kind, key] = _Found(key, len(self.found))
            known[name] = self.found[kind, key] if key else None
        return known[name]

    def _named_in(self, entry: Entry) -> dict[_Found, str]:
        """What a brief names, each subject once; a tag that repeats a person, organisation or place is that one."""
        facts = entry.brief.outline
        named: dict[_Found, str] = {}
        self._add(named, Kind.PERSON, [person.name for person in facts.people])
        self._add(named, Kind.ORGANISATION, facts.organisations)
        self._add(named, Kind.PLACE, facts.places)
        others = {of_it.key for of_it in named}
        self._add(named, Kind.OUTLET, [source.name for source in facts.sources if source.name])
        self._add(named, Kind.TOPIC, [name for name in (*facts.categories, *facts.tags) if spell(name) not in others])
        return named

    def _add(self, named: dict[_Found, str], kind: Kind, names: Iterable[str]) -> None:
        known = self._by_name[kind]
        for name in names:
            of_it = known.get(name) or self._of(kind, name)
            if of_it and of_it not in named:
                named[of_it] = name


def _filed_under(subject: Subject) -> tuple[str, str, str]:
    """What a subject is sorted by in its index."""
    last = subject.name.rsplit(" ", 1)[-1] if subject.kind is Kind.PERSON else ""
    return spell(last), spell(subject.name), subject.name
