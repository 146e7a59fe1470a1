"""Key points, the sentences of a story that say what happened, shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digest.analysis.key_points.features import find_features
from digest.analysis.key_points.ranking import rank_sentences
from digest.analysis.key_points.selection import Budget, select_points
from digest.analysis.key_points.shortening import shorten, without_connective, without_dateline
from digest.article import Article, Sentence
from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.tokens import QUOTATION

_FEWEST_WORDS = 5
_FINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_COURTESY = re.compile(
    r"\b(?:thank you|thanks|good (?:morning|afternoon|evening)|welcome|over to|your questions)\b", re.IGNORECASE
)
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


def find_key_points(article: Article, *, published: date | None, budget: Budget) -> tuple[KeyPoint, ...]:
    """The main fact of the story, then the other points in reading order.

    As many as the story is worth within the budget; one wherever there is a sentence.
    """
    features = find_features(article)
    scores = rank_sentences(features)
    eligible = _eligible(article.sentences)
    numbers = select_points(
        scores,
        [sentence.words for sentence in features],
        [sentence.length for sentence in features],
        eligible,
        budget=budget,
    )
    return tuple(point_of(article, article.sentences[number], published=published) for number in numbers)


def point_of(article: Article, sentence: Sentence, *, published: date | None) -> KeyPoint:
    """The key point that one sentence of the story makes."""
    text = shorten(sentence.text, outlet=article.outlet, published=published)
    if sentence.speaker:
        text = f"[{_as_named(sentence.speaker)}:] {text}"
    return KeyPoint(text=text, evidence=sentence)


def _as_named(label: str) -> str:
    """`MS. QUILL` as `Ms. Quill`."""
    return " ".join(word.capitalize() for word in label.split()) if label.isupper() else label


def _eligible(sentences: Sequence[Sentence]) -> list[int]:
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
    standing = [number for number in whole if not dangles(sentences[number].text)]
    return standing or whole or statements


def dangles(sentence: str) -> bool:
    """Whether a sentence opens with words that point at something before it, or has a speaker whom it does not name."""
    opening = without_connective(without_dateline(sentence))
    if _DANGLING.match(opening) or opening[:1].islower():
        return True
    outside = QUOTATION.sub(" ", opening)
    said = _SAID_SOMEBODY.search(outside)
    return said is not None and not _CAPITAL_INSIDE.search(outside, 0, said.start())
