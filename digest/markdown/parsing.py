"""Parsing, the brief that a Markdown file holds, edited or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.brief import Brief, BriefQuote, Evidence, Point, Section
from digest.front_matter import parse_front_matter
from digest.markdown.escaping import plain
from digest.markdown.headings import KEY_POINTS, OUTLOOK, QUOTES
from digest.markdown.parts import DEFINITION, REFERENCE, split_brief
from digest.text.spans import one_line
from digest.text.yaml_mapping import load_mapping

_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*$")
_ITEM = re.compile(r"[-*+][ \t]+(.*)")
_DASH = re.compile(r"\A(?:—|–|--)\s*")
_EVIDENCE = re.compile(
    r"“(?P<text>.*)” \((?:(?P<outlet>(?:[^\\()]|\\.)+), )?paragraph (?P<paragraph>\d+)\)\Z", re.DOTALL
)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


def parse_brief(text: str) -> Brief:
    """The brief that a Markdown file holds, edited or not.

    Points, quotes and footnotes come as plain words; what stands in no known place is kept as
    Markdown in `sections`.

    Raises:
        FieldError: the front matter is missing, no YAML, or has a wrong value.
    """
    parts = split_brief(text)
    front_matter = parse_front_matter(load_mapping(parts.fields, first_line=2))
    notes, body = _take_footnotes(parts.body)
    takeaway: Point | None = None
    points: list[Point] = []
    quotes: list[BriefQuote] = []
    outlook: list[Point] = []
    extra: list[Section] = []
    for heading, lines in _sections(body):
        known = heading.lower() if heading else None
        if heading is None:
            takeaway, rest = _read_takeaway(lines, notes)
        elif known in (KEY_POINTS.lower(), OUTLOOK.lower()):
            found, rest = _read_points(lines, notes)
            (points if known == KEY_POINTS.lower() else outlook).extend(found)
        elif known == QUOTES.lower():
            said, rest = _read_quotes(lines, notes)
            quotes.extend(said)
        else:
            extra.append(Section(plain(heading), "\n".join(lines).strip("\n")))
            continue
        if rest:
            extra.append(Section(heading, rest))
    return Brief(
        front_matter=front_matter,
        takeaway=takeaway,
        key_points=tuple(points),
        quotes=tuple(quotes),
        outlook=tuple(outlook),
        sections=tuple(extra),
    )


_Notes = dict[str, Evidence]


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
            heading, lines = title[1], []
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


def _read_points(lines: list[str], notes: _Notes) -> tuple[tuple[Point, ...], str]:
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
    points = []
    for item in items:
        words, evidence = _cited(item, notes)
        points.append(Point(plain(words), evidence))
    return tuple(points), "\n".join(rest).strip("\n")


def _read_quotes(lines: list[str], notes: _Notes) -> tuple[tuple[BriefQuote, ...], str]:
    quotes: list[BriefQuote] = []
    rest: list[str] = []
    for block in re.split(r"\n[ \t]*\n", "\n".join(lines).strip("\n")):
        if not block.startswith(">"):
            if block.strip():
                rest.append(block)
            continue
        inner = "\n".join(re.sub(r"^>[ \t]?", "", line) for line in block.split("\n")).strip("\n")
        quotes.append(_read_quote(inner, notes))
    return tuple(quotes), "\n\n".join(rest)


def _read_quote(inner: str, notes: _Notes) -> BriefQuote:
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
