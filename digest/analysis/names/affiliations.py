"""Affiliations, the body that a name is said to be of: "Ada Quill of the Institute of Tides"."""

from __future__ import annotations

import re

from digest.analysis.names.campuses import campus_behind
from digest.text.spans import one_line

_WORD = r"(?:[A-Z][\w’'&-]*|&)"
_BODY = re.compile(rf"(?:,?\sof|,\sfrom)\s(?:the\s)?(?P<body>{_WORD}(?:\s(?:(?:of|for|on)\s(?:the\s)?)?{_WORD})*)")
_GOES_ON = re.compile(r"\sand\s[A-Z]|['’]")
_HEADS = frozenset(
    [
        "Academy",
        "Center",
        "Centre",
        "College",
        "Council",
        "Federation",
        "Foundation",
        "Hospital",
        "Institute",
        "Institution",
        "Laboratory",
        "Museum",
        "Observatory",
        "Polytechnic",
        "School",
        "Society",
        "University",
    ]
)
"""What those are of who study something or speak for many."""
_LONGEST = 100
_MOST_WORDS = 9


def body_behind(text: str, end: int) -> str | None:
    """The body of learning that stands behind a name as what somebody is of; None where none does."""
    found = _BODY.match(text, end, end + _LONGEST)
    if found is None or _GOES_ON.match(text, found.end()):
        return None
    words = one_line(found["body"]).split(" ")
    if _HEADS.isdisjoint(words) or len(words) > _MOST_WORDS or words[-1].endswith(("’s", "'s")):
        return None
    campus = campus_behind(text, found.end(), len(text), tuple(words))
    return " ".join(words) if campus is None else one_line(text[found.start("body") : campus])
