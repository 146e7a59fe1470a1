"""The connective that opens a sentence and joins it to the one before, left out of a key point."""

from __future__ import annotations

import re

from digest.analysis.key_points.shortening.capital import with_capital

_CONNECTIVE = re.compile(
    r"(?:But|And)(?:,\s+|\s+(?=[a-z]))"
    r"|(?:So|Yet|Still|Also|However|Meanwhile|Moreover|Furthermore|Conversely|Nevertheless|Nonetheless|In addition|Additionally"
    r"|Alternatively|Similarly|Likewise|Consequently|Therefore|Thus|Indeed|As a result|In fact|In other words|Of course|After all"
    r"|For example|For instance|On the other hand|By contrast|In contrast"
    r"|First|Second|Third|Finally|In the meantime|At the same time|For (?:his|her|their|its) part),\s+"
)
# Words that a connective may not be taken from: "But for", "And yet", "But then".
_BOUND = re.compile(r"(?:But|And)\s+(?:for|that|as|to|in|from|at|with|yet|then|so|\w+ing)\b")


def without_connective(text: str, **_: object) -> str:
    """`However, talks began.` is `Talks began.`: the sentence that it joined is not there."""
    found = _CONNECTIVE.match(text)
    if not found or _BOUND.match(text):
        return text
    return with_capital(text[found.end() :])
