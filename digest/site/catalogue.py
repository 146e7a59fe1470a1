"""Catalogue, whom and what a library's briefs speak of: people, organisations, places, topics and outlets."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
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
        found: dict[_Key, _Found] = {}
        # By the brief's address, the numbers of its subjects, each with the brief's place in the subject's own list.
        self._named: dict[str, array[int]] = {}
        self._near: dict[tuple[int, int], str] = {}
        for entry in entries:
            named = self._named[entry.url] = array("I")
            for key, name in _named_in(entry).items():
                of_it = found.get(key)
                if of_it is None:
                    of_it = found[key] = _Found(len(found))
                named.append(of_it.number)
                named.append(len(of_it.entries))
                of_it.entries.append(entry)
                of_it.called[name] = of_it.called.get(name, 0) + 1
            for person in entry.brief.outline.people:
                if person.role and (of_it := found.get((Kind.PERSON, spell(person.name)))) and not of_it.role:
                    of_it.role = person.role
        self._numbers = {key: of_it.number for key, of_it in found.items()}
        subjects: dict[int, Subject] = {}
        slugs: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for key in sorted(found):
            kind, of_it = key[0], found[key]
            name = min(of_it.called, key=lambda name: (-of_it.called[name], name))
            slug = slugify(name, slugs[kind])
            slugs[kind].add(slug)
            subjects[of_it.number] = Subject(
                kind=kind, name=name, url=f"{kind.value}/{slug}/", entries=tuple(of_it.entries), role=of_it.role or None
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

    def nearness(self, entry: Entry) -> str:
        """What stands for all that the related briefs of one follow from."""
        return inputs_of([self._nearness_in(number, block) for number, block in self._blocks_of(entry)])

    def _nearness_in(self, number: int, block: int) -> str:
        known = self._near.get((number, block))
        if known is None:
            subject = self._subjects[number]
            near = [str(len(subject.entries).bit_length()), *(other.url for other in _near(subject, block))]
            known = self._near[number, block] = inputs_of(near)
        return known

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

    __slots__ = ("called", "entries", "number", "role")

    def __init__(self, number: int) -> None:
        self.number, self.role = number, ""
        self.called: dict[str, int] = {}
        self.entries: list[Entry] = []


def _filed_under(subject: Subject) -> tuple[str, str, str]:
    """What a subject is sorted by in its index."""
    last = subject.name.rsplit(" ", 1)[-1] if subject.kind is Kind.PERSON else ""
    return spell(last), spell(subject.name), subject.name


def _named_in(entry: Entry) -> dict[_Key, str]:
    """What a brief names, each subject once; a tag that repeats a person, organisation or place is that one."""
    facts = entry.brief.outline
    named: dict[_Key, str] = {}
    for kind, names in (
        (Kind.PERSON, [person.name for person in facts.people]),
        (Kind.ORGANISATION, facts.organisations),
        (Kind.PLACE, facts.places),
        (Kind.OUTLET, entry.outlets),
    ):
        for name in names:
            if key := spell(name):
                named.setdefault((kind, key), name)
    spelled = {key for kind, key in named if kind is not Kind.OUTLET}
    for name in (*facts.categories, *facts.tags):
        if (key := spell(name)) and key not in spelled:
            named.setdefault((Kind.TOPIC, key), name)
    return named
