"""Key points, the sentences of a story that say what happened, shortened."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.analysis.key_points.candidates import Candidate, Questions
from digest.analysis.key_points.contingency import senses_of
from digest.analysis.key_points.eligibility import eligible_sentences
from digest.analysis.key_points.mending import may_stand, mend, with_given_name
from digest.analysis.key_points.model import Model, trained_model
from digest.analysis.key_points.ranking import (
    Description,
    Explanation,
    describe_story,
    explain_sentence,
    rank_sentences,
)
from digest.analysis.key_points.scene import sets_scene, tells_news
from digest.analysis.key_points.selection import select_points
from digest.analysis.key_points.setting import adds, opens_with_quotation, set_out, tells
from digest.analysis.key_points.shortening import shorten
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.article.corrections import taken_back
from digest.article.transcript import without_inner_asides
from digest.settings import Budget
from digest.text.spans import Span
from digest.text.talk import leans_back, without_filler

_OF_QUOTATION = 0.6
"""What is left of the worth of a sentence that is mostly what somebody says: a summary tells, and quotes stand below it."""
_OWN = re.compile(r"(?:(?:But|And) )?(?:I|We|My|Our|we|my|our)\b")


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
    worths = rank_sentences(description, model)
    chosen = select_points(
        _candidates(article, description, worths),
        sentences=len(article.sentences),
        salience=description.salience,
        budget=budget,
        asked=_questions(article, description, references),
        told=all(article.sentences[number].speaker is None for number in numbers),
    )
    points: list[KeyPoint] = []
    told = article.headline or ""
    for number in chosen:
        point = printed_point(article, number, references, published=published)
        points.append(replace(point, text=with_given_name(point.text, references, told=told)))
        told += point.text
    return tuple(points)


def _candidates(article: Article, description: Description, worths: Mapping[int, float]) -> list[Candidate]:
    """The sentences to choose from, each with its worth; one that is mostly what somebody says loses some."""
    wording = description.wording
    headline = wording.shares_of_headline(worths)
    quoted = {number: opens_with_quotation(article.sentences[number].text) for number in worths}
    return [
        Candidate(
            number=number,
            worth=worth * _OF_QUOTATION if quoted[number] else worth,
            length=len(wording.printed[number]),
            words=wording.distinct[number],
            of_headline=headline.get(number, 0.0),
            quoted=quoted[number],
            adds=adds(article.sentences[number].text),
        )
        for number, worth in worths.items()
    ]


def _questions(article: Article, description: Description, references: References) -> Questions:
    """What is asked of the sentences of a story that may be chosen."""
    sentences, wording = article.sentences, description.wording
    scene = bool(sentences) and sets_scene(sentences[0].text)
    return Questions(
        stands=lambda number: tells(words_of(sentences[number])) and stands(article, number, references),
        senses=lambda number: senses_of(sentences[number].text) if wording.is_of_the_news(number) else frozenset(),
        news=(lambda number: tells_news(sentences[number].text)) if scene else None,
    )


def find_candidates(article: Article) -> list[int]:
    """The numbers of the sentences that can be a point: they stand by themselves, or may be mended so that they do.

    Where there is none, the numbers of those that come nearest to it. What a page of corrections takes back is none.
    """
    wrong = taken_back(article)
    eligible = eligible_sentences(article.sentences)
    eligible = [number for number in eligible if number not in wrong] or eligible
    sentences, headline = article.sentences, article.headline_words
    return [number for number in eligible if _may_stand(sentences[number], headline)] or eligible


def stands(article: Article, number: int, references: References) -> bool:
    """Whether a sentence of the story makes a point by itself, be it mended."""
    sentence = article.sentences[number]
    if sentence.speaker and not _may_stand(sentence, references.headline):
        return False
    return _is_own(sentence) or mend(words_of(sentence), number, references) is not None


def _may_stand(sentence: Sentence, headline: frozenset[str]) -> bool:
    """Whether a sentence stands by itself or may be mended; of one that is spoken all words are looked at."""
    words = words_of(sentence)
    return (_is_own(sentence) or may_stand(words, headline=headline)) and not (sentence.speaker and leans_back(words))


def _is_own(sentence: Sentence) -> bool:
    """Whether a speaker says something of himself, which the label before it makes plain."""
    return sentence.speaker is not None and _OWN.match(words_of(sentence)) is not None


def words_of(sentence: Sentence) -> str:
    """A sentence as printed; of one that is spoken, what says something."""
    return without_filler(without_inner_asides(sentence.text)) if sentence.speaker else sentence.text


def point_of(article: Article, number: int, references: References, *, published: date | None) -> KeyPoint:
    """The key point that one sentence of the story makes, mended where it dangles and that can be done."""
    sentence = article.sentences[number]
    text = shortened(article, number, references, published=published)
    if speaker := article.speaker_of(sentence):
        text = f"[{speaker.shown}:] {text}"
    return KeyPoint(text=text, evidence=sentence)


def printed_point(article: Article, number: int, references: References, *, published: date | None) -> KeyPoint:
    """The same as a page prints it: without the number of an entry, or a phrase that joins it to what is not there."""
    point = point_of(article, number, references, published=published)
    return replace(point, text=set_out(point.text))


def shortened(article: Article, number: int, references: References, *, published: date | None) -> str:
    """What one sentence of the story says, mended where it dangles and shortened."""
    sentence = article.sentences[number]
    words = words_of(sentence)
    text = shorten(
        (None if _is_own(sentence) else mend(words, number, references)) or words,
        outlet=article.outlet,
        published=published,
        place=article.dateline.place if article.dateline else None,
        language=article.language,
    )
    return without_filler(text) if sentence.speaker else text


def explain_key_points(article: Article, points: Sequence[KeyPoint]) -> tuple[Explanation, ...]:
    """Why each of a story's key points is one."""
    model = trained_model()
    description = describe_story(article, model, find_candidates(article))
    return tuple(explain_sentence(description, model, article.sentences.index(point.evidence)) for point in points)
