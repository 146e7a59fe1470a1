"""Descriptions, nouns such as "mayor" or "54-year-old" that a story calls somebody by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from digest.text.spans import Span, one_line

_REMEMBERED = 500
"""Nouns of which the patterns are kept."""


@dataclass(frozen=True, slots=True)
class Description:
    """Where a noun stands that says who somebody is."""

    before: re.Pattern[str]
    """The end of what stands before a name."""
    behind: re.Pattern[str]
    """What stands behind a name."""
    others: re.Pattern[str]
    """Another whom the noun may mean."""

    def is_of(self, mention: Span, text: str, sentence: Span, which: str) -> bool:
        """Whether the words around a mention of a person call that person so.

        Args:
            mention: where the person is named.
            text: the article's.
            sentence: the one that holds the mention.
            which: the words between "the" and the noun, such as "former"; may be empty.
        """
        before = self.before.search(text, max(sentence.start, mention.start - 60), mention.start)
        behind = self.behind.match(text, mention.end, min(sentence.end, mention.end + 120))
        said = before or behind
        if said is None:
            return False
        words = one_line(said["which"] or "").lower().split()
        return all(word in words for word in which.split()) and ("former" in words) == ("former" in which)


@lru_cache(maxsize=_REMEMBERED)
def description_by(noun: str) -> Description:
    """The places at which a noun says who somebody is."""
    if noun.endswith("-year-old"):
        age = noun.partition("-")[0]
        return Description(
            before=re.compile(rf"(?P<which>)\b{noun}\s+(?:[\w-]+\s+){{0,3}}\Z"),
            behind=re.compile(rf",\s+(?:aged\s+)?{age}\b(?P<which>)|,\s+an?\s+{noun}\b"),
            others=re.compile(rf"\b(?:[Aa]n?|[Aa]nother)\s+{noun}\b(?!\s+(?:[a-z]+\s+){{0,3}}[A-Z])"),
        )
    return Description(
        before=re.compile(rf"(?P<which>(?:[\w-]+\s+){{0,3}})\b{noun}\s+\Z", re.IGNORECASE),
        behind=re.compile(
            rf"(?:,\s+(?:\d+,\s+)?|\s+(?:is|was)\s+)(?:an?|the)?\s*(?P<which>(?:[\w’'-]+\s+){{0,4}}?){noun}\b",
            re.IGNORECASE,
        ),
        others=re.compile(rf"\b(?:an?|another|one|two|three|other)\s+(?:[a-z-]+\s+){{0,2}}{noun}s?\b(?!\s+[A-Z])"),
    )
