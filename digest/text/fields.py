"""Fields, what stands above a text between lines of `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from digest.errors import FieldError
from digest.text.spans import Span

# What an editor may leave before the opening line, unseen; an embargo must not be lost for it.
_FENCE = re.compile(r"[\ufeff\u200b\s]*---[ \t]*(?:\r\n|[\n\r\u2028\u2029])")
_CLOSE = re.compile(r"(?<=[\n\r\u2028\u2029])(?:---|\.\.\.)[ \t]*(?=[\n\r\u2028\u2029]|\Z)")
BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
"""What ends a line, whatever the system."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a mapping, and the line of the file that its key stands on."""

    value: Any
    line: int


def split_front_matter(text: str) -> tuple[str, int] | None:
    """The YAML between the `---` lines at the top of `text`, and where the body begins.

    None where the text does not begin with a `---` line.

    Raises:
        FieldError: the opening line is never closed.
    """
    fences = _fences(text)
    if fences is None:
        return None
    opening, closing = fences
    behind = BREAK.match(text, closing.end())
    return BREAK.sub("\n", text[opening.end() : closing.start()]), behind.end() if behind else closing.end()


def front_matter_span(text: str) -> Span | None:
    """Where the YAML between the `---` lines stands in `text`; None where it does not begin with such a line.

    Raises:
        FieldError: the opening line is never closed.
    """
    fences = _fences(text)
    return Span(fences[0].end(), fences[1].start()) if fences else None


def _fences(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    opening = _FENCE.match(text)
    if not opening:
        return None
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        raise FieldError(1, "the front matter opened by '---' is not closed by a second '---' line")
    return opening, closing
