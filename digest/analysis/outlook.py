"""The outlook: what a story says is planned, expected or due."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from digest.analysis.key_points import KeyPoint, point_of
from digest.analysis.key_points.mending import mend
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.tokens import QUOTATION

_AHEAD = re.compile(
    r"\b(?:will|shall|is expected|are expected|is due|are due|is scheduled|are scheduled|is set to|are set to|is to|are to"
    r"|plans? to|intends? to|aims? to|is planned|are planned|is likely|are likely|hopes? to|remains? (?:uncertain|unclear|to be seen|open))\b",
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
    found = [
        number
        for number, sentence in enumerate(article.sentences)
        if sentence not in told and _looks_ahead(sentence) and mend(sentence.text, number, references)
    ]
    return tuple(point_of(article, number, references, published=published) for number in found[-MOST:])


def _looks_ahead(sentence: Sentence) -> bool:
    outside = QUOTATION.sub(" ", sentence.text)
    return (
        not sentence.asks
        and _FEWEST_WORDS <= len(sentence.words) <= _MOST_WORDS
        and len(outside) * 2 > len(sentence.text)
        and bool(_AHEAD.search(outside))
    )
