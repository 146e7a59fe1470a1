"""Article, a pasted text read: what is the story, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from digest.article.facts import Facts, parse_facts
from digest.article.furniture import is_caption, is_furniture, opens_link_list
from digest.article.opening import (
    LONGEST_HEADLINE,
    Dateline,
    byline_of,
    choose_headline,
    dated_line,
    embargo_in,
    ends_a_sentence,
    find_dateline,
    is_clock_line,
    is_embargo_line,
    is_outlet_name,
    is_release_mark,
    outlet_in,
    published_in,
    signed_line,
)
from digest.article.paragraphs import Paragraph, find_paragraphs
from digest.article.transcript import find_turn, is_stage_direction, is_transcript, without_asides
from digest.errors import EmbargoError
from digest.text.languages import detect_language
from digest.text.sentences import find_sentences
from digest.text.spans import Span, one_line, trimmed
from digest.text.tokens import find_words


class Kind(str, Enum):
    """What sort of text an article is."""

    NEWS = "news"
    RELEASE = "release"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the story."""

    span: Span
    """Code points into the article's text."""
    text: str
    """As printed, on one line."""
    words: tuple[str, ...]
    """Its words as printed, as `find_words` gives them."""
    paragraph: int
    """The story's paragraph that it stands in, counted from 1."""
    speaker: str | None = None
    """The label of the turn that it belongs to, in a transcript."""
    asks: bool = False
    """Whether that turn is a question to the speakers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A pasted text, with page furniture left out of its story."""

    text: str
    """All of it, as given."""
    kind: Kind
    language: str
    """BCP 47; `und` where it cannot be told."""
    sentences: tuple[Sentence, ...]
    headline: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    """ISO 8601: a date, or a time with its offset."""
    outlet: str | None = None
    url: str | None = None
    embargo: str | None = None


_ENDS = re.compile(r"[-–—\s*]*(?:ends?|#{3,}|-?30-?)[-–—\s*]*", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:notes?\s+(?:to|for)\s+(?:the\s+)?editors?|(?:media|press)\s+(?:contacts?|enquiries|inquiries|office)|for\s+(?:more|further)\s+information"
    r"|contacts?|about\s+(?:the\s+)?[A-Z][^.]{1,60})\s*:?(?:\s.{0,80})?",
    re.IGNORECASE,
)
_NOTES = re.compile(r"notes? (?:to|for) editors?:?", re.IGNORECASE)
_LONGEST_OPENING = 25
"""Lines that may stand above a story, furniture among them."""
_LONGEST_LINE = 200
"""Characters of a line that holds a fact; a longer one is a paragraph."""
_MOST_ABOVE = 6
_DATED_LINES = 3
"""Paragraphs one of which may open with the day, where the text is the body only."""
_SHORT = 20
"""Words of a headline that ends like a sentence."""
_ABOUT = re.compile(r"About\s+(?:the\s+)?([A-Z][^.:]{1,60}?)\s*:?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    outlet: str | None = None
    body: int = 0
    """Which paragraph the story begins with."""


def parse_article(text: str, *, title: str | None = None, facts: Facts | None = None) -> Article:
    """Read a pasted text.

    Args:
        text: the raw text, decoded; any line ends.
        title: the headline where it is known. Even when empty it means that `text` is the body
            only: no line of it is taken for the headline.
        facts: what is known of the article beside its text; it wins over what the text states.

    Raises:
        FieldError: the editor's own lines at the top have a wrong value, or a line speaks of an embargo
            whose date is not understood.
    """
    stated, start = parse_facts(text)
    if facts:
        known = {name: value for name in Facts.__dataclass_fields__ if (value := getattr(facts, name))}
        stated = replace(stated, **known)
    paragraphs = find_paragraphs(text, start)
    lines = [paragraph.line for paragraph in paragraphs]
    transcript = is_transcript(text, [paragraph.span for paragraph in paragraphs])
    body_only = title is not None or stated.title is not None
    opening = _read_opening(text, paragraphs, body_only=body_only, transcript=transcript)
    release = any(map(is_release_mark, lines[:6])) or any(map(_NOTES.fullmatch, lines[6:]))
    kind = Kind.TRANSCRIPT if transcript else Kind.RELEASE if release else Kind.NEWS
    story = list(_story(paragraphs[opening.body :], kind))
    dateline = find_dateline(text, story[0]) if story and kind is not Kind.TRANSCRIPT else None
    outlet = stated.outlet or opening.outlet or _outlet_from_furniture(lines)
    if not outlet and dateline:
        outlet = dateline.agency
    if not outlet and kind is Kind.RELEASE:
        outlet = _issuer(lines)
    return Article(
        text=text,
        kind=kind,
        language=stated.language or detect_language(text[start:]),
        sentences=tuple(_sentences(text, story, kind)),
        headline=stated.title or (title or None) or opening.headline,
        byline=stated.author or opening.byline,
        dateline=dateline,
        published=stated.published
        or opening.published
        or (dateline.published if dateline else None)
        or next(filter(None, map(dated_line, lines[:_DATED_LINES])), None),
        outlet=outlet,
        url=stated.url,
        embargo=stated.embargo or _embargo(text, paragraphs),
    )


def _read_opening(text: str, paragraphs: tuple[Paragraph, ...], *, body_only: bool, transcript: bool) -> _Opening:
    """What stands above the story, and where the story begins."""
    lines = [paragraph.line for paragraph in paragraphs[: _LONGEST_OPENING + 1]]
    above: list[tuple[int, str]] = []
    byline = published = outlet = None
    body = 0
    for number, line in enumerate(lines[:_LONGEST_OPENING]):
        span = paragraphs[number].span
        if transcript and find_turn(text, span):
            break
        if found := byline_of(line) or (signed_line(line) if above else None):
            byline, outlet, body = byline or found.names, outlet or found.outlet, number + 1
            published = published or found.published
            continue
        if is_embargo_line(line):
            body = number + 1
            continue
        furniture = is_furniture(line)
        date = published_in(line)
        published = published or date
        if furniture or is_release_mark(line) or is_clock_line(line) or (date and not body_only):
            outlet, body = outlet or outlet_in(line), number + 1
            continue
        if body_only or find_dateline(text, span) or len(line.split()) > LONGEST_HEADLINE or len(above) > _MOST_ABOVE:
            break
        if is_outlet_name(line) and len(lines) > 1:
            outlet = outlet or line
        elif ends_a_sentence(line) and not _stands_above(text, span, lines[number + 1 :], above):
            break
        above.append((number, line))
        body = number + 1
    chosen = choose_headline([line for _, line in above])
    if chosen is None:
        return _Opening(byline=byline, published=published, outlet=outlet, body=body)
    if body >= len(paragraphs) > 1:
        # Nothing below reads like prose: all that follows the headline, but for facts, is the story.
        taken = {number for number, _ in above[chosen + 1 :]}
        body = min(taken, default=body)
    headline = above[chosen][1]
    return _Opening(headline=headline, byline=byline, published=published, outlet=outlet, body=body)


def _stands_above(text: str, span: Span, following: list[str], above: list[tuple[int, str]]) -> bool:
    """Whether a line that ends like a sentence stands above the story all the same.

    A headline may, where it is short, the first, and not all there is; a standfirst does where
    the byline or the date follows it.
    """
    if not above:
        return len(span.of(text).split()) <= _SHORT and bool(following) and len(list(find_sentences(text, span))) == 1
    return any(byline_of(line) or published_in(line) for line in following[:2])


def _embargo(text: str, paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The embargo that a line of the page, wherever it stands, puts on the text."""
    for paragraph in paragraphs:
        span, line = paragraph.span, paragraph.line
        if span.end - span.start <= _LONGEST_LINE and is_embargo_line(line):
            found = embargo_in(line)
            if found is None:
                problem = (
                    "speaks of an embargo without a date: say it at the top, as 'Embargo: 2026-06-05T00:01:00+00:00'"
                )
                raise EmbargoError(text.count("\n", 0, span.start) + 1, problem)
            return found
    return None


def _outlet_from_furniture(lines: list[str]) -> str | None:
    """The outlet that the copyright line at the page's foot names."""
    for line in reversed(lines[-12:]):
        if found := outlet_in(line):
            return found
    return None


def _issuer(lines: list[str]) -> str | None:
    """Who issued a release, by the heading of its boilerplate: "About the Harbour Authority"."""
    for line in reversed(lines):
        if found := _ABOUT.fullmatch(line):
            return found[1]
    return None


def _story(paragraphs: tuple[Paragraph, ...], kind: Kind) -> Iterator[Span]:
    """The story's paragraphs, without furniture, and without what follows a release's end."""
    in_links = False
    for number, paragraph in enumerate(paragraphs):
        line = paragraph.line
        late = number * 3 >= len(paragraphs)
        if late and _ENDS.fullmatch(line):
            return
        if late and kind is Kind.RELEASE and len(line) <= 140 and _TAIL.fullmatch(line) and not line.endswith("."):
            return
        if opens_link_list(line):
            in_links = True
            continue
        if in_links and not paragraph.after_blank and not line.endswith((".", "”", '"')):
            continue
        in_links = False
        if (
            is_furniture(line)
            or byline_of(line)
            or is_embargo_line(line)
            or (kind is Kind.TRANSCRIPT and (is_stage_direction(line) or is_clock_line(line)))
        ):
            continue
        yield paragraph.span


def _sentences(text: str, story: list[Span], kind: Kind) -> Iterator[Sentence]:
    turn = None
    transcript = kind is Kind.TRANSCRIPT
    for number, span in enumerate(story, start=1):
        if transcript and (found := find_turn(text, span)):
            turn, span = found, trimmed(text, found.label.end, span.end)
        for sentence in find_sentences(text, span):
            if transcript:
                sentence = trimmed(text, *_ends(without_asides(text, sentence)))
                if sentence.start >= sentence.end:
                    continue
            printed = one_line(sentence.of(text))
            if (printed.startswith("(") or " contributed to th" in printed) and _is_inline_furniture(printed):
                continue
            yield Sentence(
                span=sentence,
                text=printed,
                words=find_words(printed),
                paragraph=number,
                speaker=turn.speaker if turn else None,
                asks=turn.asks if turn else False,
            )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_inline_furniture(sentence: str) -> bool:
    """Whether a sentence is a note of the page: "(Editing by A. Quill)", "A. Quill contributed to this report."."""
    return is_furniture(sentence) and not is_caption(sentence)
