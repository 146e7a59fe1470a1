"""Composing, a brief from an article and what was found in it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from digest.analysis import Analysis
from digest.analysis.exchanges import Exchange
from digest.analysis.figures import KeyFigure
from digest.analysis.key_points import KeyPoint
from digest.analysis.names import Name
from digest.analysis.quotes import Quote
from digest.analysis.sidebars import Sidebars
from digest.article import Article, Kind, Sentence
from digest.brief.brief import (
    Brief,
    BriefEvent,
    BriefExchange,
    BriefQuote,
    Evidence,
    FrontMatter,
    Person,
    Point,
    Source,
    clean,
)
from digest.brief.describing import describe
from digest.brief.utterances import Utterance, find_utterances
from digest.text.slugs import slugify
from digest.text.timestamps import in_words

_LONGEST_TITLE = 300
_LONGEST_NAME = 120
_LONGEST_ROLE = 200
_LONGEST_SENTENCE = 5_000
"""Characters; what is longer is no headline, name, role or sentence."""
_MOST_QUOTES, _MOST_OF_ONE = 4, 2
_FEWEST_WORDS = 4
"""Words of a quote that are too few to show."""
_LONG_QUOTE = 240
"""Characters from which on a longer quote says no more."""
_NAMED = 60
"""Characters that a quote of somebody whom the story names may be shorter for that."""
_STREETS = frozenset(["Avenue", "Boulevard", "Close", "Crescent", "Lane", "Road", "Street", "Terrace"])
_MOST_PEOPLE = 12
_MOST_NAMES = 8


def compose_brief(
    article: Article,
    analysis: Analysis,
    *,
    path: str,
    sha256: str,
    taken: Container[str] = (),
    slug: str | None = None,
    aliases: tuple[str, ...] = (),
    review: str | None = None,
) -> Brief:
    """Lay out a brief from an article and what was found in it.

    Args:
        article: the article.
        analysis: what was found in it; its first key point becomes the takeaway.
        path: where the raw article lies, below the content folder.
        sha256: of the raw article's bytes.
        taken: slugs that other briefs have.
        slug: the brief's slug where it has one already.
        aliases: its earlier addresses.
        review: `draft` where the site wants new briefs to be approved first.
    """
    points = _points(article, analysis.key_points)
    takeaway = points[0] if points else None
    title = describe(clean(article.headline or ""), _LONGEST_TITLE) or _title_from(takeaway)
    names = analysis.names
    sidebars = analysis.sidebars or Sidebars()
    roles = {quote.speaker: quote.role for quote in reversed(analysis.quotes) if quote.role}
    return Brief(
        front_matter=FrontMatter(
            title=title,
            slug=slug or slugify(title, taken),
            date=article.published[:10] if article.published else None,
            description=describe(takeaway.text) if takeaway else None,
            language=None if article.language == "und" else article.language,
            sources=(
                Source(
                    name=_fact(article.outlet),
                    url=article.url,
                    author=_fact(article.byline),
                    published=article.published,
                    article=path,
                    sha256=sha256,
                    words=sum(len(sentence.text.split()) for sentence in article.sentences),
                ),
            ),
            located=_fact(analysis.located),
            people=tuple(
                Person(name=clean(it.name), role=_role(it.role or roles.get(it.name)))
                for it in _short(_told_of(names.people, analysis.quotes))[:_MOST_PEOPLE]
            ),
            organisations=tuple(clean(it.name) for it in _short(names.organisations)[:_MOST_NAMES]),
            places=tuple(clean(it.name) for it in _short(_beside_streets(names.places))[:_MOST_NAMES]),
            categories=analysis.categories,
            tags=analysis.tags,
            genres=(article.genre,) if article.genre else (),
            review=review,
            embargo=article.embargo,
            aliases=aliases,
        ),
        takeaway=takeaway,
        key_points=tuple(points[1:]),
        exchanges=tuple(
            _exchange(article, it)
            for it in sidebars.exchanges
            if _is_sentence(it.question.evidence) and _is_sentence(it.answer.evidence)
        ),
        quotes=tuple(_quote(article, said) for said in _worth_showing(article, analysis)),
        figures=_figures(article, sidebars.key_figures),
        timeline=tuple(
            BriefEvent(
                when=in_words(it.value), text=clean(it.point.text), evidence=(_evidence(article, it.point.evidence),)
            )
            for it in sidebars.timeline
            if _is_sentence(it.point.evidence)
        ),
        outlook=tuple(_points(article, sidebars.outlook)),
        open_questions=tuple(_points(article, sidebars.open_questions)),
    )


def _beside_streets(places: Sequence[Name]) -> list[Name]:
    """The places that a reader may look for: no street that is named once, as of an address."""
    return [it for it in places if len(it.mentions) > 1 or it.name.rpartition(" ")[2] not in _STREETS]


def _fact(text: str | None) -> str | None:
    return describe(clean(text), _LONGEST_TITLE) if text else None


def _short(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if len(name.name) <= _LONGEST_NAME]


def _told_of(people: Sequence[Name], quotes: Sequence[Quote]) -> list[Name]:
    """The people of whom the story tells more than a given name in passing: "her sons, Jonas and Tobias"."""
    speakers = {quote.speaker for quote in quotes if quote.kind != "indirect"}
    return [it for it in people if " " in it.name or it.role or len(it.mentions) > 1 or it.name in speakers]


def _title_from(takeaway: Point | None) -> str:
    return describe(takeaway.text) if takeaway else "Untitled"


def _role(role: str | None) -> str | None:
    """A role on one line; None where it cannot be one, and would make the front matter too long to be read again."""
    return clean(role) if role and len(role) <= _LONGEST_ROLE else None


def _is_sentence(sentence: Sentence) -> bool:
    """Whether a sentence can be quoted: where a text has no stops, what is taken for one may be all of it."""
    return sentence.span.end - sentence.span.start <= _LONGEST_SENTENCE


def _points(article: Article, points: Sequence[KeyPoint]) -> list[Point]:
    return [_point(article, point) for point in points if _is_sentence(point.evidence)]


def _point(article: Article, point: KeyPoint) -> Point:
    return Point(clean(point.text), (_evidence(article, point.evidence),))


def _evidence(article: Article, sentence: Sentence) -> Evidence:
    return Evidence(clean(sentence.text), clean(article.outlet), sentence.paragraph)


def _quote(article: Article, said: Utterance) -> BriefQuote:
    role = next((piece.role for piece in said.pieces if piece.role), None)
    evidence = dict.fromkeys(_evidence(article, piece.evidence) for piece in said.pieces)
    return BriefQuote(
        text=clean(said.printed(article.text)),
        speaker=clean(said.speaker),
        role=_role(role) if said.speaker else None,
        evidence=tuple(evidence),
    )


def _figures(article: Article, found: Sequence[KeyFigure]) -> tuple[Point, ...]:
    """Figures as points; one alone is no list."""
    points = tuple(
        Point(clean(it.phrase), (_evidence(article, it.evidence),)) for it in found if _is_sentence(it.evidence)
    )
    return points if len(points) > 1 else ()


def _exchange(article: Article, exchange: Exchange) -> BriefExchange:
    answer = BriefQuote(
        text=clean(exchange.answer.text),
        speaker=clean(exchange.answerer),
        role=_role(exchange.role) if exchange.answerer else None,
        evidence=(_evidence(article, exchange.answer.evidence),),
    )
    return BriefExchange(_point(article, exchange.question), answer)


def _worth_showing(article: Article, analysis: Analysis) -> list[Utterance]:
    """Up to four quotes that are sentences with a known speaker, two of one at most, in reading order.

    The longest ones, those of people whom the story names before those of bodies and of "the spokesman". None of
    a transcript, where all is somebody's words: its points and its exchanges show them.
    """
    if article.kind is Kind.TRANSCRIPT:
        return []
    people = {person.name for person in analysis.names.people}
    spoken = [
        (said, len(words))
        for said in find_utterances(analysis.quotes, article.text)
        if said.speaker
        and len(said.speaker) <= _LONGEST_NAME
        and all(_is_sentence(piece.evidence) for piece in said.pieces)
        and len((words := said.printed(article.text)).split()) > _FEWEST_WORDS
    ]
    best: list[Utterance] = []
    for said, _ in sorted(spoken, key=lambda it: -_worth(it[1], named=it[0].speaker in people)):
        if len(best) < _MOST_QUOTES and sum(it.speaker == said.speaker for it in best) < _MOST_OF_ONE:
            best.append(said)
    return sorted(best, key=lambda said: said.pieces[0].span)


def _worth(length: int, *, named: bool) -> int:
    """Characters that say something, with what a name is worth."""
    return min(length, _LONG_QUOTE) + (_NAMED if named else 0)
