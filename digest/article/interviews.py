"""Interviews without labels: each question is a paragraph of its own, and one person answers in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from digest.article.bylines import byline_of
from digest.article.closings import OWN
from digest.article.furniture import is_furniture
from digest.article.labels import Label
from digest.article.paragraphs import Paragraph
from digest.text.genders import GENDERED_NAMES
from digest.text.patterns import seldom
from digest.text.spans import Span

_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 200
"""Characters."""
_MOST_BEFORE = 0.5
"""Share of the text that may stand above the first question."""
_SAYS_SO = seldom(
    r"\b(?:interview(?:s|ed)?|q\s?&\s?a|in conversation|conversation with|(?:spoke|speaks|talks?|talked|chats?|sat down) (?:to|with|about)|we (?:met|asked))\b",
    re.IGNORECASE,
)
_NAME = seldom(r"\b[A-Z\u00c0-\u00de][\w'’-]{1,40}(?: [A-Z]\.)?(?: [A-Z\u00c0-\u00de][\w'’-]{1,40}){1,2}")
_CAPITAL = seldom(r"\b[A-Z\u00c0-\u00de][\w'’-]{1,40}")
_LAST = 2
"""Paragraphs at the end, one of which may say that all was an interview."""
_MARKS = ("“", '"', "«", "„")


def find_interview(text: str, paragraphs: Sequence[Paragraph]) -> Mapping[int, Label]:
    """The labels that the turns of an interview would have, by where each turn starts; empty where a text is none.

    The head has to say that it is an interview and to name one person only; in most answers somebody says "I" or "we".
    """
    asked = [number for number, paragraph in enumerate(paragraphs) if _is_question(paragraph.line)]
    if len(asked) < _FEWEST_QUESTIONS or paragraphs[asked[0]].span.start > _MOST_BEFORE * len(text):
        return {}
    head = paragraphs[: asked[0]]
    if not any(_SAYS_SO.search(paragraph.line) for paragraph in (*head, *paragraphs[-_LAST:])):
        return {}
    person = _only_person(text, head)
    if person is None:
        return {}
    answers = list(_answers(asked, len(paragraphs)))
    own = sum(any(OWN.search(paragraphs[number].line) for number in answer) for answer in answers)
    if len(answers) < _FEWEST_QUESTIONS or own * 2 < len(answers):
        return {}
    turns: dict[int, Label] = {}
    for number in asked:
        start = paragraphs[number].span.start
        turns[start] = Label(span=Span(start, start), name=Span(start, start), speaker="Q", known=True)
    for answer in answers:
        start = paragraphs[answer[0]].span.start
        turns[start] = Label(span=Span(start, start), name=person, speaker=person.of(text), known=True)
    return turns


def _is_question(line: str) -> bool:
    return line.endswith("?") and len(line) <= _LONGEST_QUESTION and not line.startswith(_MARKS)


def _answers(asked: Sequence[int], end: int) -> Iterator[range]:
    """The numbers of the paragraphs behind each question, up to the next."""
    for number, following in pairwise((*asked, end)):
        if following > number + 1:
            yield range(number + 1, following)


def _only_person(text: str, head: Sequence[Paragraph]) -> Span | None:
    """Where the one person is named whom the head names in full, but for who wrote it."""
    people: dict[str, Span] = {}
    authors = " ".join(byline.names for paragraph in head if (byline := byline_of(paragraph.line)))
    for paragraph in head:
        if byline_of(paragraph.line) or is_furniture(paragraph.line):
            continue
        for name in _names(text, paragraph.span):
            if name.of(text) not in authors:
                people.setdefault(name.of(text), name)
    return next(iter(people.values())) if len(people) == 1 else None


def _names(text: str, within: Span) -> Iterator[Span]:
    """Where names in full stand that open with a given name, be it behind a title: "Vice Admiral Ada Quill"."""
    end = within.start
    for word in _CAPITAL.finditer(text, within.start, within.end):
        if word.start() < end or word.group() not in GENDERED_NAMES:
            continue
        if found := _NAME.match(text, word.start(), within.end):
            end = found.end()
            yield Span(*found.span())
