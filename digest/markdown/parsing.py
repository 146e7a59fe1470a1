"""Parsing, the brief that a Markdown file holds, edited or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from digest.brief import Brief, BriefEvent, BriefExchange, BriefQuote, Evidence, FrontMatter, Point, Section
from digest.front_matter import parse_front_matter
from digest.markdown.escaping import plain
from digest.markdown.headings import EXCHANGES, FIGURES, KEY_POINTS, OPEN_QUESTIONS, OUTLOOK, QUOTES, TIMELINE
from digest.markdown.parts import DEFINITION, REFERENCE, Parts, split_brief
from digest.text.spans import one_line
from digest.text.yaml_mapping import load_mapping

_HEADING = re.compile(r"##[ \t]+(?=\S)(.*)")
_ITEM = re.compile(r"[-*+][ \t]+(.*)")
_DASH = re.compile(r"\A(?:—|–|--)\s*")
_EVIDENCE = re.compile(
    r"“(?P<text>.*)” \((?:(?P<outlet>(?:[^\\()]|\\.)+), )?paragraph (?P<paragraph>\d+)\)\Z", re.DOTALL
)
_WHEN = re.compile(r"\*\*((?:[^*\\]|\\.)+):\*\*(?:[ \t]+|\Z)(.*)", re.DOTALL)
_QUESTION = re.compile(r"\*\*((?:[^*\\]|\\.)+)\*\*(.*)", re.DOTALL)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")

_Notes = dict[str, Evidence]
_Reader = Callable[[list[str], _Notes], tuple[Sequence[Any], str]]
"""From a section's lines and the footnotes to what it says, and the Markdown that it holds besides."""


def parse_brief(text: str) -> Brief:
    """The brief that a Markdown file holds, edited or not.

    Points, quotes and footnotes come as plain words; what stands in no known place is kept as
    Markdown in `sections`.

    Raises:
        FieldError: the front matter is missing, no YAML, or has a wrong value.
    """
    return parse_parts(split_brief(text))


def parse_parts(parts: Parts) -> Brief:
    """The brief whose file, cut in two, these are.

    Raises:
        FieldError: the front matter is no YAML, or has a wrong value.
    """
    return parse_body(parts.body, parse_front_matter(load_mapping(parts.fields, first_line=2)))


def parse_body(markdown: str, front_matter: FrontMatter) -> Brief:
    """The brief whose body and front matter these are."""
    notes, body = _take_footnotes(markdown)
    takeaway: Point | None = None
    found: dict[str, list[Any]] = {}
    extra: list[Section] = []
    for heading, lines in _sections(body):
        if heading is None:
            takeaway, rest = _read_takeaway(lines, notes)
        elif heading.lower() in _READERS:
            field, read = _READERS[heading.lower()]
            items, rest = read(lines, notes)
            found.setdefault(field, []).extend(items)
        else:
            extra.append(Section(plain(heading), "\n".join(lines).strip("\n")))
            continue
        if rest:
            extra.append(Section(heading, rest))
    return Brief(
        front_matter=front_matter,
        takeaway=takeaway,
        **{field: tuple(items) for field, items in found.items()},
        sections=tuple(extra),
    )


def _take_footnotes(body: str) -> tuple[_Notes, str]:
    notes: _Notes = {}
    for found in DEFINITION.finditer(body):
        notes.setdefault(found[1], _read_evidence(one_line(found[2])))
    return notes, DEFINITION.sub("", body)


def _read_evidence(source: str) -> Evidence:
    found = _EVIDENCE.match(source)
    if not found:
        return Evidence(plain(source))
    outlet = plain(found["outlet"]) if found["outlet"] else None
    return Evidence(plain(found["text"]), outlet, int(found["paragraph"]))


def _sections(body: str) -> Iterator[tuple[str | None, list[str]]]:
    """The lines under each `##` heading; those above the first under None. Fenced code is left alone."""
    heading: str | None = None
    lines: list[str] = []
    fence = ""
    for line in body.split("\n"):
        if found := _FENCE.match(line):
            fence = "" if fence and line.strip().startswith(fence) else fence or found[1]
        if not fence and (title := _HEADING.match(line)):
            yield heading, lines
            heading, lines = title[1].rstrip(" \t").rstrip("#").rstrip(" \t") or "#", []
        else:
            lines.append(line)
    yield heading, lines


def _cited(source: str, notes: _Notes) -> tuple[str, tuple[Evidence, ...]]:
    """The words without their footnote marks, and what the marks stand for."""
    evidence = tuple(notes[name] for name in REFERENCE.findall(source) if name in notes)
    return REFERENCE.sub("", source).strip(), evidence


def _read_takeaway(lines: list[str], notes: _Notes) -> tuple[Point | None, str]:
    text = "\n".join(lines).strip("\n")
    first, _, rest = text.partition("\n\n")
    if not first or re.match(r"(?:[-*+>#]|\d+[.)])\s|\s{4}|[`~]{3}|<", first):
        return None, text
    words, evidence = _cited(first, notes)
    return Point(plain(words), evidence), rest.strip("\n")


def _read_points(lines: list[str], notes: _Notes) -> tuple[list[Point], str]:
    items, rest = _items(lines)
    return [_read_point(item, notes) for item in items], rest


def _read_point(source: str, notes: _Notes) -> Point:
    words, evidence = _cited(source, notes)
    return Point(plain(words), evidence)


def _read_timeline(lines: list[str], notes: _Notes) -> tuple[list[BriefEvent], str]:
    items, rest = _items(lines)
    events = []
    for item in items:
        dated = _WHEN.match(item)
        point = _read_point(dated[2] if dated else item, notes)
        events.append(BriefEvent(when=plain(dated[1]) if dated else None, text=point.text, evidence=point.evidence))
    return events, rest


def _items(lines: list[str]) -> tuple[list[str], str]:
    """The items of a list, and what stands around them."""
    items: list[str] = []
    rest: list[str] = []
    open_item = False
    for line in lines:
        if found := _ITEM.match(line):
            items.append(found[1])
            open_item = True
        elif open_item and line.strip() and (line[0] in " \t" or not rest):
            items[-1] += f" {line.strip()}"
        else:
            open_item = False
            if line.strip() or rest:
                rest.append(line)
    return items, "\n".join(rest).strip("\n")


def _read_quotes(lines: list[str], notes: _Notes) -> tuple[list[BriefQuote], str]:
    quotes: list[BriefQuote] = []
    rest: list[str] = []
    for block in _blocks(lines):
        if block.startswith(">"):
            quotes.append(_read_quote(block, notes))
        else:
            rest.append(block)
    return quotes, "\n\n".join(rest)


def _read_exchanges(lines: list[str], notes: _Notes) -> tuple[list[BriefExchange], str]:
    exchanges: list[BriefExchange] = []
    rest: list[str] = []
    blocks = _blocks(lines)
    for number, block in enumerate(blocks):
        question = _QUESTION.fullmatch(block)
        answer = blocks[number + 1] if number + 1 < len(blocks) else ""
        if question and answer.startswith(">"):
            asked = _read_point("".join(question.groups()), notes)
            exchanges.append(BriefExchange(asked, _read_quote(answer, notes)))
        elif not (block.startswith(">") and number and _QUESTION.fullmatch(blocks[number - 1])):
            rest.append(block)
    return exchanges, "\n\n".join(rest)


def _blocks(lines: list[str]) -> list[str]:
    """A section's blocks, which blank lines part."""
    return [block for block in re.split(r"\n(?:[ \t]*\n)+", "\n".join(lines).strip("\n")) if block.strip()]


def _read_quote(block: str, notes: _Notes) -> BriefQuote:
    inner = "\n".join(re.sub(r"^>[ \t]?", "", line) for line in block.split("\n")).strip("\n")
    head, _, tail = inner.rpartition("\n\n")
    if not tail.startswith(("— ", "– ", "-- ")):
        head, tail = inner, ""
    words, cited = _cited(one_line(head), notes)
    said = words[1:-1] if words.startswith("“") and words.endswith("”") else words
    attribution, more = _cited(one_line(tail), notes)
    speaker, _, role = _DASH.sub("", attribution).partition(", ")
    return BriefQuote(
        text=plain(said),
        speaker=plain(speaker.replace("&#44;", ",")) or None,
        role=plain(role) or None,
        evidence=(*cited, *more),
    )


_READERS: dict[str, tuple[str, _Reader]] = {
    KEY_POINTS.lower(): ("key_points", _read_points),
    EXCHANGES.lower(): ("exchanges", _read_exchanges),
    QUOTES.lower(): ("quotes", _read_quotes),
    FIGURES.lower(): ("figures", _read_points),
    TIMELINE.lower(): ("timeline", _read_timeline),
    OUTLOOK.lower(): ("outlook", _read_points),
    OPEN_QUESTIONS.lower(): ("open_questions", _read_points),
}
"""Which field of a brief a heading stands for, and how its lines are read."""
