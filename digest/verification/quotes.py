"""Quotes, each held against the sentence that its footnote quotes and, where it is at hand, the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from digest.brief import BriefQuote
from digest.text.tokens import without_quotations
from digest.verification.statements import find_run
from digest.verification.words import Word, Words, words_of

_LEFT_OUT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
"""What stands in a quote in place of the speaker's own words."""
_MOST_PIECES = 50
"""Pieces of a quote with something left out between them; what has more is no quote."""
_END = 4
"""Words at the end of a quote that its source sentence holds; it may begin in a sentence before."""


def pieces_of(text: str) -> list[str]:
    """What a quote has of its speaker's words on end; none where it leaves nothing out, or too much for a quote."""
    pieces = [piece for piece in _LEFT_OUT.split(text) if piece.strip()]
    return pieces if 1 < len(pieces) <= _MOST_PIECES else []


def misquoted(text: str, sentences: Sequence[str], articles: Sequence[Words], *, complete: bool) -> str | None:
    """What is wrong with a quote's words: they stand in the article, and their end in the footnote.

    Args:
        text: the quote.
        sentences: those that its footnotes quote.
        articles: the words of those at hand.
        complete: whether these are all. If not, the quote may as well be word for word as far as a footnote goes;
            what it has from sentences before is not seen.
    """
    pieces = [words for piece in _LEFT_OUT.split(text) if (words := words_of(piece))]
    if not pieces:
        return "says nothing"
    cited = [words_of(sentence) for sentence in sentences]
    whole = words_of(text)  # where the source itself has the brackets and the dots
    held = any(find_run(whole, words) is not None for words in (*articles, *(() if complete else cited)))
    if not held and len(pieces) <= _MOST_PIECES:
        held = any(all(find_run(piece, words) is not None for piece in pieces) for words in articles) or (
            not complete and any(_stands_as_far_back_as(words, pieces) for words in cited)
        )
    if not held:
        return "is not word for word what the article says"
    if cited and not any(_ends_in(pieces[-1], words) for words in cited):
        return "is not what its source sentence says"
    return None


def _stands_as_far_back_as(sentence: Words, pieces: Sequence[Words]) -> bool:
    """Whether a quote that ends in a sentence is word for word from where the sentence, or a quotation in it, begins."""
    unseen = False
    for piece in reversed(pieces):
        words = piece.spoken
        count = _end_that_stands_in(sentence, words)
        opens = count > 0 and _opens(sentence, find_run(Words(words[-count:]), sentence) or 0)
        if count < len(words):
            return opens or unseen or all(word.is_mark for word in sentence)
        unseen = opens  # what stands before it in the quote comes from sentences before
    return True


def _end_that_stands_in(sentence: Words, words: Words) -> int:
    """How many of the last words stand in a sentence one behind the other."""
    least, most = 0, len(words)
    while least < most:
        count = (least + most + 1) // 2
        if find_run(Words(words[-count:]), sentence) is None:
            most = count - 1
        else:
            least = count
    return least


def _opens(sentence: Sequence[Word], number: int) -> bool:
    """Whether the word of this number, quotation marks not counted, begins a sentence or stands behind such a mark."""
    places = [place for place, word in enumerate(sentence) if not word.is_mark]
    return number == 0 or sentence[places[number] - 1].is_mark


def _ends_in(quote: Words, sentence: Words) -> bool:
    """Whether a quote, which may begin in a sentence before, ends in this one."""
    if find_run(Words(quote[-_END:]), sentence) is not None:
        return True
    keys = [word.key for word in sentence.spoken]
    return not keys or any([word.key for word in quote[-count:]] == keys[:count] for count in range(1, _END))


def misattributed(
    quote: BriefQuote, sentences: Sequence[str], told: str | None, known: Container[str] | None
) -> str | None:
    """What is wrong with a quote's speaker: the footnote names them, or the article attributes the words to them.

    Args:
        quote: with a speaker.
        sentences: those that its footnotes quote.
        told: whom an article attributes the quote to, or a footnote where there is no article at hand.
        known: keys of the words of the articles; None where there is none at hand, and nobody can tell whom they name.
    """
    speaker = words_of(quote.speaker or "")
    if not speaker:
        return None
    claimed = speaker[-1].key
    # A name that stands inside the quotation is not that of its speaker.
    said = Counter(word.key for word in words_of(quote.text))
    beside = {
        key
        for sentence in sentences
        for key in Counter(word.key for word in words_of(without_quotations(sentence))) - said
    }
    if told:
        family = words_of(told)[-1].key
        if family == claimed or (claimed in beside and family not in beside):
            return None
        return f"is said by {told} in the article, not by {quote.speaker}"
    if known is None or claimed in beside or claimed in known:
        return None
    return f"is said by {quote.speaker}, whom the article does not name"
