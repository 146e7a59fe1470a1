"""YAML's lines: front matter with some fields set, and every other character of the file left as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from digest.errors import FieldError
from digest.text.fields import BREAK, front_matter_span
from digest.text.spans import Span
from digest.text.yaml_writing import Flow, dump_mapping


def with_field(text: str, name: str, value: Any, *, before: str) -> str:
    """A file's text with a field of its front matter set.

    A field that is there keeps its place, and the comment behind it; a new one comes before the field `before`,
    or last. The lines that are written end as the file's first line does.

    Raises:
        FieldError: the front matter is written in a way that no single field of it can be changed.
    """
    source = _Source(text)
    lines = dump_mapping({name: value}).splitlines(keepends=True)
    if name in source.fields:
        key, node = source.fields[name]
        return source.replaced(key.start_mark.index, source.end_of(node), source.indent.join(lines).removesuffix("\n"))
    place = source.line_start(source.fields[before][0].start_mark.index) if before in source.fields else source.end
    return source.replaced(place, place, "".join(source.indent + line for line in lines))


def with_entry(text: str, name: str, entry: Mapping[str, str], *, before: str) -> str:
    """A file's text with an entry added to a list of its front matter, behind those that are there.

    Raises:
        FieldError: the front matter is written in a way that no single field of it can be changed.
    """
    source = _Source(text)
    node = source.fields[name][1] if name in source.fields else None
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return with_field(text, name, [Flow(entry)], before=before)
    written = dump_mapping({name: [Flow(entry)]}).partition("- ")[2]
    place = source.end_of(node.value[-1])
    if node.flow_style:
        return source.replaced(place, place, f", {written}".removesuffix("\n"))
    place = source.line_end(place)
    return source.replaced(place, place, f"{' ' * node.start_mark.column}- {written}")


class _Source:
    """A file's text, and the nodes of its front matter; a place in that counts each line end as one character."""

    def __init__(self, text: str) -> None:
        span = front_matter_span(text) or Span(0, 0)
        self._text, self._start = text, span.start
        self._yaml = BREAK.sub("\n", span.of(text))
        self._at = _places(span.of(text))
        broken = BREAK.search(text)
        self._break = broken[0] if broken else "\n"
        try:
            root = yaml.compose(self._yaml, Loader=yaml.SafeLoader)
        except yaml.YAMLError:
            root = None
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise FieldError(2, "the fields do not stand on lines of their own: write each as 'name: \"value\"'")
        self.fields: dict[str, tuple[yaml.Node, yaml.Node]] = {key.value: (key, value) for key, value in root.value}
        self.indent = " " * root.start_mark.column
        """What stands before each field."""
        self.end = len(self._yaml)

    def line_start(self, place: int) -> int:
        """Where the line of a place begins."""
        return self._yaml.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Where the line behind that of a place begins."""
        return self._yaml.find("\n", place) + 1 or self.end

    def end_of(self, node: yaml.Node) -> int:
        """Where what a node says ends: comments and blank lines behind it are not its own."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end_of(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self._yaml[start:end].rstrip("\n"))

    def replaced(self, start: int, end: int, words: str) -> str:
        """The file's text with other words between two places."""
        start, end = self._start + self._at[start], self._start + self._at[end]
        return self._text[:start] + words.replace("\n", self._break) + self._text[end:]


def _places(text: str) -> list[int]:
    """Where each character of `text` stands, each line end counted as one character; the end of the text is the last."""
    second = {found.start() + 1 for found in BREAK.finditer(text) if len(found[0]) > 1}
    return [place for place in range(len(text) + 1) if place not in second]
