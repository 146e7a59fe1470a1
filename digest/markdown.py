"""Briefs as Markdown files, and Markdown files as briefs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import markdown
from jinja2 import Environment

from digest.brief import Brief, BriefQuote, Evidence, Point, Section, Stamp, digest_of
from digest.errors import FieldError
from digest.front_matter import dump_front_matter, dump_stamp, parse_front_matter
from digest.templates import BRIEF, markdown_environment
from digest.text.fields import split_front_matter
from digest.text.spans import one_line
from digest.text.yaml_mapping import load_mapping

KEY_POINTS, QUOTES, OUTLOOK = "Key points", "Quotes", "What is next"

# Words in brackets that can be no link, footnote or task box stay bare: "[Trump] cautioned that".
_BRACKETS = r"(?<![!\]\w])\[(?=[^\[\]\\`*_<^!&~]{2,60}\][^\[(:{])[^\]]*\]"
_SPECIAL = re.compile(rf"{_BRACKETS}|[\\`*\[\]{{}}<]|~(?=~)|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
# What makes a line something else than a paragraph when it stands first.
_AT_START = re.compile(r"[#>+!-]|:(?=\s)|\d+(?=[.)])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!])|&(#\d+|lt|amp|rdquo);")
_MARKUP = re.compile(r"[`*<]|\][\[(]|!\[|\[\^|(?<!\w)_|_(?!\w)|~~|&\w+;")
_DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]{2,}\S)))*)", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*$")
_ITEM = re.compile(r"[-*+][ \t]+(.*)")
_DASH = re.compile(r"\A(?:—|–|--)\s*")
_EVIDENCE = re.compile(
    r"“(?P<text>.*)” \((?:(?P<outlet>(?:[^\\()]|\\.)+), )?paragraph (?P<paragraph>\d+)\)\Z", re.DOTALL
)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


def escape(text: str, *, comma: bool = False) -> str:
    """Plain text, on one line, as Markdown that shows exactly it.

    Args:
        text: without line ends or control characters.
        comma: write commas so that none ends a speaker's name before the role.
    """
    escaped = _escape_inside(text)
    if start := _AT_START.match(escaped):
        lead, rest = start.group(), escaped[start.end() :]
        escaped = f"{lead}\\{rest}" if lead[0].isdigit() else f"&#58;{rest}" if lead == ":" else f"\\{escaped}"
    if escaped.endswith("!") and not escaped.endswith("\\!"):  # "![" would begin a picture
        escaped = f"{escaped[:-1]}\\!"
    elif escaped.endswith("\\\\"):  # "\\[^1]" would be no footnote
        escaped = f"{escaped[:-2]}&#92;"
    return escaped.replace(", ", "&#44; ") if comma else escaped


def _escape_inside(text: str) -> str:
    """`text` with what means something within a line marked."""
    return _SPECIAL.sub(_escaped_mark, text)


def _escaped_mark(found: re.Match[str]) -> str:
    mark = found.group()
    return mark if len(mark) > 1 else _ENTITIES.get(mark, f"\\{mark}")


def plain(source: str) -> str:
    """What inline Markdown says in plain words: the inverse of `escape`, and more for editors' markup."""
    if _MARKUP.search(_ESCAPED.sub(".", source)):
        # A word in front keeps a mark that stands first from making a heading or a list.
        shown = _converter().reset().convert(f"x {source}")
        return one_line(html.unescape(re.sub(r"<[^>]*>", "", shown)))[1:].strip()
    return _ESCAPED.sub(lambda found: found[1] or html.unescape(f"&{found[2]};"), one_line(source))


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    return markdown.Markdown()


@dataclass(frozen=True, slots=True)
class Parts:
    """A brief's file cut in two."""

    fields: str
    """YAML, without the `---` lines."""
    body: str
    """Markdown, all behind the second `---` line."""
    body_line: int
    """Line of the file that the body begins on."""

    def missing_footnotes(self) -> Iterator[tuple[str, int]]:
        """The footnotes that the body refers to without having them, each with its line in the file."""
        known = {found[1] for found in _DEFINITION.finditer(self.body)}
        for number, line in enumerate(self.body.split("\n"), start=self.body_line):
            for name in _REFERENCE.findall(line):
                if name not in known:
                    yield name, number


def split_brief(text: str) -> Parts:
    """The two parts of a brief's file.

    Raises:
        FieldError: there is no front matter, or it is not closed.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    parts = split_front_matter(text)
    if parts is None:
        raise FieldError(1, "a brief begins with '---', its front matter, and '---' again")
    fields, body = parts
    return Parts(fields, text[body:], text.count("\n", 0, body) + 1)


@cache
def brief_environment(overrides: tuple[Path, ...] = ()) -> Environment:
    """The environment that the template `brief.md.j2` is rendered in; one for each list of folders."""
    environment = markdown_environment(overrides)
    environment.filters["md"] = escape
    return environment


def render_brief(brief: Brief, environment: Environment | None = None) -> str:
    """The brief's file: front matter and body. `parse_brief` reads the same brief back."""
    return f"---\n{dump_front_matter(brief.front_matter)}---\n{render_body(brief, environment)}"


def render_body(brief: Brief, environment: Environment | None = None) -> str:
    """The Markdown below the front matter, written by the template `brief.md.j2`."""
    footnotes: dict[Evidence, int] = {}

    def cite(said: Point | BriefQuote) -> str:
        return "".join(f"[^{footnotes.setdefault(it, len(footnotes) + 1)}]" for it in said.evidence)

    def definitions() -> Iterator[str]:
        for it, number in footnotes.items():
            yield f"[^{number}]: {_render_evidence(it)}"

    template = (environment or brief_environment()).get_template(BRIEF)
    text = template.render(brief=brief, cite=cite, footnotes=definitions)
    return "\n" + text.strip("\n") + "\n"


def render_stamped(brief: Brief, *, version: str, environment: Environment | None = None) -> str:
    """The brief's file with a stamp of what it is as generated, which tells an editor's change from ours."""
    fields, body = dump_front_matter(brief.front_matter), render_body(brief, environment)
    made = Stamp(version=version, body=digest_of(body), fields=digest_of(fields))
    return f"---\n{fields}{dump_stamp(made)}---\n{body}"


def is_as_generated(parts: Parts, made: Stamp | None) -> bool:
    """Whether nobody has touched a brief's file since it was generated, be it in one space."""
    if made is None:
        return False
    fields = parts.fields.replace(dump_stamp(made), "", 1)
    return digest_of(parts.body) == made.body and digest_of(fields) == made.fields


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


def _render_evidence(evidence: Evidence) -> str:
    outlet = f"{_escape_outlet(evidence.outlet)}, " if evidence.outlet else ""
    if evidence.paragraph is None:
        return escape(evidence.text)
    return f"“{_escape_inside(evidence.text)}” ({outlet}paragraph {evidence.paragraph})"


def _escape_outlet(outlet: str) -> str:
    """The outlet's name, with its brackets marked so that they do not end the reference."""
    return re.sub(r"([()])", r"\\\1", _escape_inside(outlet))


def _take_footnotes(body: str) -> tuple[_Notes, str]:
    notes: _Notes = {}
    for found in _DEFINITION.finditer(body):
        notes.setdefault(found[1], _read_evidence(one_line(found[2])))
    return notes, _DEFINITION.sub("", body)


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
    evidence = tuple(notes[name] for name in _REFERENCE.findall(source) if name in notes)
    return _REFERENCE.sub("", source).strip(), evidence


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
