"""Key points, the sentences of a story that say what happened, shortened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.analysis.key_points.eligibility import eligible_sentences
from digest.analysis.key_points.mending import may_stand, mend, with_given_name
from digest.analysis.key_points.model import Model, trained_model
from digest.analysis.key_points.ranking import Explanation, describe_story, explain_sentence, rank_sentences
from digest.analysis.key_points.selection import Budget, select_points
from digest.analysis.key_points.shortening import shorten
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A point of the story in the source's own words."""

    text: str
    """Shortened by leaving words out; what is in square brackets was added, in the place of a pronoun or beside words."""
    evidence: Sentence
    """The sentence that it came from."""

    @property
    def span(self) -> Span:
        """The evidence's place in the article's text."""
        return self.evidence.span


def find_key_points(
    article: Article, references: References, *, published: date | None, budget: Budget, model: Model | None = None
) -> tuple[KeyPoint, ...]:
    """The main fact of the story, then the other points in reading order.

    As many as the story is worth within the budget; one wherever there is a sentence.

    Args:
        article: the article.
        references: whom its pronouns mean.
        published: the day that it was published.
        budget: how much the points may take.
        model: what the sentences are ranked with, where it is not the one that comes with the package.
    """
    model = model or trained_model()
    numbers = find_candidates(article)
    description = describe_story(article, model, numbers)
    chosen = select_points(
        rank_sentences(description, model),
        description.wording.contents,
        [len(printed) for printed in description.wording.printed],
        salience=description.salience,
        budget=budget,
        stands=lambda number: mend(article.sentences[number].text, number, references) is not None,
    )
    points: list[KeyPoint] = []
    told = article.headline or ""
    for number in chosen:
        point = point_of(article, number, references, published=published)
        points.append(replace(point, text=with_given_name(point.text, references, told=told)))
        told += point.text
    return tuple(points)


def find_candidates(article: Article) -> list[int]:
    """The numbers of the sentences that can be a point: they stand by themselves, or may be mended so that they do.

    Where there is none, the numbers of those that come nearest to it.
    """
    eligible = eligible_sentences(article.sentences)
    return [number for number in eligible if may_stand(article.sentences[number].text)] or eligible


def point_of(article: Article, number: int, references: References, *, published: date | None) -> KeyPoint:
    """The key point that one sentence of the story makes, mended where it dangles and that can be done."""
    sentence = article.sentences[number]
    text = shorten(
        mend(sentence.text, number, references) or sentence.text,
        outlet=article.outlet,
        published=published,
        place=article.dateline.place if article.dateline else None,
        language=article.language,
    )
    if sentence.speaker:
        text = f"[{_as_named(sentence.speaker)}:] {text}"
    return KeyPoint(text=text, evidence=sentence)


def explain_key_points(article: Article, points: Sequence[KeyPoint]) -> tuple[Explanation, ...]:
    """Why each of a story's key points is one."""
    model = trained_model()
    numbers = [article.sentences.index(point.evidence) for point in points]
    description = describe_story(article, model, numbers)
    return tuple(explain_sentence(description, model, number) for number in numbers)


def _as_named(label: str) -> str:
    """`MS. QUILL` as `Ms. Quill`."""
    return " ".join(word.capitalize() for word in label.split()) if label.isupper() else label
