"""Rendering, a brief as its Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment

from digest.brief import Brief, BriefEvent, BriefQuote, Evidence, Point, Stamp, digest_of
from digest.front_matter import dump_front_matter, dump_stamp
from digest.markdown.escaping import escape, escape_inside
from digest.templates import BRIEF, markdown_environment


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

    def cite(said: Point | BriefQuote | BriefEvent) -> str:
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


def _render_evidence(evidence: Evidence) -> str:
    outlet = f"{_escape_outlet(evidence.outlet)}, " if evidence.outlet else ""
    if evidence.paragraph is None:
        return escape(evidence.text)
    return f"“{escape_inside(evidence.text)}” ({outlet}paragraph {evidence.paragraph})"


def _escape_outlet(outlet: str) -> str:
    """The outlet's name, with its brackets marked so that they do not end the reference."""
    return re.sub(r"([()])", r"\\\1", escape_inside(outlet))
