"""Key points, the sentences of a story that say what happened, shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digest.analysis.key_points.features import find_features
from digest.analysis.key_points.mending import mend
from digest.analysis.key_points.ranking import rank_sentences
from digest.analysis.key_points.selection import Budget, select_points
from digest.analysis.key_points.shortening import shorten
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.spans import Span

_FEWEST_WORDS = 5
_FINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_COURTESY = re.compile(
    r"\b(?:thank you|thanks|good (?:morning|afternoon|evening)|welcome|over to|your questions)\b", re.IGNORECASE
)


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
    article: Article, references: References, *, published: date | None, budget: Budget
) -> tuple[KeyPoint, ...]:
    """The main fact of the story, then the other points in reading order.

    As many as the story is worth within the budget; one wherever there is a sentence.
    """
    features = find_features(article)
    scores = rank_sentences(features)
    eligible = _eligible(article.sentences, references)
    numbers = select_points(
        scores,
        [sentence.words for sentence in features],
        [sentence.length for sentence in features],
        eligible,
        budget=budget,
    )
    return tuple(point_of(article, number, references, published=published) for number in numbers)


def point_of(article: Article, number: int, references: References, *, published: date | None) -> KeyPoint:
    """The key point that one sentence of the story makes, mended where it dangles and that can be done."""
    sentence = article.sentences[number]
    text = shorten(mend(sentence.text, number, references) or sentence.text, outlet=article.outlet, published=published)
    if sentence.speaker:
        text = f"[{_as_named(sentence.speaker)}:] {text}"
    return KeyPoint(text=text, evidence=sentence)


def _as_named(label: str) -> str:
    """`MS. QUILL` as `Ms. Quill`."""
    return " ".join(word.capitalize() for word in label.split()) if label.isupper() else label


def _eligible(sentences: Sequence[Sentence], references: References) -> list[int]:
    """The sentences that can stand alone; where none can, all that say something; else every one."""
    statements = [number for number, sentence in enumerate(sentences) if not sentence.asks] or list(
        range(len(sentences))
    )
    whole = [
        number
        for number in statements
        if len(sentences[number].words) >= _FEWEST_WORDS
        and _FINAL.search(sentences[number].text)
        and not (sentences[number].speaker and _COURTESY.search(sentences[number].text))
    ]
    standing = [number for number in whole if mend(sentences[number].text, number, references)]
    return standing or whole or statements
