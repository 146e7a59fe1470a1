"""Where a story comes from: its dateline's place, or the one that its first sentences give in full."""

from __future__ import annotations

import re

from digest.analysis.names.gazetteer import CITIES, PLACES
from digest.article import Article

_IN_FULL = re.compile(r"\bin\s+((?:[A-Z][\w.'’-]+\s+){0,2}[A-Z][\w.'’-]+),\s+((?:[A-Z][\w.'’-]+\s+){0,2}[A-Z][\w'’-]+)")
_OPENING = 2
"""Sentences that are looked at."""


def find_located(article: Article) -> str | None:
    """The place, such as "Anchorage, Alaska"; None where the text does not say it plainly."""
    if article.dateline and article.dateline.place:
        return article.dateline.place
    for sentence in article.sentences[:_OPENING]:
        for found in _IN_FULL.finditer(sentence.text):
            if (found[1] in PLACES or found[1] in CITIES) and found[2] in PLACES:
                return f"{found[1]}, {found[2]}"
    return None
