"""Catalogue, whom and what a library's briefs speak of: people, organisations, places, topics and outlets."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from digest.brief import BriefQuote
from digest.site.library import Entry
from digest.site.targets import inputs_of
from digest.text.slugs import slugify, spell

_BLOCK = 6
"""Briefs, in a subject's own list, that are looked at together where related ones are sought."""
_RAREST = 13
"""What a subject of no brief would count for; one less each time that their number doubles."""
_FEWEST_SHARED = 2
"""Subjects, outlets apart, that related briefs have in common."""


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
        filing = _Filing()
        # By the brief's address, the numbers of its subjects, each with the brief's place in the subject's own list.
        self._named: dict[str, array[int]] = {}
        for entry in entries:
            self._named[entry.url] = array("I", filing.file(entry))
        self._numbers = {key: of_it.number for key, of_it in filing.found.items()}
        subjects: dict[int, Subject] = {}
        slugs: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for key in sorted(filing.found):
            kind, of_it = key[0], filing.found[key]
            name = min(of_it.called, key=lambda name: (-of_it.called[name], name))
            slug = slugify(name, slugs[kind])
            slugs[kind].add(slug)
            subjects[of_it.number] = Subject(
                kind=kind, name=name, url=f"{kind.value}/{slug}/", entries=tuple(of_it.entries), role=of_it.role
            )
        self._subjects = [subjects[number] for number in range(len(subjects))]
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
        named = self._named[entry.url][::2]
        numbers = (self._numbers.get((kind, key), -1) for kind in Kind if kind is not Kind.OUTLET)
        return next((self._subjects[number] for number in numbers if number in named), None)

    def subjects_of(self, entry: Entry) -> tuple[Subject, ...]:
        """Whom and what a brief speaks of, each once."""
        return tuple([self._subjects[number] for number in self._named[entry.url][::2]])

    def related(self, entry: Entry, most: int = 3) -> tuple[Entry, ...]:
        """The briefs that share most subjects with one, rare subjects counting for more.

        Of each subject, only the briefs near it in the subject's own list are looked at: a new brief leaves those
        of old ones as they are.
        """
        shared: dict[str, int] = {}
        weights: dict[str, int] = {}
        others: dict[str, Entry] = {}
        for number, block in self._blocks_of(entry):
            subject = self._subjects[number]
            weight = max(1, _RAREST - len(subject.entries).bit_length())
            for other in _near(subject, block):
                url = other.url
                shared[url] = shared.get(url, 0) + 1
                weights[url] = weights.get(url, 0) + weight
                others[url] = other
        shared.pop(entry.url, None)
        day = entry.day.toordinal() if entry.day else 0

        def order(url: str) -> tuple[int, int, str]:
            other = others[url].day
            return -weights[url], abs((other.toordinal() if other else 0) - day), url

        best = sorted((url for url in shared if shared[url] >= _FEWEST_SHARED), key=order)[:most]
        return tuple(others[url] for url in best)

    @property
    def shape(self) -> str:
        """What stands for all that any brief's related ones follow from."""
        kinds = " ".join(subject.kind.value for subject in self._subjects)
        return inputs_of((kinds, *(f"{url} {named.tobytes().hex()}" for url, named in self._named.items())))

    def nearness(self, entry: Entry) -> str:
        """What stands for all that the related briefs of one follow from."""
        near: list[str] = []
        for number, block in self._blocks_of(entry):
            subject = self._subjects[number]
            near.append(str(len(subject.entries).bit_length()))
            near += [other.url for other in _near(subject, block)]
        return inputs_of(near)

    def _blocks_of(self, entry: Entry) -> Iterator[tuple[int, int]]:
        """The subjects of a brief, outlets apart, each with the block of its list that the brief stands in."""
        named = self._named[entry.url]
        for number, place in zip(named[::2], named[1::2], strict=True):
            subject = self._subjects[number]
            if subject.kind is not Kind.OUTLET:
                # Counted from the oldest, so that a new brief does not move the others into other blocks.
                yield number, (len(subject.entries) - 1 - place) // _BLOCK


def _near(subject: Subject, block: int) -> tuple[Entry, ...]:
    """The briefs of a block of a subject's list, and of the blocks on either side."""
    count = len(subject.entries)
    return subject.entries[max(0, count - (block + 2) * _BLOCK) : max(0, count - (block - 1) * _BLOCK)]


_Key = tuple[Kind, str]


class _Found:
    """What was found of a subject so far."""

    __slots__ = ("called", "entries", "key", "kind", "number", "role")

    def __init__(self, kind: Kind, key: str, number: int) -> None:
        self.kind, self.key, self.number = kind, key, number
        self.role: str | None = None
        self.called: dict[str, int] = {}
        self.entries: list[Entry] = []


class _Filing:
    """Files briefs under what they name; a name that was printed before is known without being spelled again."""

    def __init__(self) -> None:
        self.found: dict[_Key, _Found] = {}
        self._by_name: dict[Kind, dict[str, _Found | None]] = {kind: {} for kind in Kind}

    def file(self, entry: Entry) -> list[int]:
        """The numbers of a brief's subjects, each with the brief's place in the subject's list, where it stands from now on."""
        numbers: list[int] = []
        for of_it, name in self._named_in(entry).items():
            entries, called = of_it.entries, of_it.called
            numbers += (of_it.number, len(entries))
            entries.append(entry)
            called[name] = called.get(name, 0) + 1
        people = self._by_name[Kind.PERSON]
        for person in entry.brief.outline.people:
            if person.role and (who := people[person.name]) and not who.role:
                who.role = person.role
        return numbers

    def _of(self, kind: Kind, name: str) -> _Found | None:
        known = self._by_name[kind]
        if name not in known:
            key = spell(name)
            if key and (kind, key) not in self.found:
                self.found[kind, key] = _Found(kind, key, len(self.found))
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
