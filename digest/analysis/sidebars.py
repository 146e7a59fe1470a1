"""Sidebars, what stands in a brief beside its points and quotes: exchanges, figures, a timeline, what is open and next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digest.analysis.dates import DateExpression
from digest.analysis.exchanges import Exchange, find_exchanges
from digest.analysis.figures import Figure, KeyFigure, find_key_figures
from digest.analysis.key_points import KeyPoint
from digest.analysis.open_questions import find_open_questions
from digest.analysis.outlook import find_outlook
from digest.analysis.references import References
from digest.analysis.timeline import Event, find_timeline
from digest.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidebars:
    """What a brief shows and `digest extract` does not."""

    exchanges: tuple[Exchange, ...] = ()
    """Questions and answers of a transcript."""
    key_figures: tuple[KeyFigure, ...] = ()
    timeline: tuple[Event, ...] = ()
    open_questions: tuple[KeyPoint, ...] = ()
    """What the story says is unknown or disputed; a sentence is a key point before it is one of these."""
    outlook: tuple[KeyPoint, ...] = ()
    """What comes next, of the sentences that are neither."""


def find_sidebars(
    article: Article,
    references: References,
    *,
    points: Sequence[KeyPoint],
    dates: Sequence[DateExpression],
    figures: Sequence[Figure],
    published: date | None,
) -> Sidebars:
    """What there is of each.

    Args:
        article: the article.
        references: whom its pronouns mean.
        points: its key points.
        dates: those that it speaks of.
        figures: those that it gives.
        published: the day that it was published.
    """
    told = {point.evidence for point in points}
    open_questions = find_open_questions(article, references, told=told, published=published)
    exchanges = find_exchanges(article, references, told=told, published=published)
    told |= {point.evidence for point in open_questions}
    return Sidebars(
        exchanges=exchanges,
        key_figures=find_key_figures(article, figures),
        timeline=find_timeline(article, dates, references, published=published),
        open_questions=open_questions,
        outlook=find_outlook(article, references, told=told, published=published),
    )
