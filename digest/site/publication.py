"""Publication, the one rule that decides what is public."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from digest.brief import FrontMatter
from digest.text.timestamps import parse_moment


def is_public(front_matter: FrontMatter, *, now: datetime, review_required: bool) -> bool:
    """Whether a brief may be seen by readers at the aware time `now`.

    A draft never is; where the site requires review only what is approved is; nothing is before
    its embargo lifts. `draft: true`, `withdrawn: true` and `published: false`, as other site generators
    know them, hold a brief back too.
    """
    extra = dict(front_matter.extra)
    if any(_says_yes(extra.get(name)) for name in ("draft", "withdrawn")) or _says_no(extra.get("published")):
        return False
    if front_matter.review == "draft" or (review_required and front_matter.review != "approved"):
        return False
    lifts = parse_moment(front_matter.embargo) if front_matter.embargo else None
    return lifts is None or lifts <= now


def _says_yes(value: Any) -> bool:
    return value is not None and str(value).lower() not in ("false", "no", "off", "0", "")


def _says_no(value: Any) -> bool:
    return value is not None and str(value).lower() in ("false", "no", "off", "0")
