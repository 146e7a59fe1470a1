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
from digest.site.wording import Wording

_BLOCKS = frozenset({"blockquote", "details", "div", "dl", "ol", "p", "pre", "table", "ul"})
"""Elements that stand below words, not among them."""
SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; any other address is shown as text."""

Resolve = Callable[[str], str | None]
"""From a link's path, as an editor wrote it, to the address that the page links to; None if there is none."""

_CITATION = re.compile(r"(“.*”) \((?P<place>.+?(?P<number>\d*))\)\s*\Z", re.DOTALL)
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
        self._evidence = _Evidence(words)
        others = [it for it in extensions if it not in ("footnotes", "markdown.extensions.footnotes")]
        self._converter = markdown.Markdown(
            extensions=[*others, FootnoteExtension(), self._evidence],
            extension_configs={name: dict(config) for name, config in (configs or {}).items()},
        )

    def render(self, body: str, *, resolve: Resolve = lambda path: path) -> str:
        """The HTML of a brief's body, without anything that could run or lead to an unsafe address."""
        self._evidence.resolve = resolve
        shown = self._converter.reset().convert(body)
        return nh3.clean(
            shown, tags=set(_TAGS), attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel="noopener noreferrer"
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

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        md.parser.blockprocessors.register(_SeparateQuotes(md.parser), "quote", 20)
        # After the inline patterns (20) and the footnotes' own clean-up (15).
        md.treeprocessors.register(_Headings(md, self._words), "digest_headings", 13)
        md.treeprocessors.register(_FoldFootnotes(md, self._words), "evidence", 12)
        md.treeprocessors.register(_Links(md, self), "digest_links", 11)


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
            _wrap(child)
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


def _wrap(element: Element) -> None:
    """Put the words of an element into one child, beside which a wide screen can set their sources.

    What holds more than words, such as a list below them, stays as it is.
    """
    if any(child.tag in _BLOCKS for child in element):
        return
    said = Element("span", {"class": "said"})
    said.text, said[:] = element.text, list(element)
    element.text, element[:] = None, [said]


def _remove(parent: Element, child: Element) -> None:
    """Take a child out and leave the text behind it where it was."""
    number = list(parent).index(child)
    if number:
        parent[number - 1].tail = (parent[number - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)


def _details(note: Element, said: Wording) -> Element:
    """The source sentence, closed until the reader asks for it; the number of its paragraph is the handle."""
    words = " ".join("".join(_text(note)).replace(NBSP_PLACEHOLDER, " ").split())
    cited = _CITATION.match(words)
    details = Element("details", {"class": "evidence"})
    summary = SubElement(details, "summary")
    quote = SubElement(details, "blockquote")
    SubElement(quote, "p").text = cited[1] if cited else words
    if cited and cited["number"]:
        place = _PARAGRAPH.sub(lambda found: said("paragraph", number=found[1]), cited["place"])
        label = SubElement(summary, "span", {"class": "unseen"})
        label.text = said("source_at", place=place).removesuffix(cited["number"])
        label.tail = cited["number"]
        SubElement(quote, "p", {"class": "place"}).text = place
    else:
        summary.text = said("source_at", place=cited["place"]) if cited else said("source")
    return details


def _text(element: Element) -> list[str]:
    """The words of an element, without the links back to the footnote's marks."""
    if element.get("class") == "footnote-backref":
        return [element.tail or ""]
    return [element.text or "", *(piece for child in element for piece in _text(child)), element.tail or ""]


class _Links(Treeprocessor):
    """Resolves relative links, and takes the address from those that lead nowhere."""

    def __init__(self, md: markdown.Markdown, extension: _Evidence) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                if address is None or address.startswith("#"):
                    continue
                resolved = resolve_address(address, self._extension.resolve)
                if resolved is None:
                    del element.attrib[name]
                else:
                    element.set(name, resolved)


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
