"""A brief's body as HTML: Python-Markdown, with each footnote folded in beside what it proves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

import markdown
import nh3
from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from digest.markdown import headings
from digest.site.edits import Edit, key_of, mark_edits
from digest.site.wording import Wording, apart

_BLOCKS = frozenset({"blockquote", "details", "div", "dl", "ol", "p", "pre", "table", "ul"})
"""Elements that stand below words, not among them."""
SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; any other address is shown as text."""

Resolve = Callable[[str], str | None]
"""From a link's path, as an editor wrote it, to the address that the page links to; None if there is none."""

_PARAGRAPH = re.compile(r"\bparagraph (\d+)\Z")
_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
        "var",
    ]
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align", "scope"},
    "*": {"class", "id", "lang", "dir"},
}


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
        return nh3.clean(
            shown,
            tags=set(_TAGS),
            attributes=_ATTRIBUTES,
            attribute_filter=self._own_pictures if "<img" in shown else None,
            url_schemes=set(SCHEMES),
            link_rel="noopener noreferrer",
        )

    def _own_pictures(self, tag: str, name: str, value: str) -> str | None:
        """An attribute as it may stay: a picture on another host would tell that host who reads the page."""
        foreign = tag == "img" and name == "src" and _is_elsewhere(value) and value not in self._evidence.pictures
        return None if foreign else value


def _is_elsewhere(address: str) -> bool:
    """Whether a browser would ask another host for it; browsers read a backslash as a slash, and skip blanks."""
    return (
        re.match(r"[a-z][a-z0-9+.-]*:|//", re.sub(r"[\x00-\x20]", "", address).replace("\\", "/").lower()) is not None
    )


def without_styles(html: str) -> str:
    """The HTML of a body without its classes and ids, which mean nothing where the theme's styles are not."""
    attributes = {**_ATTRIBUTES, "*": {"lang", "dir"}}
    return nh3.clean(
        html, tags=set(_TAGS), attributes=attributes, url_schemes=set(SCHEMES), link_rel="noopener noreferrer"
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
        md.treeprocessors.register(_FoldFootnotes(md, self._words), "evidence", 12)
        md.treeprocessors.register(_Links(md, self), "digest_links", 11)
        md.treeprocessors.register(_Edits(md, self), "edits", 10)
        md.treeprocessors.register(_Beside(md), "beside", 9)
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


class _FoldFootnotes(Treeprocessor):
    """Moves each footnote into a `details` element behind the words that cite it."""

    def __init__(self, md: markdown.Markdown, words: Wording) -> None:
        super().__init__(md)
        self._words = words

    def run(self, root: Element) -> None:
        if len(root) and root[0].tag == "p":
            root[0].set("class", "takeaway")
        notes = {
            note.get("id", "").removeprefix("fn:"): note
            for block in root.iter("div")
            if block.get("class") == "footnote"
            for note in block.iter("li")
        }
        if not notes:
            return
        used = self._fold_below(root, notes)
        for block in [it for it in root if it.tag == "div" and it.get("class") == "footnote"]:
            for items in block.iter("ol"):
                for note in [it for it in items if it.get("id", "").removeprefix("fn:") in used]:
                    items.remove(note)
                if not len(items):
                    root.remove(block)

    def _fold_below(self, parent: Element, notes: Mapping[str, Element]) -> set[str]:
        used: set[str] = set()
        for child in list(parent):
            if child.tag == "div" and child.get("class") == "footnote":
                continue
            used |= self._fold_below(child, notes)
            if child.tag not in ("p", "li"):
                continue
            cited = [name for name in _take_references(child) if name in notes]
            if not cited:
                continue
            if child.tag == "p":  # which can hold no `details`
                child.tag = "div"
                child.set("class", child.get("class") or "cited")
            child.extend(_details(notes[name], self._words) for name in dict.fromkeys(cited))
            used.update(cited)
        return used


def _take_references(element: Element) -> list[str]:
    """Remove the footnote marks among an element's children, and tell what they refer to."""
    found = []
    for child in list(element):
        if child.tag == "sup" and child.get("id", "").startswith("fnref"):
            found.append(child.get("id", "").partition(":")[2])
            _remove(element, child)
        elif child.tag not in ("p", "ul", "ol", "li", "blockquote", "details"):
            found += _take_references(child)
    return found


def _remove(parent: Element, child: Element) -> None:
    """Take a child out and leave the text behind it where it was."""
    number = list(parent).index(child)
    if number:
        parent[number - 1].tail = (parent[number - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)


def _details(note: Element, words: Wording) -> Element:
    """The source sentence, closed until the reader asks for it; the number of its paragraph is the handle."""
    whole = " ".join("".join(_text(note)).replace(NBSP_PLACEHOLDER, " ").split())
    said, _, place = whole.removesuffix(")").rpartition(" (") if whole.endswith(")") else (whole, "", "")
    cited = place and said.startswith("“") and said.endswith("”")
    number = place[len(place.rstrip("0123456789")) :]
    details = Element("details", {"class": "evidence"})
    summary = SubElement(details, "summary")
    quote = SubElement(details, "blockquote")
    SubElement(quote, "p").text = apart(said) if cited else whole
    if cited and number:
        label = SubElement(summary, "span", {"class": "unseen"})
        place = _PARAGRAPH.sub(lambda found: words("paragraph", number=found[1]), place)
        label.text = words("source_at", place=place).removesuffix(number)
        label.tail = number
        SubElement(quote, "p", {"class": "place"}).text = place
    else:
        summary.text = words("source_at", place=place) if cited else words("source")
    return details


class _Edits(Treeprocessor):
    """Sets a mark behind each statement that is an editor's wording."""

    def __init__(self, md: markdown.Markdown, extension: _Evidence) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        if self._extension.marks:
            mark_edits(root, self._extension.marks)


def _text(element: Element) -> list[str]:
    """The words of an element, without the links back to the footnote's marks."""
    if element.get("class") == "footnote-backref":
        return [element.tail or ""]
    return [element.text or "", *(piece for child in element for piece in _text(child)), element.tail or ""]


class _Beside(Treeprocessor):
    """Puts the words that sources stand behind into one element, beside which a wide screen can set these.

    What holds more than words, such as a list below them, stays as it is.
    """

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            notes = [it for it in element if it.tag == "details" and it.get("class") == "evidence"]
            words = list(element)[: -len(notes)]
            if not notes or any(it.tag in _BLOCKS for it in words):
                continue
            said = Element("span", {"class": "said"})
            said.text, said[:] = element.text, words
            element.text, element[:] = None, [said, *notes]


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
