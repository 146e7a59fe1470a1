"""Library, the public briefs of a site with their addresses, in editions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from digest.brief import Correction
from digest.card import Card, without_words
from digest.errors import SameAddressError
from digest.shelf import Whole
from digest.site.publication import PREVIEWED, Standing, next_change, standing_of
from digest.site.targets import inputs_of
from digest.store import address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A public brief, and where it is shown."""

    brief: Card
    url: str
    """Below the site's root, with a slash at its end."""
    standing: Standing = Standing.PUBLIC
    """Another one than public only in a preview, and where it was withdrawn: it then holds none of its words."""

    inputs: str = field(init=False)
    """What changes whenever something changes that is shown of it."""
    day: date | None = field(init=False)
    """The day of its edition; None where it is not known."""

    def __post_init__(self) -> None:
        known = self.brief.outline.date
        object.__setattr__(self, "inputs", inputs_of((self.brief.digest, self.url, self.standing.value)))
        object.__setattr__(self, "day", date.fromisoformat(known) if known else None)  # which every list asks for

    def __hash__(self) -> int:
        return hash(self.inputs)  # which stands for all of it, and is not gone through again and again

    @property
    def edited(self) -> bool:
        """Whether somebody changed what was generated, a review apart."""
        return not self.brief.words_as_generated

    @property
    def mark(self) -> str | None:
        """The name of what a preview marks it with; None where readers may see it."""
        return {Standing.DRAFT: "draft", Standing.EMBARGOED: "under_embargo"}.get(self.standing)

    @property
    def edition_url(self) -> str:
        """Of the edition that it stands in, or of the list of briefs without a date."""
        return self.url[: self.url.rstrip("/").rindex("/") + 1]

    @property
    def summary(self) -> str | None:
        """The brief in one sentence, where it has one."""
        return self.brief.takeaway or self.brief.front_matter.description

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that it was made from, each once."""
        return tuple(dict.fromkeys(source.name for source in self.brief.outline.sources if source.name))


ReadWhole = Callable[[Entry], Whole]
"""From a brief of the library to all that it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The briefs of one day."""

    day: date
    entries: tuple[Entry, ...]

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"{self.day.isoformat().replace('-', '/')}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A week, a month or a year that there are editions of."""

    first: date
    """Its first day."""
    url: str
    """Below the site's root."""
    editions: tuple[Edition, ...]
    """The newest first."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its briefs, the newest edition's first."""
        return tuple(entry for edition in self.editions for entry in edition.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All that a site shows."""

    editions: tuple[Edition, ...]
    """The newest first."""
    undated: tuple[Entry, ...]
    """Briefs whose publication date is not known, by title."""
    withdrawn: tuple[Entry, ...] = ()
    """What was withdrawn: where it was, when and why, and nothing of what it said. In none of the lists."""
    held: int = 0
    """How many briefs may become public and are not shown yet: drafts, and what is under embargo."""
    until: datetime | None = None
    """When the clock alone will change it."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every brief, the newest edition's first."""
        return (*(entry for edition in self.editions for entry in edition.entries), *self.undated)

    @property
    def newest(self) -> date | None:
        """The day of the newest edition; None where there is none."""
        return self.editions[0].day if self.editions else None

    @property
    def corrected(self) -> tuple[Corrected, ...]:
        """Every correction of a brief, the newest first."""
        found = [Corrected(entry, it) for entry in self.entries for it in entry.brief.outline.corrections]
        return tuple(sorted(found, key=lambda it: it.correction.date[:10], reverse=True))


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction, and the brief that it is of."""

    entry: Entry
    correction: Correction


def weeks_of(editions: Iterable[Edition]) -> tuple[Period, ...]:
    """The weeks of ISO 8601, which begin on Monday, that editions fall into; the newest first, as they are."""
    return _periods_of(editions, lambda day: day - timedelta(days=day.weekday()), week_url)


def months_of(editions: Iterable[Edition]) -> tuple[Period, ...]:
    """The months that editions fall into, the newest first, as they are."""
    return _periods_of(
        editions, lambda day: day.replace(day=1), lambda first: f"{first.isoformat()[:7].replace('-', '/')}/"
    )


def years_of(editions: Iterable[Edition]) -> tuple[Period, ...]:
    """The years that editions fall into, the newest first, as they are."""
    return _periods_of(editions, lambda day: day.replace(month=1, day=1), lambda first: f"{first.year:04}/")


def _periods_of(
    editions: Iterable[Edition], first_of: Callable[[date], date], url_of: Callable[[date], str]
) -> tuple[Period, ...]:
    return tuple(
        Period(first=first, url=url_of(first), editions=tuple(group))
        for first, group in groupby(editions, key=lambda edition: first_of(edition.day))
    )


def week_url(day: date) -> str:
    """The address, below the site's root, of the week that a day is in: `2025/w33/`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}/w{week:02}/"


def make_library(briefs: Iterable[Card], *, now: datetime, review_required: bool, preview: bool = False) -> Library:
    """The library of what is public at `now`; in a preview, of what may become public too.

    Raises:
        SameAddressError: two briefs would have the same address.
    """
    shown = PREVIEWED if preview else {Standing.PUBLIC}
    entries: list[Entry] = []
    withdrawn: list[Entry] = []
    changes: list[datetime] = []
    held = 0
    for card in briefs:
        if change := next_change(card.outline, now=now):
            changes.append(change)
        standing = standing_of(card.outline, now=now, review_required=review_required)
        if standing in shown:
            entries.append(Entry(brief=card, url=address_of(card.outline, card.path), standing=standing))
        elif standing is Standing.WITHDRAWN:
            withdrawn.append(_emptied(card))
        elif standing in PREVIEWED:
            held += 1
    by_url: dict[str, Entry] = {}
    for entry in (*entries, *withdrawn):
        other = by_url.setdefault(entry.url, entry)
        if other is not entry:
            raise SameAddressError(entry.brief.path, entry.url, other.brief.path)
    dated = sorted((entry for entry in entries if entry.day), key=_by_day_and_title)
    return Library(
        editions=tuple(
            Edition(day=day, entries=tuple(group)) for day, group in groupby(dated, key=lambda entry: entry.day) if day
        ),
        undated=tuple(sorted((entry for entry in entries if not entry.day), key=_by_title)),
        withdrawn=tuple(sorted(withdrawn, key=_by_day_and_title)),
        held=held,
        until=min(changes, default=None),
    )


def _emptied(card: Card) -> Entry:
    """A withdrawn brief without its words: only where it was, since when it is gone, and why."""
    return Entry(brief=without_words(card), url=address_of(card.outline, card.path), standing=Standing.WITHDRAWN)


def _by_title(entry: Entry) -> tuple[str, str]:
    return entry.brief.outline.title.casefold(), entry.brief.path


def _by_day_and_title(entry: Entry) -> tuple[int, str, str]:
    return -(entry.day.toordinal() if entry.day else 0), *_by_title(entry)
