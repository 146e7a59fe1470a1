"""The timeline: what a story tells of three days or more, put in the order of time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from digest.analysis.dates import DateExpression
from digest.analysis.dates.tense import looks_ahead
from digest.analysis.key_points import KeyPoint, printed_point
from digest.analysis.key_points.mending import mend
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.article.asides import caption_paragraphs
from digest.text.patterns import seldom
from digest.text.reporting import SAYS
from digest.text.tokens import GENITIVE_S, QUOTATION

FEWEST, MOST = 3, 8
_MOST_OF_A_DAY = 2
_FEWEST_WORDS, _MOST_WORDS = 7, 45
_VALUE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
# A date behind one of these is compared with, or opens or ends a stretch: nothing need have happened on it.
_NO_EVENT = re.compile(
    r"\b(?:from|than|since|until|till|with|to|of|before|after|for|through|between|and|or|by|the|a|an|his|her|its|their|our|this|that|every|per"
    r"|over|during|compared|[a-z]+['’]s)\s+(?:early\s+|late\s+|mid-?)?\Z",
    re.IGNORECASE,
)
# Who says something on a day makes no event of it.
_SAID_THEN = seldom(
    rf"\b(?:(?:{SAYS}|saying|told|tells|reporters?|statement|interview|conference|briefing|press|CNN|tweet|post)[a-z]*\s+)(?:(?:early|late|on|in|at)\s+){{0,2}}\Z"
)
_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|where|when|after|before|while|because|since|if|until|whether|as|than|although|though)\b"
)
_OPENING = 6
"""Words; what opens alike, as captions and subheadings do, tells the same."""
_CAPTION = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}\s")
_ENDS = frozenset(".!…”\"’')")
"""What a sentence ends in; captions, subheadings and questions do not."""
_NUMBERED = 8
"""Characters around a caption's beginning, among which the number of its picture stands: "11/30 A gate"."""
_BESIDE = 40
"""Characters before a date that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a story tells of a day, a month or a year."""

    value: str
    """ISO 8601: a day, a month or a year."""
    date: DateExpression
    """Where the story names it."""
    point: KeyPoint
    """The sentence that tells it, fit to stand by itself."""


def find_timeline(
    article: Article, dates: Sequence[DateExpression], references: References, *, published: date | None
) -> tuple[Event, ...]:
    """Three to eight sentences that tell of different dates, in the order of time; none where there are fewer.

    A sentence counts that names one date only, in its main clause and in the story's own words, and can stand
    by itself. Not more than two tell of the same date, and one of the day of publication.

    Args:
        article: the article.
        dates: its dates, in reading order.
        references: whom its pronouns mean.
        published: the day that it was published.
    """
    if article.language not in ("en", "und") or len({it.value for it in dates}) < FEWEST:
        return ()
    candidates = list(_candidates(article, dates))
    if len({found.value for _, found in candidates}) < FEWEST:
        return ()
    standing = (
        (number, found)
        for number, found in candidates
        if mend(article.sentences[number].text, number, references) is not None
    )
    chosen: list[tuple[int, DateExpression]] = []
    told: Counter[str] = Counter()
    openings: set[tuple[str, ...]] = set()
    today = published.isoformat() if published else None
    for number, found in standing:
        opening = article.sentences[number].words[:_OPENING]
        if opening in openings:
            continue
        openings.add(opening)
        if len(chosen) < MOST and told[found.value] < (1 if found.value == today else _MOST_OF_A_DAY):
            told[found.value] += 1
            chosen.append((number, found))
    if len(told) < FEWEST:
        return ()
    return tuple(
        Event(value=found.value, date=found, point=printed_point(article, number, references, published=published))
        for number, found in sorted(chosen, key=lambda it: (it[1].value, it[0]))
    )


def _candidates(article: Article, dates: Sequence[DateExpression]) -> Iterator[tuple[int, DateExpression]]:
    """The sentences that tell what happened on a date, with it."""
    starts = [sentence.span.start for sentence in article.sentences]
    captions = caption_paragraphs(article.sentences)
    for number, beside in groupby(dates, key=lambda it: bisect_right(starts, it.span.start) - 1):
        found, *others = beside
        sentence = article.sentences[number]
        if sentence.asks or sentence.paragraph in captions or not _FEWEST_WORDS <= len(sentence.words) <= _MOST_WORDS:
            continue
        if not _VALUE.fullmatch(found.value) or any(other.value != found.value for other in others):
            continue
        if _is_of_event(article.text, sentence, found):
            yield number, found


def _is_of_event(text: str, sentence: Sentence, found: DateExpression) -> bool:
    """Whether what a sentence tells, outside quotations, happened on its date."""
    start = sentence.span.start
    before = text[start : found.span.start]
    if (
        _CAPTION.search(text, max(0, start - _NUMBERED), start + _NUMBERED)
        or "@" in sentence.text
        or "://" in sentence.text
        or sentence.text[-1] not in _ENDS
    ):
        return False
    if not (before + found.span.of(text))[:1].isalnum():
        return False
    if found.span.of(text).lower() == "today" and looks_ahead(text, found.span, sentence.span) >= 0:
        return False  # "today" is these days
    if found.span.of(text).endswith(GENITIVE_S) or text[found.span.end : found.span.end + 2] in GENITIVE_S:
        return False
    beside = before[-_BESIDE:]
    if "“" in before or '"' in before or _NO_EVENT.search(beside) or _SAID_THEN.search(beside):
        return False
    if _SUBORDINATE.search(before):
        return False
    quoted = (
        sum(len(it) for it in QUOTATION.findall(sentence.text)) if "“" in sentence.text or '"' in sentence.text else 0
    )
    return quoted * 2 < len(sentence.text)
