"""Name lines, labels that stand on lines of their own above what somebody says, as in the transcripts of calls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.article.introductions import POSTS
from digest.article.labels import Label, may_be_name
from digest.article.opening import ends_a_sentence
from digest.article.paragraphs import Paragraph
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.spans import Span

_HOSTS = lexicon("speakers")["hosts"]
_THINGS = lexicon("speakers")["things"] | lexicon("speakers")["nobody"]
_LINE = seldom(
    r"[*_]{0,3}(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})(?:,? ?[*_]{0,3}(?: (?:--|[-–—|]) |, )(?P<more>[^.!?:]{2,80}))?[*_]{0,3}"
)
_LONGEST, _LONGEST_POST = 120, 80
"""Characters."""
_FEWEST = 4
"""Lines, of two speakers at least."""


def find_name_lines(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """The labels that stand alone, by the number of their paragraph: `Operator`, `Ada Quill -- Chief Executive Officer`.

    Each has words below it, behind a line with the post at most, and two speakers or more come again: entries of a
    list and the signatures of a page do not.
    """
    found = {number: label for number in range(len(paragraphs) - 1) if (label := _standing(text, paragraphs, number))}
    again = Counter(label.key for label in found.values())
    if len(found) < _FEWEST or sum(count > 1 for count in again.values()) < 2:
        return {}
    return {
        number: label
        for number, label in found.items()
        if again[label.key] > 1 or label.hosts or text.count(label.speaker) > 1
    }


def _standing(text: str, paragraphs: Sequence[Paragraph], number: int) -> Label | None:
    paragraph, below = paragraphs[number], paragraphs[number + 1].line
    short = len(paragraph.line) <= _LONGEST and paragraph.line[-1:] not in '.”"?:'
    found = _LINE.fullmatch(paragraph.line) if short else None
    words = found["name"].split() if found else []
    small = [word.casefold() for word in words]
    if not found or not may_be_name(words) or not _THINGS.isdisjoint(small):
        return None
    hosts = small[-1] in _HOSTS and len(small) == 1
    if not hosts and (len(small) < 2 or small[-1] in POSTS):
        return None
    end, more = paragraph.span.end, found["more"]
    if not more and _is_post(below) and number + 2 < len(paragraphs):
        end, more, below = paragraphs[number + 1].span.end, below, paragraphs[number + 2].line
    if not ends_a_sentence(below):
        return None
    start = text.index(words[0], paragraph.span.start)
    return Label(
        span=Span(paragraph.span.start, end),
        name=Span(start, start + len(found["name"])),
        speaker=found["name"],
        more=more,
        known=True,
    )


def _is_post(line: str) -> bool:
    """Whether a line says what somebody is: "Chief Executive Officer, Senn Ferries"."""
    words = re.findall(r"[\w’'-]+", line.casefold())
    return len(line) <= _LONGEST_POST and not ends_a_sentence(line) and not POSTS.isdisjoint(words)
