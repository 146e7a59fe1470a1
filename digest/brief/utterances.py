"""Utterances, the quotations that the reporter's own words interrupt put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.analysis.quotes import Quote

_INTERRUPTION = 20
"""Words of the reporter's that may stand between two pieces of what somebody said."""
_MOST_PIECES = 2
"""What somebody says on and on is more than one quote."""
_DOTS = ".… "
"""What may stand where words of who speaks are left out already."""
_MARKS = "“”\"‘’'«»„ \n"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said at once: “The gate is shut,” she said. “It stays so.”"""

    pieces: tuple[Quote, ...]
    """At least one, in the text's order; each is said by the same speaker."""

    @property
    def speaker(self) -> str | None:
        """Who said it."""
        return self.pieces[0].speaker

    def printed(self, text: str) -> str:
        """The words, with a mark where the reporter's stood.

        Args:
            text: the article's.
        """
        first, *others = (piece.span.of(text).rstrip(", ") for piece in self.pieces)
        printed = first
        for piece in others:
            printed = f"{printed.rstrip(_DOTS)} … {piece.lstrip(_DOTS)}"
        return printed


def find_utterances(quotes: Sequence[Quote], text: str) -> Iterator[Utterance]:
    """What was said at once, of the quotes of a story that are whole sentences.

    What only goes on in the middle of a sentence is of its beginning.

    Args:
        quotes: the story's, in its order.
        text: the article's.
    """
    pieces: list[Quote] = []
    for quote in quotes:
        if quote.kind == "indirect":
            continue
        if 0 < len(pieces) < _MOST_PIECES and _goes_on(pieces[-1], quote, text):
            pieces.append(quote)
            continue
        if pieces:
            yield Utterance(tuple(pieces))
        pieces = [quote] if quote.kind in ("direct", "stated") else []
    if pieces:
        yield Utterance(tuple(pieces))


def _goes_on(before: Quote, quote: Quote, text: str) -> bool:
    """Whether only who speaks is told between two quotes: “The gate is shut,” she said. “It stays so.”"""
    if not quote.speaker or quote.speaker != before.speaker or quote.evidence.paragraph != before.evidence.paragraph:
        return False
    between = text[before.span.end : quote.span.start].strip(_MARKS)
    if before.cue is None or len(between.split()) > _INTERRUPTION or before.cue not in between:
        return False
    if quote.kind == "direct":
        # The words of who speaks end their sentence, and no other stands there.
        return between.endswith((".", ":")) and not text[before.evidence.span.end : quote.span.start].strip(_MARKS)
    return between.endswith(",") and text[quote.span.start].islower()
