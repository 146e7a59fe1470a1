"""Statements, what the speakers of a transcript say: quotes without quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from digest.analysis.quotes import Quote
from digest.article import Article, Speaker, as_one
from digest.text.talk import is_courtesy

_FEWEST_WORDS = 3


def with_statements(quotes: Sequence[Quote], article: Article) -> tuple[Quote, ...]:
    """The quotes of an article and its statements, in reading order."""
    statements = find_statements(article)
    return tuple(sorted((*quotes, *statements), key=lambda quote: quote.span)) if statements else tuple(quotes)


def find_statements(article: Article) -> tuple[Quote, ...]:
    """What is stated and answered in a transcript, a paragraph each; questions and courtesies are none."""
    if not article.speakers:
        return ()
    by_label = {label: speaker for speaker in article.speakers for label in speaker.labels}
    found: list[Quote] = []
    spoken = (sentence for sentence in article.sentences if sentence.speaker and not sentence.asks)
    for (_, label), group in groupby(spoken, key=lambda sentence: (sentence.paragraph, sentence.label)):
        sentences = list(group)
        telling = [number for number, sentence in enumerate(sentences) if not is_courtesy(sentence.text)]
        if sum(len(sentences[number].words) for number in telling) < _FEWEST_WORDS:
            continue
        speaker: Speaker = by_label[sentences[0].speaker or ""]
        said = as_one(article.text, sentences[telling[0] : telling[-1] + 1])
        found.append(
            Quote(
                span=said.span,
                evidence=said,
                kind="direct",
                speaker=None if speaker.unnamed else speaker.name or speaker.shown,
                role=speaker.role,
                speaker_span=label,
            )
        )
    return tuple(found)
