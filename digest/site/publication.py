"""Publication, the one rule that decides what is public."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

from digest.brief import FrontMatter, Outline
from digest.text.moments import parse_moment


class Standing(Enum):
    """What readers may see of a brief."""

    PUBLIC = "public"
    """All of it."""
    DRAFT = "draft"
    """Nothing: nobody has approved it, where that is asked for, or it says that it is a draft."""
    EMBARGOED = "under embargo"
    """Nothing yet."""
    EXPIRED = "expired"
    """Nothing any more."""
    REMOVED = "removed"
    """Nothing, and nobody is told why."""
    WITHDRAWN = "withdrawn"
    """That it was withdrawn, and why; none of what it said."""


PREVIEWED = frozenset({Standing.PUBLIC, Standing.DRAFT, Standing.EMBARGOED})
"""What a preview shows as if it were public: what is, and what may still become so."""


def standing_of(facts: FrontMatter | Outline, *, now: datetime, review_required: bool) -> Standing:
    """How a brief stands at the aware time `now`.

    A draft is never public; where the site requires review only what is approved is; nothing is before its embargo
    lifts, or from the moment on that it expires. `draft: true`, `withdrawn: true` and `published: false`, as other
    site generators know them, hold a brief back too. What is withdrawn with a reason was public, or nobody is told.
    """
    extra = dict(facts.extra)
    if _says_yes(extra.get("withdrawn")):
        return Standing.REMOVED
    if facts.review == "draft" or _says_yes(extra.get("draft")) or _says_no(extra.get("published")):
        return Standing.DRAFT
    if review_required and facts.review != "approved":
        return Standing.DRAFT
    lifts = parse_moment(facts.embargo) if facts.embargo else None
    if lifts is not None and now < lifts:
        return Standing.EMBARGOED
    ends = parse_moment(facts.expires) if facts.expires else None
    if ends is not None and ends <= now:
        return Standing.EXPIRED
    return Standing.WITHDRAWN if facts.withdrawn else Standing.PUBLIC


def next_change(outline: Outline, *, now: datetime) -> datetime | None:
    """When the clock alone will change how a brief stands, after the aware time `now`; None where it will not."""
    moments = (parse_moment(moment) for moment in (outline.embargo, outline.expires) if moment)
    return min((moment for moment in moments if moment is not None and moment > now), default=None)


def _says_yes(value: Any) -> bool:
    return value is not None and str(value).lower() not in ("false", "no", "off", "0", "")


def _says_no(value: Any) -> bool:
    return value is not None and str(value).lower() in ("false", "no", "off", "0")
