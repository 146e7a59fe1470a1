"""Live blogs, entries with the time of day before each, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digest.text.patterns import seldom
from digest.text.spans import Span

_CLOCK = (
    r"(?P<hour>\d{1,2})[.:h](?P<minute>\d\d)\s?(?:(?P<half>[ap])\.?m\b\.?)?(?:\s(?:GMT|BST|CET|CEST|EST|EDT|ET|UTC))?"
)
# "3.54pm - UPDATE - ", "16:31 — "
_STAMP = seldom(
    rf"{_CLOCK}\s{{0,3}}[-–—:|]{{1,2}}\s{{0,3}}(?:(?:UPDATE|BREAKING|NEW)\b\s{{0,3}}[-–—:|]{{0,2}}\s{{0,3}})?(?=[“\"‘']?\w)"
)
_HALF_DAY = 12 * 60
_LONGEST_STAMP = 40
"""Characters."""


def stamps_of_entries(text: str, story: Sequence[Span]) -> dict[int, int]:
    """Where the time before each entry of a live blog ends, by where its paragraph begins; nothing where a text is none.

    In a text that goes from the earlier to the later the times are of what it tells, and stay.
    """
    found: dict[int, int] = {}
    times: list[int] = []
    for paragraph in story:
        if not text[paragraph.start].isdigit():
            continue
        stamp = _STAMP.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_STAMP))
        if stamp is None or _STAMP.search(text, stamp.end(), paragraph.end):
            continue
        found[paragraph.start] = stamp.end()
        half = _HALF_DAY if (stamp["half"] or "").lower() == "p" else 0
        times.append(
            (int(stamp["hour"]) % 12 if stamp["half"] else int(stamp["hour"])) * 60 + int(stamp["minute"]) + half
        )
    later = sum(one < other for one, other in pairwise(times))
    earlier = sum(one > other for one, other in pairwise(times))
    return found if earlier > later else {}
