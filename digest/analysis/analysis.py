"""Analysis, everything that is found in an article; one question a file beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digest.analysis.categories import find_categories
from digest.analysis.dates import DATE_FORMS, DateExpression, find_dates
from digest.analysis.figures import FIGURE_FORMS, Figure, find_figures
from digest.analysis.key_points import KeyPoint, find_key_points
from digest.analysis.located import find_located
from digest.analysis.names import Names, find_names
from digest.analysis.quotes import Quote, find_quotes
from digest.analysis.references import References
from digest.analysis.speakers import with_speakers
from digest.analysis.statements import with_statements
from digest.analysis.tags import find_tags
from digest.article import Article
from digest.settings import Budget, Section
from digest.text.anchors import find_anchors
from digest.text.timestamps import find_timestamp

if TYPE_CHECKING:
    from digest.analysis.sidebars import Sidebars

_FORMS = {**DATE_FORMS, **FIGURE_FORMS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What is found in an article; every finding keeps its span."""

    key_points: tuple[KeyPoint, ...]
    """The main fact first, then in reading order."""
    quotes: tuple[Quote, ...]
    """What stands in quotation marks or is reported, and what the speakers of a transcript say; in reading order."""
    names: Names
    located: str | None
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    sidebars: Sidebars | None
    """None where nobody asked for them."""


def analyse(article: Article, *, budget: Budget, sections: tuple[Section, ...] = (), sidebars: bool = True) -> Analysis:
    """Find what matters in an article.

    Args:
        article: the article.
        budget: how much the key points may take.
        sections: the sections that it may belong in; without any, the digest's own.
        sidebars: whether to look for what a brief shows beside its points and quotes.
    """
    published = publication_day(article.published)
    told_names = find_names(article)
    references = References(article, told_names)
    names = with_speakers(told_names, article)
    points = find_key_points(article, references, published=published, budget=budget)
    sentences = article.sentences
    anchors = list(find_anchors(article.text, ((sentence.span, sentence.words) for sentence in sentences), _FORMS))
    beside = [(sentence.span, found) for sentence, found in zip(sentences, anchors, strict=True) if found]
    dates = tuple(
        it for span, found in beside for it in find_dates(article.text, span, relative_to=published, anchors=found)
    )
    figures = tuple(it for span, found in beside for it in find_figures(article.text, span, anchors=found))
    beside_them = None
    if sidebars:
        # The words by which they are told take long to load, and other programs do not ask for them.
        from digest.analysis.sidebars import find_sidebars

        beside_them = find_sidebars(
            article, references, points=points, dates=dates, figures=figures, published=published
        )
    return Analysis(
        key_points=points,
        quotes=with_statements(find_quotes(article, references), article),
        names=names,
        located=find_located(article),
        dates=dates,
        figures=figures,
        categories=find_categories(article, sections),
        tags=find_tags(article, names),
        sidebars=beside_them,
    )


def publication_day(published: str | None) -> date | None:
    """The day in an ISO 8601 date or time, in the zone that it is given in."""
    stamp = find_timestamp(published) if published else None
    return stamp.day if stamp else None
