"""A brief's body as HTML: Python-Markdown, with each footnote folded in beside what it proves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from digest.markdown import headings
from digest.site.edits import Edit, key_of, mark_edits
from digest.site.footnotes import FoldFootnotes, SetBeside
from digest.site.sanitising import sanitise
from digest.site.wording import Wording

Resolve = Callable[[str], str | None]
"""From a link's path, as an editor wrote it, to the address that the page links to; None if there is none."""

_HARMLESS = frozenset({"toc", "tables", "fenced_code"})
"""MkDocs' own extensions, which leave plain words as they are."""


class BodyRenderer:
    """Turns the Markdown of briefs into HTML that is safe to publish; one converter serves them all."""

    def __init__(
        self,
        words: Wording,
        extensions: Sequence[str | Extension] = (),
        configs: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Set up the converter.

        Args:
            words: the site's, in which headings and places are said.
            extensions: Python-Markdown's, that the site's configuration asks for.
            configs: their settings.
        """
        self._words = words
        self._evidence = _Evidence(words)
        self.is_plain = set(extensions) <= _HARMLESS and not configs
        """Whether plain words come out as they would without any extension."""
        others = [it for it in extensions if it not in ("footnotes", "markdown.extensions.footnotes")]
        self._converter = markdown.Markdown(
            extensions=[*others, FootnoteExtension(), self._evidence],
            extension_configs={name: dict(config) for name, config in (configs or {}).items()},
        )

    def render(self, body: str, *, resolve: Resolve = lambda path: path, edits: Sequence[Edit] = ()) -> str:
        """The HTML of a brief's body, without anything that could run or lead to an unsafe address.

        Args:
            body: the Markdown.
            resolve: where links lead.
            edits: the statements to mark.
        """
        self._evidence.resolve = resolve
        self._evidence.marks = {key_of(edit.text): self._words(edit.mark) for edit in edits}
        self._evidence.pictures.clear()
        shown = self._converter.reset().convert(body)
        return sanitise(shown, attribute=self._own_pictures if "<img" in shown else None)

    def _own_pictures(self, tag: str, name: str, value: str) -> str | None:
        """An attribute as it may stay: a picture on another host would tell that host who reads the page."""
        foreign = tag == "img" and name == "src" and _is_elsewhere(value) and value not in self._evidence.pictures
        return None if foreign else value


def _is_elsewhere(address: str) -> bool:
    """Whether a browser would ask another host for it; browsers read a backslash as a slash, and skip blanks."""
    return (
        re.match(r"[a-z][a-z0-9+.-]*:|//", re.sub(r"[\x00-\x20]", "", address).replace("\\", "/").lower()) is not None
    )


class _Evidence(Extension):
    """The extension that folds footnotes in, keeps quotes apart and resolves links."""

    resolve: Resolve = staticmethod(lambda path: path)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.pictures: set[str] = set()
        """Addresses of the site's own pictures, as the page uses them."""
        self.marks: dict[str, str] = {}
        """Marks of the statements to mark, by `key_of`."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        md.parser.blockprocessors.register(_SeparateQuotes(md.parser), "quote", 20)
        # After the inline patterns (20) and the footnotes' own clean-up (15).
        md.treeprocessors.register(FoldFootnotes(md, self._words), "evidence", 12)
        md.treeprocessors.register(_Links(md, self), "digest_links", 11)
        md.treeprocessors.register(_Edits(md, self), "edits", 10)
        md.treeprocessors.register(SetBeside(md), "beside", 9)
        # After `toc` (5), so that a heading has the same address in every language.
        md.treeprocessors.register(_Headings(md, self._words), "digest_headings", 4)


class _SeparateQuotes(BlockQuoteProcessor):
    """Two block quotes with a blank line between them are two, as everywhere but in Python-Markdown."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        mark = SubElement(parent, "p") if len(parent) and parent[-1].tag == "blockquote" else None
        super().run(parent, blocks)
        if mark is not None:
            parent.remove(mark)


class _Headings(Treeprocessor):
    """Says the headings that every brief has in the site's language."""

    def __init__(self, md: markdown.Markdown, words: Wording) -> None:
        super().__init__(md)
        self._said = {english: words(name) for name, english in headings.NAMED.items() if words(name) != english}

    def run(self, root: Element) -> None:
        for heading in root.findall("h2") if self._said else ():
            heading.text = self._said.get(heading.text or "", heading.text)


class _Edits(Treeprocessor):
    """Sets a mark behind each statement that is an editor's wording."""

    def __init__(self, md: markdown.Markdown, extension: _Evidence) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        if self._extension.marks:
            mark_edits(root, self._extension.marks)


class _Links(Treeprocessor):
    """Resolves relative links, and takes the address from those that lead nowhere and from pictures elsewhere."""

    def __init__(self, md: markdown.Markdown, extension: _Evidence) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                if address is None or address.startswith("#"):
                    continue
                if name == "src" and _is_elsewhere(address):
                    self._extension.resolve(address)  # which says that the site has no such file
                    resolved = None
                else:
                    resolved = resolve_address(address, self._extension.resolve)
                if resolved is None:
                    del element.attrib[name]
                    continue
                element.set(name, resolved)
                if name == "src":
                    self._extension.pictures.add(resolved)


def resolve_address(address: str, resolve: Resolve) -> str | None:
    """An address as the page may use it; None where it is malformed or leads nowhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme:
        return address  # the sanitiser knows which schemes are safe
    if parts.netloc or not parts.path:
        return address if not parts.netloc else None
    path = resolve(parts.path)
    if path is None:
        return None
    return path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
