"""A brief's file cut in two, front matter and body, and whether anybody has touched it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.brief import Stamp, digest_of
from digest.errors import FieldError
from digest.front_matter import dump_stamp
from digest.text.fields import split_front_matter

# A footnote, with the indented lines that go on with it, and a mark that refers to one.
DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]{2,}\S)))*)", re.MULTILINE)
REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\s]{1,200})\]")
# What approving a brief writes: the state, in the place of the one that it was generated with, and by whom.
_REVIEW = re.compile(r"^review:.*\n", re.MULTILINE)
_APPROVAL = re.compile(r"^reviewed:.*\n", re.MULTILINE)


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
        known = {found[1] for found in DEFINITION.finditer(self.body)}
        for number, line in enumerate(self.body.split("\n"), start=self.body_line):
            for name in REFERENCE.findall(line):
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


def is_as_generated(parts: Parts, made: Stamp | None) -> bool:
    """Whether nobody has touched a brief's file since it was generated, be it in one space."""
    if made is None:
        return False
    return digest_of(parts.body) == made.body and digest_of(_unstamped(parts, made)) == made.fields


def is_as_worded(parts: Parts, made: Stamp | None) -> bool:
    """Whether a brief says what was generated, letter for letter: it may have been approved since, and no more."""
    if made is None or digest_of(parts.body) != made.body:
        return False
    fields = _APPROVAL.sub("", _unstamped(parts, made))
    before = (_REVIEW.sub(review, fields, count=1) for review in ("", 'review: "draft"\n'))
    return made.fields in {digest_of(fields), *map(digest_of, before)}


def _unstamped(parts: Parts, made: Stamp) -> str:
    return parts.fields.replace(dump_stamp(made), "", 1)
