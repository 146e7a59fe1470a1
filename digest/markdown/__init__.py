"""Briefs as Markdown files, and Markdown files as briefs: rendering and parsing are inverses."""

from digest.markdown.escaping import escape, plain
from digest.markdown.headings import KEY_POINTS
from digest.markdown.parsing import parse_body, parse_brief, parse_parts
from digest.markdown.parts import Parts, is_as_generated, is_as_worded, split_brief
from digest.markdown.rendering import brief_environment, render_body, render_brief, render_stamped

__all__ = [
    "KEY_POINTS",
    "Parts",
    "brief_environment",
    "escape",
    "is_as_generated",
    "is_as_worded",
    "parse_body",
    "parse_brief",
    "parse_parts",
    "plain",
    "render_body",
    "render_brief",
    "render_stamped",
    "split_brief",
]
