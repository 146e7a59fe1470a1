"""Dependencies, what a page shows besides the templates and the site's own name: whatever changes it is here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.site.catalogue import Catalogue, Kind, Subject
from digest.site.library import Corrected, Edition, Entry, Library, Period
from digest.site.pages import RECENT_EDITIONS, SEARCHED, choices
from digest.site.paging import LONGEST_PAGE, Page
from digest.site.views import Link, View


def dependencies_of(view: View, catalogue: Catalogue) -> Iterator[str]:
    """What a page but a brief's own shows, in a fixed order."""
    yield from (view.template, view.url, view.title, view.description or "")
    yield from _links((*view.trail, view.newer, view.older))
    if view.part:
        yield from _part(view.part)
    shown = view.shows
    if isinstance(shown, Library):
        yield from _of_library(view.template, shown, catalogue)
    elif isinstance(shown, (Edition, Period)):
        yield from _editions((shown,) if isinstance(shown, Edition) else shown.editions)
    elif isinstance(shown, Subject):
        yield from (shown.role or "", str(len(shown.entries)))


def dependencies_of_brief(
    view: View, entry: Entry, subjects: Iterable[Subject], related: Iterable[str]
) -> Iterator[str]:
    """What a brief's own page shows besides its body.

    Args:
        view: the page.
        entry: the brief.
        subjects: that it names.
        related: what changes with what is shown of its related briefs.
    """
    yield from (view.template, view.url, view.title, entry.inputs)
    yield from _links((*view.trail, view.newer, view.older))
    yield from _subjects(subjects)
    yield from related


def _of_library(template: str, library: Library, catalogue: Catalogue) -> Iterator[str]:
    if template == "home.html":
        for edition in library.editions[: RECENT_EDITIONS + 1]:
            yield from _editions((edition,))
            yield from _entries(edition.entries[:LONGEST_PAGE])
        yield from _entries(library.undated[:RECENT_EDITIONS])
    elif template in ("archive.html", "search.html"):
        yield from _editions(library.editions)
        yield str(len(library.undated))
    if template == "search.html":
        for kind in SEARCHED:
            yield from (kind, *choices(catalogue, Kind(kind)))


def _part(part: Page[Entry] | Page[Subject] | Page[Corrected]) -> Iterator[str]:
    yield f"{part.number} {part.count} {part.newer} {part.older}"
    for item in part.items:
        if isinstance(item, Entry):
            yield item.inputs
        elif isinstance(item, Subject):
            yield from _subjects((item,))
            yield from (item.role or "", str(len(item.entries)))
        else:
            yield from (item.entry.inputs, repr(item.correction))


def _links(links: Iterable[Link | None]) -> Iterator[str]:
    for link in links:
        yield from (link.url, link.title) if link else ("",)


def _editions(editions: Iterable[Edition]) -> Iterator[str]:
    yield from (f"{edition.url} {len(edition.entries)}" for edition in editions)


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    yield from (entry.inputs for entry in entries)


def _subjects(subjects: Iterable[Subject]) -> Iterator[str]:
    for subject in subjects:
        yield from (subject.url, subject.name)
