"""Closings: where a talk is over, and the page speaks again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from digest.text.patterns import seldom

CLOCK = r"(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}(?:\.\d{2})?(?=\s*[ap]\.?\s?m\b))\s{0,4}(?:[ap]\.?\s?m\b\.?)?(?:\s{0,4}\(?[A-Z]{2,4}\)?)?(?:\s{0,4}\(local time\)|\s{0,4}local time)?"
"""A time of day as transcripts print it."""
ENDS_AT = seldom(rf"[(\[*\s–—-]*end(?:s|ed)?[:,]?\s+(?:at\s+)?{CLOCK}[)\]*\s–—-]*", re.IGNORECASE)
_END = seldom(
    r"""[(\[*\s–—-]*(?:(?:conference\s+)?call\s+participants:?|end(?:s|ed)?(?:\s+of\s+(?:the\s+)?(?:transcript|briefing|interview|hearing|recording|tape|session))? | (?:\#\s?){3,}
    | (?:the\s+(?:briefing|hearing|meeting|interview|press\s+conference|session|committee)\s+(?:was\s+)?(?:concluded|adjourned|ended)|\[?whereupon)\b.{0,140})[)\]*\s.–—-]*""",
    re.IGNORECASE | re.VERBOSE,
)
_DISCLAIMER = seldom(
    r"(?:©|copyright\s+(?:©|\(c\)|\d{4})).*"
    r"|(?:[\w’'.]+\s){0,3}transcripts?\s(?:is|are|was|were|may|has|have)\s(?:been\s)?(?:\w+\s){0,3}(?:created|provided|produced|prepared|edited|condensed|abridged|translated|not|accurate|available)\b.{0,300}"
    r"|(?:this|the)\s(?:rush\s)?(?:transcript|interview|conversation|q\s?&\s?a|discussion)\s(?:is|was|has|may|might|contains)\s(?:been\s)?(?:\w+\s){0,3}"
    r"(?:edited|condensed|abridged|shortened|conducted|translated|transcribed|lightly|errors|inaccura\w+|updated|revised|final)\b.{0,300}"
    r"|(?:transcript|interview)\s(?:edited|provided|condensed)\b.{0,200}|(?:read|watch|listen\sto)\sthe\sfull\b.{0,160}",
    re.IGNORECASE,
)
OWN = seldom(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
"""Words of the first person."""
_CREDITS = seldom(
    r"(?i:recorded|transcribed|produced|edited)(?:\sand\s\w+)?\sby\s[A-Z].{2,100}"
    r"|(?:[\w’'.]+\s){1,6}is\s(?:a\s(?:production|co-production)\sof|(?:\w+\sand\s)?(?:produced|presented|hosted|recorded|edited|mixed)\b.{0,60}\bby)\b.{0,300}",
)
_LAST = 4
"""Paragraphs at the end of a page in which it tells who made the recording."""


def ends_transcript(line: str) -> bool:
    """Whether nothing behind a paragraph was said any more: "END 2:05 P.M.", a note on the transcript, a copyright."""
    return len(line) <= 600 and bool(_END.fullmatch(line) or ENDS_AT.fullmatch(line) or _DISCLAIMER.fullmatch(line))


def closing_paragraph(lines: Sequence[str], turns: Collection[int], names: Collection[str]) -> int:
    """The number of the first paragraph that is the page's again, behind all that is said; that behind the last where none is.

    It tells who made the recording, or names a speaker in full where from there on nobody says "I" or "we".

    Args:
        lines: the paragraphs.
        turns: the numbers of those that open a turn.
        names: the speakers', in full.
    """
    last = max(turns, default=-1)
    said = max((number for number in range(last + 1, len(lines)) if OWN.search(lines[number])), default=last)
    closing = (
        number
        for number in range(last + 1, len(lines))
        if (len(turns) > 1 and number + _LAST >= len(lines) and _CREDITS.fullmatch(lines[number]))
        or (number > said and any(name in lines[number] for name in names))
    )
    return next(closing, len(lines))
