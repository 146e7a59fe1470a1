"""Views, the pages that a site has: where each is, what it is called and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from digest.site.catalogue import Catalogue, Index, Kind, Subject
from digest.site.identity import updated
from digest.site.library import Corrected, Edition, Entry, Library, Period, months_of, weeks_of, years_of
from digest.site.paging import Page, pages_of
from digest.store import UNDATED
from digest.text.timestamps import in_words

ABOUT, ARCHIVE, CORRECTIONS, HOME, SEARCH = "about/", "archive/", "corrections/", "", "search/"
KINDS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.PLACE: "Places",
    Kind.TOPIC: "Topics",
    Kind.OUTLET: "Outlets",
}
"""What an index is called."""
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_LISTING = ("edition.html", "week.html")
T = TypeVar("T")
D = TypeVar("D", Edition, Period)


@dataclass(frozen=True, slots=True)
class Link:
    """An address below the site's root, and what it is called."""

    url: str
    title: str


_ARCHIVE = Link(ARCHIVE, "Archive")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page of the site."""

    url: str
    """Below the site's root; empty for the home page."""
    title: str
    template: str
    """Below `pages/`."""
    shows: Library | Edition | Period | Entry | Index | Subject
    part: Page[Entry] | Page[Subject] | Page[Corrected] | None = None
    """Of a long list, the part that this page shows."""
    description: str | None = None
    updated: date | None = None
    """The day of the newest brief that it shows, or of a later change of a brief's own page."""
    trail: tuple[Link, ...] = ()
    """The pages above this one, the home page apart."""
    newer: Link | None = None
    older: Link | None = None

    @property
    def source(self) -> str:
        """The Markdown file that MkDocs is told the page comes from."""
        return f"{self.url.rstrip('/')}.md" if self.url else "index.md"


def listing_views(library: Library, catalogue: Catalogue, *, site_name: str, search: bool) -> Iterator[View]:
    """Every page but those of the briefs; one to search them from where there is an index to search."""
    newest = library.editions[0].day if library.editions else None
    yield View(url=HOME, title=site_name, template="home.html", updated=newest, shows=library)
    yield View(url=ABOUT, title="How this digest is made", template="about.html", updated=newest, shows=library)
    yield View(url=ARCHIVE, title="Archive", template="archive.html", updated=newest, shows=library)
    if search:
        yield View(url=SEARCH, title="Search", template="search.html", updated=newest, shows=library)
    yield from _dated_views(years_of(library.editions), "year.html", lambda it: it.first, year_title, lambda day: ())
    yield from _dated_views(
        months_of(library.editions), "month.html", lambda it: it.first, month_title, lambda day: (_year(day),)
    )
    yield from _dated_views(weeks_of(library.editions), "week.html", lambda it: it.first, week_title, _year_and_month)
    yield from _dated_views(library.editions, "edition.html", lambda it: it.day, long_day, _year_and_month)
    for part in pages_of(library.undated, f"{UNDATED}/") if library.undated else ():
        yield View(
            url=part.url, title="Without a date", template="undated.html", shows=library, part=part, trail=(_ARCHIVE,)
        )
    corrected = library.corrected
    for correction_part in pages_of(corrected, CORRECTIONS) if corrected else ():
        yield View(
            url=correction_part.url,
            title="Corrections",
            template="corrections.html",
            updated=date.fromisoformat(corrected[0].correction.date[:10]),
            shows=library,
            part=correction_part,
        )
    for index in catalogue.indexes:
        yield from _index_views(index)


def _dated_views(
    items: Sequence[D],
    template: str,
    day_of: Callable[[D], date],
    title_of: Callable[[date], str],
    above: Callable[[date], tuple[Link, ...]],
) -> Iterator[View]:
    """A page for each day, week, month or year; days and weeks list their briefs, in pages where they are many."""
    for item, newer, older in _beside(items, lambda it: Link(it.url, title_of(day_of(it)))):
        day: date = day_of(item)
        entries = item.entries
        for part in pages_of(entries if template in _LISTING else (), item.url):
            yield View(
                url=part.url,
                title=title_of(day),
                template=template,
                description=f"{_count(entries)} of {title_of(day)}",
                updated=entries[0].day,
                shows=item,
                part=part,
                trail=(_ARCHIVE, *above(day)),
                newer=newer,
                older=older,
            )


def _index_views(index: Index) -> Iterator[View]:
    """An index, and a page for each of its subjects."""
    title = KINDS[index.kind]
    for part in pages_of(index.subjects, index.url):
        yield View(url=part.url, title=title, template="index.html", shows=index, part=part)
    for subject in index.subjects:
        for page in pages_of(subject.entries, subject.url):
            yield View(
                url=page.url,
                title=subject.name,
                template="subject.html",
                description=f"{_count(subject.entries)}: {subject.name}",
                updated=subject.entries[0].day,
                shows=subject,
                part=page,
                trail=(Link(index.url, title),),
            )


def brief_views(library: Library) -> Iterator[View]:
    """A page for each brief, with its neighbours."""
    for entry, newer, older in _beside(library.entries, lambda it: Link(it.url, it.brief.front_matter.title)):
        front_matter, day = entry.brief.front_matter, entry.day
        yield View(
            url=entry.url,
            title=front_matter.title,
            template="brief.html",
            description=front_matter.description,
            updated=_changed(entry),
            shows=entry,
            trail=(_ARCHIVE, Link(entry.edition_url, long_day(day) if day else "Without a date")),
            newer=newer,
            older=older,
        )


def withdrawn_views(library: Library) -> Iterator[View]:
    """A page in the place of each withdrawn brief, which no other page leads to."""
    for entry in library.withdrawn:
        yield View(
            url=entry.url,
            title=entry.brief.front_matter.title,
            template="withdrawn.html",
            updated=_changed(entry),
            shows=entry,
            trail=(_ARCHIVE,),
        )


def _changed(entry: Entry) -> date | None:
    moment = updated(entry)
    return date.fromisoformat(moment[:10]) if moment else None


def long_day(day: date) -> str:
    """`Friday, 15 August 2025`."""
    return f"{_WEEKDAYS[day.weekday()]}, {in_words(day.isoformat())}"


def week_title(day: date) -> str:
    """`Week 33, 2025`, as ISO 8601 counts."""
    year, week, _ = day.isocalendar()
    return f"Week {week}, {year}"


def month_title(day: date) -> str:
    """`August 2025`."""
    return in_words(f"{day:%Y-%m}")


def year_title(day: date) -> str:
    """`2025`."""
    return f"{day.year}"


def _year(day: date) -> Link:
    return Link(f"{day.year:04}/", year_title(day))


def _month(day: date) -> Link:
    return Link(f"{day.isoformat()[:7].replace('-', '/')}/", month_title(day))


def _year_and_month(day: date) -> tuple[Link, ...]:
    return _year(day), _month(day)


def _beside(items: Sequence[T], link_of: Callable[[T], Link]) -> Iterator[tuple[T, Link | None, Link | None]]:
    """Each item of a list that begins with the newest, and links to the next newer and the next older one."""
    links = [link_of(item) for item in items]
    yield from zip(items, [None, *links], [*links[1:], None], strict=False)


def _count(entries: tuple[Entry, ...]) -> str:
    return f"{len(entries)} brief{'s' if len(entries) != 1 else ''}"
