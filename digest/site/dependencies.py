"""Dependencies, what a page shows besides the templates and the site's own name: whatever changes it is here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.site.catalogue import Catalogue, Kind, Subject
from digest.site.library import Corrected, Edition, Entry, Library, Period
from digest.site.pages import RECENT_EDITIONS, SEARCHED, choices
from digest.site.paging import LONGEST_PAGE, Page
from digest.site.views import View


def dependencies_of(view: View, catalogue: Catalogue) -> list[str]:
    """What a page but a brief's own shows, in a fixed order."""
    parts = [view.template, view.url, view.title, *_links(view)]
    if view.part:
        parts += _part(view.part)
    shown = view.shows
    if isinstance(shown, Library):
        parts += _of_library(view.template, shown, catalogue)
    elif isinstance(shown, (Edition, Period)):
        parts += _editions((shown,) if isinstance(shown, Edition) else shown.editions)
    elif isinstance(shown, Subject) and view.is_first:
        parts += (shown.role or "", str(len(shown.entries)))
    return parts


def dependencies_of_brief(view: View, entry: Entry, subjects: Iterable[str], related: Iterable[Entry]) -> list[str]:
    """What a brief's own page shows besides its body.

    Args:
        view: the page.
        entry: the brief.
        subjects: what the catalogue shows of those that it names.
        related: its related briefs.
    """
    return [
        view.template,
        view.url,
        view.title,
        entry.inputs,
        *_links(view),
        *subjects,
        *_entries(related),
    ]


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


def _part(part: Page[Entry] | Page[Subject] | Page[Corrected]) -> list[str]:
    parts = [f"{part.count if part.newer is None else None} {part.newer} {part.older}"]
    for item in part.items:
        if isinstance(item, Entry):
            parts.append(item.inputs)
        elif isinstance(item, Subject):
            parts += (item.url, item.name, item.role or "", str(len(item.entries)))
        else:
            parts += (item.entry.inputs, repr(item.correction))
    return parts


def _links(view: View) -> list[str]:
    parts: list[str] = []
    for link in (*view.trail, view.newer, view.older):
        parts += (link.url, link.title) if link else ("",)
    return parts


def _editions(editions: Iterable[Edition]) -> Iterator[str]:
    yield from (f"{edition.url} {len(edition.entries)}" for edition in editions)


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    yield from (entry.inputs for entry in entries)
