"""Key points, the sentences of a story that say what happened, shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digest.analysis.key_points.eligibility import eligible_sentences
from digest.analysis.key_points.model import Model, trained_model
from digest.analysis.key_points.ranking import Explanation, describe_story, explain_sentence, rank_sentences
from digest.analysis.key_points.selection import Budget, select_points
from digest.analysis.key_points.shortening import shorten, without_connective, without_dateline
from digest.article import Article, Sentence
from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.tokens import QUOTATION

_SAYS = "|".join(sorted(lexicon("reporting_verbs")["past"] | lexicon("reporting_verbs")["present"]))
_SAID_SOMEBODY = re.compile(rf",\s+(?:he|she)\s+(?:{_SAYS})\b|,\s+(?:{_SAYS})\s+(?:he|she)\b")
_CAPITAL_INSIDE = re.compile(r"\s[A-Z]")
_DANGLING = re.compile(
    r"[\"“‘'(]?(?:he|she|they|it|this|that|these|those|his|her|their|its|then|there|such|here|both|another|others|one|some"
    r"|i|we|you|my|our|your|instead|moreover|meanwhile|however|so|and|but|also|either|neither|(?:until|by|since|before|after) (?:then|that|this)|the (?:latter|former|two|pair))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A point of the story in the source's own words."""

    text: str
    """Shortened by leaving words out; what is in square brackets was added."""
    evidence: Sentence
    """The sentence that it came from."""

    @property
    def span(self) -> Span:
        """The evidence's place in the article's text."""
        return self.evidence.span


def find_key_points(
    article: Article, *, published: date | None, budget: Budget, model: Model | None = None
) -> tuple[KeyPoint, ...]:
    """The main fact of the story, then the other points in reading order.

    As many as the story is worth within the budget; one wherever there is a sentence.

    Args:
        article: the article.
        published: the day that it was published.
        budget: how much the points may take.
        model: what the sentences are ranked with, where it is not the one that comes with the package.
    """
    model = model or trained_model()
    description = describe_story(article, model)
    eligible = eligible_sentences(article.sentences)
    standing = [number for number in eligible if not dangles(article.sentences[number].text)] or eligible
    numbers = select_points(
        rank_sentences(description, model, standing),
        description.wording.contents,
        [len(printed) for printed in description.wording.printed],
        salience=description.salience,
        budget=budget,
    )
    return tuple(point_of(article, article.sentences[number], published=published) for number in numbers)


def explain_key_points(article: Article, points: Sequence[KeyPoint]) -> tuple[Explanation, ...]:
    """Why each of a story's key points is one."""
    model = trained_model()
    description = describe_story(article, model)
    return tuple(explain_sentence(description, model, article.sentences.index(point.evidence)) for point in points)


def point_of(article: Article, sentence: Sentence, *, published: date | None) -> KeyPoint:
    """The key point that one sentence of the story makes."""
    text = shorten(
        sentence.text,
        outlet=article.outlet,
        published=published,
        place=article.dateline.place if article.dateline else None,
        language=article.language,
    )
    if sentence.speaker:
        text = f"[{_as_named(sentence.speaker)}:] {text}"
    return KeyPoint(text=text, evidence=sentence)


def _as_named(label: str) -> str:
    """`MS. QUILL` as `Ms. Quill`."""
    return " ".join(word.capitalize() for word in label.split()) if label.isupper() else label


def dangles(sentence: str) -> bool:
    """Whether a sentence opens with words that point at something before it, or has a speaker whom it does not name."""
    opening = without_connective(without_dateline(sentence))
    if _DANGLING.match(opening) or opening[:1].islower():
        return True
    outside = QUOTATION.sub(" ", opening)
    said = _SAID_SOMEBODY.search(outside)
    return said is not None and not _CAPITAL_INSIDE.search(outside, 0, said.start())
