"""The dateline that opens a story's first sentence, left out of a key point."""

from __future__ import annotations

from digest.article.opening import find_dateline
from digest.text.spans import Span


def without_dateline(text: str, **_: object) -> str:
    """`GENEVA (NMW) — Talks began.` is `Talks began.`"""
    dateline = find_dateline(text, Span(0, len(text)))
    return text[dateline.span.end :] if dateline else text
