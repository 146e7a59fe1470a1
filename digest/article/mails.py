"""Mails, pasted with their headers: which message holds the text, and what its headers say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.article.paragraphs import Paragraph
from digest.text.patterns import seldom
from digest.text.timestamps import find_timestamp

_HEADER = seldom(
    r"[>\s*_]*(?P<name>from|sent|to|cc|bcc|subject|date|reply-to|attachments?|importance|von|gesendet|an|betreff|datum|de|envoyé|à|objet)\s?:[*_]*\s.*",
    re.IGNORECASE | re.DOTALL,
)
_SENDERS, _SUBJECTS = frozenset(["from", "von", "de"]), frozenset(["subject", "betreff", "objet"])
_DATES = frozenset(["sent", "date", "gesendet", "datum", "envoyé"])
_FEWEST = 3
"""Headers in a row."""
_BEFORE_SUBJECT = re.compile(
    r"(?:(?:fwd?|re|aw|wg|tr)\s?:\s*|(?:press|news|media)\s+release\s?[:–—|-]\s*|\W*\b(?:strictly\s+)?(?:under\s+)?embargo[^:)\]]{0,60}[:)\]]+\s*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The message of a pasted mail that holds the text."""

    start: int
    """The number of the first paragraph behind its headers."""
    end: int
    """The number of the first behind it: of the next message's headers, or of what leads to them."""
    sent: str | None = None
    """ISO 8601."""
    subject: str | None = None
    """Without what marks it as passed on: "FW:", "PRESS RELEASE:"."""


def find_mail(paragraphs: Sequence[Paragraph]) -> Mail | None:
    """The message with the longest text; None where the page does not begin with the headers of one.

    Whoever passes a release on writes a line or two above it, and an answer stands above what it answers.
    """
    blocks = list(_blocks([paragraph.line for paragraph in paragraphs]))
    if not blocks or blocks[0][0] > 1:
        return None
    ends = [begin for begin, _ in blocks[1:]] + [len(paragraphs)]
    mails = [
        (sum(len(paragraph.line) for paragraph in paragraphs[behind:end]), begin, behind, end)
        for (begin, behind), end in zip(blocks, ends, strict=True)
    ]
    length, begin, behind, end = max(mails, key=lambda mail: mail[0])
    if not length:
        return None
    values = {
        found["name"].lower(): paragraph.line.partition(":")[2].strip(" *_")
        for paragraph in paragraphs[begin:behind]
        if (found := _HEADER.fullmatch(paragraph.line))
    }
    stamps = [stamp for name, value in values.items() if name in _DATES and (stamp := find_timestamp(value))]
    subject = next((value for name, value in values.items() if name in _SUBJECTS), None)
    return Mail(start=behind, end=end, sent=stamps[0].iso if stamps else None, subject=_bare(subject or ""))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each message's headers begin and end."""
    number = 0
    while number < len(lines):
        names: list[str] = []
        begin = number
        while number < len(lines) and (found := _HEADER.fullmatch(lines[number])):
            names.append(found["name"].lower())
            number += 1
        if len(names) >= _FEWEST and not _SENDERS.isdisjoint(names) and not (_SUBJECTS | _DATES).isdisjoint(names):
            yield begin, number
        number += not names


def _bare(subject: str) -> str | None:
    while found := _BEFORE_SUBJECT.match(subject):
        subject = subject[found.end() :]
    return subject.strip() or None
