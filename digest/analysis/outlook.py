"""The outlook: what a story says is planned, expected or due."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from itertools import islice

from digest.analysis.key_points import KeyPoint, point_of
from digest.analysis.key_points.mending import mend
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.tokens import without_quotations

_AHEAD = re.compile(
    r"\b(?:will|shall|is expected|are expected|is due|are due|is scheduled|are scheduled|is set to|are set to|is to|are to"
    r"|plans? to|intends? to|aims? to|is planned|are planned|is likely|are likely|hopes? to|remains? (?:uncertain|unclear|to be seen|open))\b",
)
# Each alternative of `_AHEAD` has one of these in it.
_HINTS = (
    *("will", "shall", "expected", "due", "scheduled", "set to", "is to", "are to"),
    *("plan", "intend", "aim", "likely", "hope", "remain"),
)
_FEWEST_WORDS, _MOST_WORDS = 7, 45
MOST = 3


def find_outlook(
    article: Article, references: References, *, told: Collection[Sentence], published: date | None
) -> tuple[KeyPoint, ...]:
    """Up to three sentences about what comes next, the story's last ones, in its order.

    Sentences already `told` as key points, questions and those that cannot stand alone are left out.
    """
    if article.language not in ("en", "und"):
        return ()
    from_the_end = (
        number
        for number in range(len(article.sentences) - 1, -1, -1)
        if _looks_ahead(article.sentences[number])
        and article.sentences[number] not in told
        and mend(article.sentences[number].text, number, references)
    )
    found = reversed(list(islice(from_the_end, MOST)))
    return tuple(point_of(article, number, references, published=published) for number in found)


def _looks_ahead(sentence: Sentence) -> bool:
    if sentence.asks or not _FEWEST_WORDS <= len(sentence.words) <= _MOST_WORDS:
        return False
    outside = without_quotations(sentence.text)
    if not any(map(outside.__contains__, _HINTS)):
        return False
    return len(outside) * 2 > len(sentence.text) and bool(_AHEAD.search(outside))
