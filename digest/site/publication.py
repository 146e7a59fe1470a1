"""Publication, the one rule that decides what is public."""

from __future__ import annotations

from datetime import datetime

from digest.brief import FrontMatter
from digest.text.timestamps import parse_moment


def is_public(front_matter: FrontMatter, *, now: datetime, review_required: bool) -> bool:
    """Whether a brief may be seen by readers at the aware time `now`.

    A draft never is; where the site requires review only what is approved is; nothing is before
    its embargo lifts.
    """
    if front_matter.review == "draft" or (review_required and front_matter.review != "approved"):
        return False
    lifts = parse_moment(front_matter.embargo) if front_matter.embargo else None
    return lifts is None or lifts <= now
