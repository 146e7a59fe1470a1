"""Analysis, everything that is found in an article; one question a file beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digest.analysis.categories import Section, find_categories
from digest.analysis.dates import DateExpression, find_dates
from digest.analysis.figures import Figure, find_figures
from digest.analysis.key_points import Budget, KeyPoint, find_key_points
from digest.analysis.located import find_located
from digest.analysis.names import Names, find_names
from digest.analysis.open_questions import find_open_questions
from digest.analysis.outlook import find_outlook
from digest.analysis.quotes import Quote, find_quotes
from digest.analysis.references import References
from digest.analysis.tags import find_tags
from digest.article import Article
from digest.text.timestamps import find_timestamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What is found in an article; every finding keeps its span."""

    key_points: tuple[KeyPoint, ...]
    """The main fact first, then in reading order."""
    open_questions: tuple[KeyPoint, ...]
    """What the story says is unknown or disputed; a sentence is a key point before it is one of these."""
    outlook: tuple[KeyPoint, ...]
    """What comes next, of the sentences that are neither; both are empty where nobody asks for them."""
    quotes: tuple[Quote, ...]
    names: Names
    located: str | None
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]
    categories: tuple[str, ...]
    tags: tuple[str, ...]


def analyse(
    article: Article, *, budget: Budget, sections: tuple[Section, ...] = (), prospects: bool = True
) -> Analysis:
    """Find what matters in an article.

    Args:
        article: the article.
        budget: how much the key points may take.
        sections: the sections that it may belong in; without any, the digest's own.
        prospects: whether to look for what is open and what comes next.
    """
    published = publication_day(article.published)
    names = find_names(article)
    references = References(article, names)
    points = find_key_points(article, references, published=published, budget=budget)
    told = {point.evidence for point in points}
    open_questions = find_open_questions(article, references, told=told, published=published) if prospects else ()
    told |= {point.evidence for point in open_questions}
    outlook = find_outlook(article, references, told=told, published=published) if prospects else ()
    spans = [sentence.span for sentence in article.sentences]
    return Analysis(
        key_points=points,
        open_questions=open_questions,
        outlook=outlook,
        quotes=find_quotes(article, references),
        names=names,
        located=find_located(article),
        dates=tuple(found for span in spans for found in find_dates(article.text, span, relative_to=published)),
        figures=tuple(found for span in spans for found in find_figures(article.text, span)),
        categories=find_categories(article, sections),
        tags=find_tags(article, names),
    )


def publication_day(published: str | None) -> date | None:
    """The day in an ISO 8601 date or time, in the zone that it is given in."""
    stamp = find_timestamp(published) if published else None
    return stamp.day if stamp else None
