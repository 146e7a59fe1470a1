"""Briefing transcripts: who speaks in a paragraph, and what in it nobody said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.text.spans import Span

_LABEL = re.compile(
    r"(?P<label>(?:(?:THE\s)?[A-Z][A-Z.'’-]*(?:\s+(?:Mc|Mac)?[A-Z][A-Z.'’-]*){0,4}(?:\s\([A-Z][\w. ]+\))?)|Q(?:uestion)?|A(?:nswer)?|Moderator)\s?:\s+(?=\S)"
    r"|(?P<q>Q)\s{1,12}(?=[A-Z“\"])"
)
_ASIDE = re.compile(
    r"[(\[](?:[Ll]aughter|[Aa]pplause|[Cc]rosstalk|[Ii]naudible|[Pp]ause|[Ii]nterruption|[Oo]ff[- ]mic)[^()\[\]]{0,20}[)\]]\.?"
)
_END = re.compile(r"(?:END|###|\*\*\*)(?:\s+\d{1,2}:\d{2}.{0,20})?", re.IGNORECASE)
_QUESTIONERS = re.compile(r"Q|QUESTION|REPORTER|MODERATOR|PRESS", re.IGNORECASE)
_FEWEST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """The opening of a speaker's turn."""

    label: Span
    speaker: str
    """As labelled: `MS. QUILL`, `Q`."""

    @property
    def asks(self) -> bool:
        """Whether the speaker is there to ask."""
        return bool(_QUESTIONERS.fullmatch(self.speaker))


def find_turn(text: str, paragraph: Span) -> Turn | None:
    """The speaker's label that a paragraph opens with, if it does."""
    found = _LABEL.match(text, paragraph.start, paragraph.end)
    if not found:
        return None
    return Turn(Span(paragraph.start, found.end()), found["label"] or found["q"])


def is_transcript(text: str, paragraphs: list[Span]) -> bool:
    """Whether the text is a briefing: at least three turns, by two speakers or more."""
    turns = [turn.speaker for paragraph in paragraphs if (turn := find_turn(text, paragraph))]
    return len(turns) >= _FEWEST_TURNS and len(set(turns)) > 1


def is_stage_direction(text: str) -> bool:
    """Whether the text is "(Laughter.)", "END 2:05 P.M." or the like: nobody's words."""
    return bool(_ASIDE.fullmatch(text) or _END.fullmatch(text))


def without_asides(text: str, span: Span) -> Span:
    """The sentence without a stage direction at either end of it."""
    start, end = span.start, span.end
    for found in _ASIDE.finditer(text, start, end):
        if not text[start : found.start()].strip():
            start = found.end()
        elif not text[found.end() : end].strip():
            end = found.start()
    return Span(start, end)
