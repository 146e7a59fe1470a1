"""Peers, the summarisers that one could install instead; each chooses sentences of a text.

All of them get the sentences that `digest.text.sentences` finds, so that they differ in what they
choose, not in how they split. Needs sumy and summa; neither downloads anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib import import_module

from digest.analysis.key_points.shortening import without_dateline
from digest.text.sentences import find_sentences
from digest.text.spans import one_line

Peer = Callable[[str, int], list[str]]
"""A text and a number to that many of its sentences, in reading order."""

_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOPS = re.compile(r"[.!?]")
_WORDS = 25
"""Words in a sentence of news prose, for summa, which is asked for words."""


def sentences_of(text: str) -> list[str]:
    """The sentences of a plain text, a paragraph a line, without the agency and place that open it."""
    story = without_dateline(text.strip())
    return [one_line(span.of(line)) for line in story.splitlines() for span in find_sentences(line)]


class _Tokenizer:
    """A tokenizer for sumy, whose own asks for data that would have to be downloaded."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Words of letters, as sumy's own tokenizer keeps them."""
        return tuple(_LETTERS.findall(sentence))


def _load_lead() -> Peer:
    """The first sentences: what a news desk puts first, and hard to beat."""
    return lambda text, count: sentences_of(text)[:count]


def _load_sumy(module: str, name: str) -> Peer:
    """One of sumy's summarisers, with its stemmer and its list of stop words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    summariser = getattr(import_module(f"sumy.summarizers.{module}"), name)(Stemmer("english"))
    summariser.stop_words = get_stop_words("english")
    tokenizer = _Tokenizer()

    def choose(text: str, count: int) -> list[str]:
        paragraph = Paragraph([Sentence(sentence, tokenizer) for sentence in sentences_of(text)])
        return [str(sentence) for sentence in summariser(ObjectDocumentModel([paragraph]), count)]

    return choose


def _load_summa() -> Peer:
    """What summa's TextRank chooses for so many sentences' worth of words; the first ones where it chooses none."""
    from summa.summarizer import summarize

    def choose(text: str, count: int) -> list[str]:
        sentences = sentences_of(text)
        # It splits at line ends, and at stops, which it then drops: without them a line stays one sentence.
        lines = [_STOPS.sub(" ", sentence).strip() for sentence in sentences]
        said = dict(zip(reversed(lines), reversed(sentences), strict=True))
        chosen = summarize("\n".join(lines), words=_WORDS * count, split=True)
        return [said[line] for line in chosen[:count]] or sentences[:count]

    return choose


_LOADERS: dict[str, Callable[[], Peer]] = {
    "lead": _load_lead,
    "sumy LexRank": partial(_load_sumy, "lex_rank", "LexRankSummarizer"),
    "sumy TextRank": partial(_load_sumy, "text_rank", "TextRankSummarizer"),
    "sumy Luhn": partial(_load_sumy, "luhn", "LuhnSummarizer"),
    "sumy LSA": partial(_load_sumy, "lsa", "LsaSummarizer"),
    "summa TextRank": _load_summa,
}
PEERS = tuple(_LOADERS)


def load_peer(name: str) -> Peer:
    """The peer of this name; its library is loaded and no other, so that its memory can be measured."""
    return _LOADERS[name]()
