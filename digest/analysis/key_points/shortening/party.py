"""A legislator's party and state, set between commas behind the name, left out of a key point."""

from __future__ import annotations

import re

from digest.analysis.key_points.shortening.grammar import goes_on
from digest.analysis.key_points.shortening.quotation import veiled

_PARTY = re.compile(
    r"(?<=\w), (?:[DRI]|DFL)-(?:(?:[A-Z]\.){2}|[A-Z][a-z]{1,13}\.?|(?:New|North|South|West|Rhode) [A-Z][a-z]{3,9}|[A-Z]{2})"
    r"(?:,(?= (?P<next>\S+))|(?=\.\Z))"
)
_NAMED = re.compile(r"[A-Z][\w’'-]{0,60}\Z")
_DESCRIBED = frozenset({"a", "an", "the", "who", "whose"})


def without_party(text: str, **_: object) -> str:
    """`Sen. Ada Quill, R-Utah, left.` is `Sen. Ada Quill left.`: the name is enough."""
    if ", " not in text or "-" not in text:
        return text
    found = _PARTY.search(text)
    if not found:
        return text
    outside = veiled(text)
    if outside is None or not _PARTY.match(outside, found.start()):
        return text
    before, after = outside[: found.start()], outside[found.end() :]
    if not _NAMED.search(before):
        return text
    if found["next"] is None or goes_on(before, after.lstrip()):
        mark = ""
    elif found["next"] in _DESCRIBED:
        mark = ","
    else:
        return text
    return without_party(text[: found.start()] + mark + text[found.end() :])
