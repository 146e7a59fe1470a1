"""Quote, the words that a text attributes to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.article import Sentence
from digest.text.spans import Span

Kind = Literal["direct", "mixed", "stated", "indirect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's words: in quotation marks, behind a line that announces them, or as the reporter's own clause tells them."""

    span: Span
    """The words between the marks, or the reported clause, as code points into the article's text."""
    evidence: Sentence
    """The sentence that the quote ends in."""
    kind: Kind
    """`direct`: whole sentences in marks; `mixed`: words in marks inside the reporter's sentence; `stated`: a paragraph
    without marks that is announced; `indirect`: a clause without marks."""
    cue: str | None = None
    """The reporting verb or phrase, such as 'said' or 'according to'."""
    speaker: str | None = None
    """The full name where the text gives one, else the words as printed; None rather than a guess."""
    role: str | None = None
    """The speaker's role as printed beside the name."""
    speaker_span: Span | None = None
    """The words beside the quote that name the speaker, be it with a pronoun."""
