"""Views, the pages that a site has: where each is, what it is called and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from digest.site.catalogue import Catalogue, Index, Subject
from digest.site.identity import updated
from digest.site.library import Corrected, Edition, Entry, Library, Period, months_of, weeks_of, years_of
from digest.site.paging import Page, pages_of
from digest.site.wording import Wording, as_title
from digest.store import UNDATED

ABOUT, ARCHIVE, CORRECTIONS, HOME, SEARCH = "about/", "archive/", "corrections/", "", "search/"
_LISTING = ("edition.html", "week.html")
T = TypeVar("T")
D = TypeVar("D", Edition, Period)


@dataclass(frozen=True, slots=True)
class Link:
    """An address below the site's root, and what it is called."""

    url: str
    title: str


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
    updated: date | None = None
    """The day of the newest brief that it shows, or of a later change of a brief's own page."""
    trail: tuple[Link, ...] = ()
    """The pages above this one, the home page apart."""
    newer: Link | None = None
    older: Link | None = None

    @property
    def is_first(self) -> bool:
        """Whether it tells of the whole of a long list: the pages behind the first do not change with each new brief."""
        return self.part is None or self.part.number == 1

    @property
    def source(self) -> str:
        """The Markdown file that MkDocs is told the page comes from."""
        return f"{self.url.rstrip('/')}.md" if self.url else "index.md"


def listing_views(
    library: Library, catalogue: Catalogue, words: Wording, *, site_name: str, search: bool
) -> Iterator[View]:
    """Every page but those of public briefs; one to search them from where there is an index to search."""
    newest = library.newest
    yield View(url=HOME, title=site_name, template="home.html", updated=newest, shows=library)
    yield View(url=ABOUT, title=words("about"), template="about.html", updated=newest, shows=library)
    yield View(url=ARCHIVE, title=words("archive"), template="archive.html", updated=newest, shows=library)
    if search:
        yield View(url=SEARCH, title=words("search"), template="search.html", updated=newest, shows=library)
    yield from _dated_views(years_of(library.editions), "year.html", words)
    yield from _dated_views(months_of(library.editions), "month.html", words)
    yield from _dated_views(weeks_of(library.editions), "week.html", words)
    yield from _dated_views(library.editions, "edition.html", words)
    for part in pages_of(library.undated, f"{UNDATED}/") if library.undated else ():
        yield View(
            url=part.url,
            title=words("undated"),
            template="undated.html",
            shows=library,
            part=part,
            trail=(_archive(words),),
        )
    corrected = library.corrected
    for correction_part in pages_of(corrected, CORRECTIONS) if corrected else ():
        yield View(
            url=correction_part.url,
            title=words("corrections"),
            template="corrections.html",
            updated=date.fromisoformat(corrected[0].correction.date[:10]),
            shows=library,
            part=correction_part,
        )
    for index in catalogue.indexes:
        yield from _index_views(index, words)
    yield from _withdrawn_views(library, words)


def _dated_views(items: Sequence[D], template: str, words: Wording) -> Iterator[View]:
    """A page for each day, week, month or year; days and weeks list their briefs, in pages where they are many."""
    for item, newer, older in _beside(items, lambda it: Link(it.url, as_title(_WHEN[template](_day(it), words)))):
        day: date = _day(item)
        entries = item.entries
        for part in pages_of(entries if template in _LISTING else (), item.url):
            yield View(
                url=part.url,
                title=as_title(_WHEN[template](day, words)),
                template=template,
                updated=entries[0].day,
                shows=item,
                part=part,
                trail=(_archive(words), *_ABOVE[template](day, words)),
                newer=newer,
                older=older,
            )


def _day(item: Edition | Period) -> date:
    return item.day if isinstance(item, Edition) else item.first


def _index_views(index: Index, words: Wording) -> Iterator[View]:
    """An index, and a page for each of its subjects."""
    title = words(index.kind.value)
    for part in pages_of(index.subjects, index.url):
        yield View(url=part.url, title=title, template="index.html", shows=index, part=part)
    trail = (Link(index.url, title),)
    for subject in index.subjects:
        for page in pages_of(subject.entries, subject.url):
            yield View(
                url=page.url,
                title=subject.name,
                template="subject.html",
                updated=subject.entries[0].day,
                shows=subject,
                part=page,
                trail=trail,
            )


def brief_views(library: Library, words: Wording) -> Iterator[View]:
    """A page for each brief, with its neighbours."""
    trails: dict[str, tuple[Link, ...]] = {}
    for entry, newer, older in _beside(library.entries, lambda it: Link(it.url, it.brief.outline.title)):
        edition, day = entry.edition_url, entry.day
        if edition not in trails:
            edition_title = as_title(words.long_day(day)) if day else words("undated")
            trails[edition] = _archive(words), Link(edition, edition_title)
        yield View(
            url=entry.url,
            title=entry.brief.outline.title,
            template="brief.html",
            updated=_changed(entry),
            shows=entry,
            trail=trails[edition],
            newer=newer,
            older=older,
        )


def _withdrawn_views(library: Library, words: Wording) -> Iterator[View]:
    """A page in the place of each withdrawn brief, which no other page leads to."""
    for entry in library.withdrawn:
        yield View(
            url=entry.url,
            title=words("withdrawn"),
            template="withdrawn.html",
            updated=_changed(entry),
            shows=entry,
            trail=(_archive(words),),
        )


def description_of(view: View, words: Wording) -> str | None:
    """What a page is about, in a sentence."""
    shown = view.shows
    if isinstance(shown, Entry):
        return shown.brief.front_matter.description
    if isinstance(shown, Subject):
        if not view.is_first:
            return shown.name
        return words("briefs_on", briefs=words.count("briefs", len(shown.entries)), name=shown.name)
    if isinstance(shown, (Edition, Period)):
        when = _WHEN[view.template](_day(shown), words)
        return words("briefs_of", briefs=words.count("briefs", len(shown.entries)), when=when)
    return None


def _changed(entry: Entry) -> date | None:
    moment = updated(entry)
    return date.fromisoformat(moment[:10]) if moment else None


def year_title(day: date) -> str:
    """`2025`."""
    return f"{day.year}"


def _archive(words: Wording) -> Link:
    return Link(ARCHIVE, words("archive"))


def _year(day: date, words: Wording) -> tuple[Link, ...]:
    return (Link(f"{day.year:04}/", year_title(day)),)


def _year_and_month(day: date, words: Wording) -> tuple[Link, ...]:
    month = Link(f"{day.isoformat()[:7].replace('-', '/')}/", as_title(words.month(day)))
    return *_year(day, words), month


_ABOVE: dict[str, Callable[[date, Wording], tuple[Link, ...]]] = {
    "year.html": lambda day, words: (),
    "month.html": _year,
    "week.html": _year_and_month,
    "edition.html": _year_and_month,
}
"""The pages between the archive and a page of each kind."""


_WHEN: dict[str, Callable[[date, Wording], str]] = {
    "year.html": lambda day, words: year_title(day),
    "month.html": lambda day, words: words.month(day),
    "week.html": lambda day, words: words.week(day),
    "edition.html": lambda day, words: words.long_day(day),
}
"""What the days are called that the pages of each kind show."""


def _beside(items: Sequence[T], link_of: Callable[[T], Link]) -> Iterator[tuple[T, Link | None, Link | None]]:
    """Each item of a list that begins with the newest, and links to the next newer and the next older one."""
    links = [link_of(item) for item in items]
    yield from zip(items, [None, *links], [*links[1:], None], strict=False)
