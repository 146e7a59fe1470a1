"""The mention of the article's own outlet as the reporter, left out of a key point."""

from __future__ import annotations

import re

_REPORTER = re.compile(r",\s+(?:reports|reported)\s+(?P<who>[\w.’' -]{2,40})(?P<end>[.!?])\Z")


def without_own_outlet(text: str, *, outlet: str | None = None, **_: object) -> str:
    """`Talks began, reports Northmoor Wire.` is `Talks began.` where that is the article's outlet."""
    found = _REPORTER.search(text)
    if found and outlet and found["who"].strip().lower() == outlet.lower():
        return text[: found.start()] + found["end"]
    return text
