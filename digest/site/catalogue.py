"""Catalogue, whom and what a library's briefs speak of: people, organisations, places, topics and outlets."""

from __future__ import annotations

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
        names: dict[_Key, dict[str, int]] = {}
        found: dict[_Key, list[Entry]] = {}
        roles: dict[_Key, str] = {}
        self._places: dict[str, dict[_Key, int]] = {}
        self._near: dict[tuple[str, int], str] = {}
        for entry in entries:
            for person in entry.brief.front_matter.people:
                if person.role:
                    roles.setdefault((Kind.PERSON, spell(person.name)), person.role)
            places = self._places[entry.url] = {}
            for key, name in _named_in(entry).items():
                called = names.setdefault(key, {})
                called[name] = called.get(name, 0) + 1
                of_it = found.setdefault(key, [])
                places[key] = len(of_it)
                of_it.append(entry)
        self._subjects: dict[_Key, Subject] = {}
        slugs: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for key in sorted(found):
            kind = key[0]
            called = names[key]
            name = min(called, key=lambda name: (-called[name], name))
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
        named = self._places[entry.url]
        return next(
            (self._subjects[kind, key] for kind in Kind if (kind, key) in named and kind is not Kind.OUTLET), None
        )

    def subjects_of(self, entry: Entry) -> tuple[Subject, ...]:
        """Whom and what a brief speaks of, each once."""
        return tuple(self._subjects[key] for key in self._places[entry.url])

    def related(self, entry: Entry, most: int = 3) -> tuple[Entry, ...]:
        """The briefs that share most subjects with one, rare subjects counting for more.

        Of each subject, only the briefs near it in the subject's own list are looked at: a new brief leaves those
        of old ones as they are.
        """
        shared: dict[str, int] = {}
        weights: dict[str, int] = {}
        others: dict[str, Entry] = {}
        for subject, block in self._blocks_of(entry):
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
        return inputs_of(self._nearness_in(subject, block) for subject, block in self._blocks_of(entry))

    def _nearness_in(self, subject: Subject, block: int) -> str:
        known = self._near.get((subject.url, block))
        if known is None:
            known = self._near[subject.url, block] = inputs_of(
                (str(len(subject.entries).bit_length()), *(other.url for other in _near(subject, block)))
            )
        return known

    def _blocks_of(self, entry: Entry) -> Iterator[tuple[Subject, int]]:
        """The subjects of a brief, outlets apart, each with the block of its list that the brief stands in."""
        for key, place in self._places[entry.url].items():
            if key[0] is not Kind.OUTLET:
                subject = self._subjects[key]
                # Counted from the oldest, so that a new brief does not move the others into other blocks.
                yield subject, (len(subject.entries) - 1 - place) // _BLOCK


def _near(subject: Subject, block: int) -> tuple[Entry, ...]:
    """The briefs of a block of a subject's list, and of the blocks on either side."""
    count = len(subject.entries)
    return subject.entries[max(0, count - (block + 2) * _BLOCK) : max(0, count - (block - 1) * _BLOCK)]


_Key = tuple[Kind, str]


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
    ):
        for name in names:
            if key := spell(name):
                named.setdefault((kind, key), name)
    spelled = {key for kind, key in named if kind is not Kind.OUTLET}
    for name in (*facts.categories, *facts.tags):
        if (key := spell(name)) and key not in spelled:
            named.setdefault((Kind.TOPIC, key), name)
    return named
