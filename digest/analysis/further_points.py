"""Further points, the sentences of a story that make a section beside its key points."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from digest.analysis.key_points import KeyPoint, printed_point
from digest.analysis.key_points.eligibility import eligible_sentences
from digest.analysis.key_points.points import stands
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.lexicons import lexicon
from digest.text.tokens import content_words, find_words, without_quotations

MOST = 3
_FEWEST_WORDS, _MOST_WORDS = 7, 45
_WRITER = lexicon("open_questions")["writer"]
# "It" that stands for no thing: the clause behind it says what is meant, unless that opens with a pronoun too.
_IMPERSONAL = re.compile(
    r"It (?:is|was|remains|remained|has|had)(?:n[’']t| not)? (?:[a-z]+ ){0,3}(?:clear|unclear|known|unknown|uncertain|certain|confirmed|decided|determined"
    r"|announced|disclosed|established|seen|said) (?:who|whom|whose|what|which|when|where|why|how|if|whether|that)\b(?! (?:he|she|it|they|this|that|these|those|his|her|its|their|there)\b)"
)
_SAME = 0.6
"""The share of a sentence's words in another one from which both say the same."""
_NEAR, _NEAREST = 0.25, 1.0
"""What each word that a sentence shares with the headline and the key points is worth, and all of them at most."""


def candidates(article: Article, hints: frozenset[str]) -> Iterator[tuple[int, Sentence, str]]:
    """The sentences of an English story that have one of some words and can be a point.

    Each comes with its number, and with its text without what is quoted.

    Questions, what is mostly quotation, and what is told in the first person or to the reader cannot.
    """
    if article.language not in ("en", "und"):
        return
    hinting = [number for number, sentence in enumerate(article.sentences) if not hints.isdisjoint(sentence.words)]
    eligible = frozenset(eligible_sentences(article.sentences)) if hinting else ()
    for number in hinting:
        sentence = article.sentences[number]
        if number not in eligible or not _FEWEST_WORDS <= len(sentence.words) <= _MOST_WORDS or "?" in sentence.text:
            continue
        outside = without_quotations(sentence.text)
        if len(outside) * 2 > len(sentence.text) and _WRITER.isdisjoint(find_words(outside)):
            yield number, sentence, outside


def choose_points(
    article: Article,
    worth: Mapping[int, float],
    references: References,
    *,
    told: Collection[Sentence],
    published: date | None,
    alike: Collection[int] = (),
) -> tuple[KeyPoint, ...]:
    """Up to three of a story's sentences, in reading order.

    The worthiest first, and among those the nearest to what the story is about. A sentence that is told already,
    that says what such a one says, or that cannot stand alone is left out.

    Args:
        article: the article.
        worth: the numbers of the sentences that may be chosen, with what they are worth for the section.
        references: whom the story's pronouns mean.
        told: the sentences that other sections are made of; the subject of the story is what they speak of.
        published: the day that the story was published.
        alike: the numbers of sentences of which one is enough.
    """
    if not worth:
        return ()
    said = [frozenset(content_words(sentence.words)) for sentence in told]
    subject = frozenset(content_words(find_words(article.headline or ""))).union(*said)
    words = {number: frozenset(content_words(article.sentences[number].words)) for number in worth}
    ranked = sorted(
        worth,
        key=lambda number: (-worth[number] - min(_NEAR * len(words[number] & subject), _NEAREST), number),
    )
    chosen: list[int] = []
    for number in ranked:
        if len(chosen) == MOST:
            break
        sentence = article.sentences[number]
        if sentence in told or any(len(words[number] & other) >= _SAME * len(words[number]) for other in said):
            continue
        if number in alike and not set(alike).isdisjoint(chosen):
            continue
        if _IMPERSONAL.match(sentence.text) or stands(article, number, references):
            chosen.append(number)
            said.append(words[number])
    return tuple(printed_point(article, number, references, published=published) for number in sorted(chosen))
