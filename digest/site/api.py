"""API, the briefs as JSON for other programs: an index in pages, and a file beside each brief's page.

Its shape is described in `docs/api.md`, and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from digest.brief import Brief
from digest.site.identity import id_of, published, updated
from digest.site.library import Entry
from digest.site.masthead import Masthead
from digest.site.paging import Page, pages_of

INDEX = "api/briefs"
BRIEF = "brief.json"
"""Name of the file beside a brief's page."""


def json_url(entry: Entry) -> str:
    """Where a brief is as JSON, below the site's root."""
    return f"{entry.url}{BRIEF}"


def index_pages(entries: Sequence[Entry]) -> Iterator[Page[Entry]]:
    """The pages of the index, the newest briefs first."""
    yield from pages_of(entries, f"{INDEX}/")


def index_url(page: Page[Entry]) -> str:
    """Where a page of the index is, below the site's root."""
    return _file(page.url)


def index_object(page: Page[Entry], total: int | None, masthead: Masthead) -> dict[str, Any]:
    """A page of the index.

    Args:
        page: the page.
        total: how many briefs the index lists; None where the page does not tell.
        masthead: of the site.
    """
    return {
        "title": masthead.name,
        "url": masthead.home,
        "total": total,
        "next": masthead.absolute(_file(page.older)) if page.older else None,
        "briefs": [_summary(entry, masthead) for entry in page.items],
    }


def brief_object(entry: Entry, brief: Brief, masthead: Masthead) -> dict[str, Any]:
    """All that a brief says. What the editor noted in fields of their own, and the article's file, stay unsaid."""
    facts = entry.brief.front_matter
    return {
        **_summary(entry, masthead),
        "published": published(entry),
        "updated": updated(entry),
        "located": facts.located,
        "sources": [
            {"name": source.name, "url": source.url, "author": source.author, "published": source.published}
            for source in facts.sources
        ],
        "people": [{"name": person.name, "role": person.role} for person in facts.people],
        "approved": facts.review == "approved",
        "reviewed": {"at": facts.reviewed.at, "by": facts.reviewed.by} if facts.reviewed else None,
        "edited": entry.edited,
        "corrections": _plain(facts.corrections),
        "withdrawn": _plain(facts.withdrawn),
        "takeaway": _plain(brief.takeaway),
        "key_points": _plain(brief.key_points),
        "exchanges": _plain(brief.exchanges),
        "quotes": _plain(brief.quotes),
        "figures": _plain(brief.figures),
        "timeline": _plain(brief.timeline),
        "outlook": _plain(brief.outlook),
        "open_questions": _plain(brief.open_questions),
        "sections": _plain(brief.sections),
    }


def _summary(entry: Entry, masthead: Masthead) -> dict[str, Any]:
    facts = entry.brief.front_matter
    return {
        "id": id_of(entry),
        "url": masthead.absolute(entry.url),
        "json": masthead.absolute(json_url(entry)),
        "title": facts.title,
        "date": facts.date,
        "description": facts.description,
        "language": facts.language,
        "outlets": list(entry.outlets),
        "people": [person.name for person in facts.people],
        "organisations": list(facts.organisations),
        "places": list(facts.places),
        "categories": list(facts.categories),
        "tags": list(facts.tags),
        "genres": list(facts.genres),
    }


def _plain(value: Any) -> Any:
    """A dataclass as an object of all its fields, a tuple as a list."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    names = getattr(value, "__dataclass_fields__", None)
    return value if names is None else {name: _plain(getattr(value, name)) for name in names}


def _file(url: str) -> str:
    return f"{url.rstrip('/')}.json"
