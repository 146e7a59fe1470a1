"""Identity, what a brief is known by outside the site, whatever becomes of its address and its headline."""

from __future__ import annotations

import re
from datetime import timezone
from functools import lru_cache
from uuid import UUID, uuid5

from digest.site.library import Entry
from digest.store import UNDATED
from digest.text.moments import parse_moment

_BRIEFS = UUID("53d75852-eead-4cde-a9e5-73b48bc04034")
_REMEMBERED = 10_000
"""Ids that are kept: a brief's stands in the feeds of all that it names."""
_PERMALINK = re.compile(rf"(?:\d{{4}}/\d\d/\d\d|{UNDATED})/[^/]+")


def id_of(entry: Entry) -> str:
    """A URN that follows from the first address that the brief had below the site's root.

    It stays when the site moves, when the headline changes, and when the brief moves to another day, as the
    earlier address is then among its `aliases`.
    """
    earlier = (alias.strip("/") for alias in entry.brief.outline.aliases)
    first = next((alias for alias in earlier if _PERMALINK.fullmatch(alias)), entry.url.strip("/"))
    return _urn(first)


@lru_cache(maxsize=_REMEMBERED)
def _urn(first: str) -> str:
    return f"urn:uuid:{uuid5(_BRIEFS, first)}"


def published(entry: Entry) -> str | None:
    """When readers could first see the brief, as RFC 3339 has it; None where its day is not known.

    The day is known and the hour is not: it is the beginning of the day in UTC, or the end of a later embargo.
    """
    day = entry.brief.outline.date
    if day is None:
        return None
    morning = f"{day}T00:00:00Z"
    embargo = entry.brief.outline.embargo
    lifts = _in_utc(embargo) if embargo else None
    return max(morning, lifts) if lifts else morning


def updated(entry: Entry) -> str | None:
    """When what the brief says last changed, as far as it tells: when it was published, corrected or withdrawn."""
    facts = entry.brief.outline
    if not facts.corrections and not facts.withdrawn:
        return published(entry)
    days = [correction.date for correction in facts.corrections]
    if facts.withdrawn:
        days.append(facts.withdrawn.date)
    changes = [_in_utc(day) if parse_moment(day) else f"{day}T00:00:00Z" for day in days]
    return max((moment for moment in (published(entry), *changes) if moment), default=None)


def _in_utc(moment: str) -> str | None:
    """A moment in UTC, to the second, in letters that sort as time does; None at the ends of the calendar."""
    known = parse_moment(moment)
    try:
        return known.astimezone(timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z") if known else None
    except OverflowError:
        return None
