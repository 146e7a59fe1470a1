"""Article, a pasted text read: what is the story, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from digest.article.facts import Facts, parse_facts
from digest.article.furniture import is_caption, is_furniture, opens_link_list
from digest.article.opening import (
    Dateline,
    byline_of,
    choose_headline,
    find_dateline,
    is_clock_line,
    is_release_mark,
    looks_like_prose,
    outlet_in,
    published_in,
    signed_line,
)
from digest.article.paragraphs import Paragraph, find_paragraphs
from digest.article.transcript import find_turn, is_stage_direction, is_transcript, without_asides
from digest.text.languages import detect_language
from digest.text.sentences import find_sentences
from digest.text.spans import Span, one_line, trimmed


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

    def words_of(self, sentence: Sentence) -> str:
        """The sentence as printed, on one line."""
        return one_line(sentence.span.of(self.text))


_ENDS = re.compile(r"[-–—\s*]*(?:ends?|#{3,}|-?30-?)[-–—\s*]*", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:notes?\s+(?:to|for)\s+(?:the\s+)?editors?|(?:media|press)\s+(?:contacts?|enquiries|inquiries|office)|for\s+(?:more|further)\s+information"
    r"|contacts?|about\s+(?:the\s+)?[A-Z][^.]{1,60})\s*:?(?:\s.{0,80})?",
    re.IGNORECASE,
)
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
        FieldError: the editor's own lines at the top have a wrong value.
    """
    stated, start = parse_facts(text)
    if facts:
        known = {name: value for name in Facts.__dataclass_fields__ if (value := getattr(facts, name))}
        stated = replace(stated, **known)
    paragraphs = find_paragraphs(text, start)
    spans = [paragraph.span for paragraph in paragraphs]
    transcript = is_transcript(text, spans)
    body_only = title is not None or stated.title is not None
    opening = _read_opening(text, paragraphs, body_only=body_only, transcript=transcript)
    release = any(is_release_mark(one_line(span.of(text))) for span in spans[:6]) or any(
        re.fullmatch(r"notes? (?:to|for) editors?:?", one_line(span.of(text)), re.IGNORECASE) for span in spans[6:]
    )
    kind = Kind.TRANSCRIPT if transcript else Kind.RELEASE if release else Kind.NEWS
    story = list(_story(text, paragraphs[opening.body :], kind))
    dateline = find_dateline(text, story[0]) if story and kind is not Kind.TRANSCRIPT else None
    outlet = stated.outlet or opening.outlet or _outlet_from_furniture(text, spans)
    if not outlet and dateline:
        outlet = dateline.agency
    if not outlet and kind is Kind.RELEASE:
        outlet = _issuer(text, spans)
    return Article(
        text=text,
        kind=kind,
        language=stated.language or detect_language(text[start:]),
        sentences=tuple(_sentences(text, story, kind)),
        headline=stated.title or (title or None) or opening.headline,
        byline=stated.author or opening.byline,
        dateline=dateline,
        published=stated.published or opening.published,
        outlet=outlet,
        url=stated.url,
        embargo=stated.embargo,
    )


def _read_opening(text: str, paragraphs: tuple[Paragraph, ...], *, body_only: bool, transcript: bool) -> _Opening:
    """What stands above the story, and where the story begins."""
    above: list[str] = []
    byline = published = outlet = None
    body = 0
    for number, paragraph in enumerate(paragraphs):
        line = one_line(paragraph.span.of(text))
        if number > 24 or (find_turn(text, paragraph.span) and transcript):
            break
        if found := byline_of(line):
            byline, outlet, body = byline or found.names, outlet or found.outlet, number + 1
            continue
        furniture = is_furniture(line)
        found_date = published_in(line)
        if found_date and (furniture or not body_only or _labelled(line)):
            published, body = published or found_date, number + 1
            outlet = outlet or outlet_in(line)
            continue
        if found_date:
            published = published or found_date
        if furniture or is_release_mark(line) or is_clock_line(line):
            outlet, body = outlet or outlet_in(line), number + 1
            continue
        if body_only or find_dateline(text, paragraph.span):
            break
        if above and (found := signed_line(line)):
            byline, outlet, body = byline or found.names, outlet or found.outlet, number + 1
            continue
        if not above and number + 1 < len(paragraphs) and _is_headline_sentence(text, paragraph.span):
            above.append(line)
            body = number + 1
            continue
        if looks_like_prose(line) or len(above) > 6:
            break
        above.append(line)
        body = number + 1
    chosen = choose_headline(above)
    if chosen is not None and body >= len(paragraphs) and len(paragraphs) > 1:
        body = 1
        above, chosen = above[:1], 0
    return _Opening(
        headline=above[chosen] if chosen is not None else None,
        byline=byline,
        published=published,
        outlet=outlet,
        body=body,
    )


def _labelled(line: str) -> bool:
    return "|" in line or bool(re.match(r"(?:first |last )?(?:published|updated|posted)\b", line, re.IGNORECASE))


def _is_headline_sentence(text: str, span: Span) -> bool:
    """Whether a first paragraph that ends like a sentence is a headline all the same: short, and one."""
    line = one_line(span.of(text))
    return len(line.split()) <= 20 and not find_dateline(text, span) and len(list(find_sentences(text, span))) == 1


def _outlet_from_furniture(text: str, spans: list[Span]) -> str | None:
    """The outlet that the copyright line at the page's foot names."""
    for span in reversed(spans[-12:]):
        if found := outlet_in(one_line(span.of(text))):
            return found
    return None


def _issuer(text: str, spans: list[Span]) -> str | None:
    """Who issued a release, by the heading of its boilerplate: "About the Harbour Authority"."""
    for span in reversed(spans):
        if found := _ABOUT.fullmatch(one_line(span.of(text))):
            return found[1]
    return None


def _story(text: str, paragraphs: tuple[Paragraph, ...], kind: Kind) -> Iterator[Span]:
    """The story's paragraphs, without furniture, and without what follows a release's end."""
    in_links = False
    for number, paragraph in enumerate(paragraphs):
        line = one_line(paragraph.span.of(text))
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
            or (kind is Kind.TRANSCRIPT and (is_stage_direction(line) or is_clock_line(line)))
        ):
            continue
        yield paragraph.span


def _sentences(text: str, story: list[Span], kind: Kind) -> Iterator[Sentence]:
    turn = None
    for number, span in enumerate(story, start=1):
        if kind is Kind.TRANSCRIPT and (found := find_turn(text, span)):
            turn, span = found, trimmed(text, found.label.end, span.end)
        for sentence in find_sentences(text, span):
            if kind is Kind.TRANSCRIPT:
                sentence = trimmed(text, *_ends(without_asides(text, sentence)))
                if sentence.start >= sentence.end:
                    continue
            if _is_inline_furniture(sentence.of(text)):
                continue
            yield Sentence(
                span=sentence,
                paragraph=number,
                speaker=turn.speaker if turn else None,
                asks=turn.asks if turn else False,
            )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_inline_furniture(sentence: str) -> bool:
    """Whether a sentence inside a paragraph is a note of the page: "(Editing by A. Quill)"."""
    return sentence.startswith("(") and is_furniture(one_line(sentence)) and not is_caption(sentence)
