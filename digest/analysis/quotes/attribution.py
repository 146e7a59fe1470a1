"""Attribution, the words that say who speaks."""

from __future__ import annotations

from typing import NamedTuple

from digest.analysis.quotes.noun_phrases import NounPhrase


class Attribution(NamedTuple):
    """The words that say who speaks, in a line."""

    cue: str
    speaker: NounPhrase | None
    """None where a verb reports speech and nobody can be made out to be its subject."""
    beside: bool
    """Whether it is set off from the quotation by a comma or a stop, or by a colon before it."""
    adjacent: bool = False
    """Whether the verb stands right before the quotation."""
