"""A brief's footnotes, folded in behind the words that cite them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor

from digest.site.wording import Wording, apart

_BLOCKS = frozenset({"blockquote", "details", "div", "dl", "ol", "p", "pre", "table", "ul"})
"""Elements that stand below words, not among them."""
_PARAGRAPH = re.compile(r"\bparagraph (\d+)\Z")


class FoldFootnotes(Treeprocessor):
    """Moves each footnote into a `details` element behind the words that cite it."""

    def __init__(self, md: markdown.Markdown, words: Wording) -> None:
        super().__init__(md)
        self._words = words

    def run(self, root: Element) -> None:
        """Mark the takeaway, and fold in every footnote that something cites."""
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


def _text(element: Element) -> list[str]:
    """The words of an element, without the links back to the footnote's marks."""
    if element.get("class") == "footnote-backref":
        return [element.tail or ""]
    return [element.text or "", *(piece for child in element for piece in _text(child)), element.tail or ""]


class SetBeside(Treeprocessor):
    """Puts the words that sources stand behind into one element, beside which a wide screen can set these.

    What holds more than words, such as a list below them, stays as it is.
    """

    def run(self, root: Element) -> None:
        """Wrap the words of each element that has sources."""
        for element in list(root.iter()):
            notes = [it for it in element if it.tag == "details" and it.get("class") == "evidence"]
            words = list(element)[: -len(notes)]
            if not notes or any(it.tag in _BLOCKS for it in words):
                continue
            said = Element("span", {"class": "said"})
            said.text, said[:] = element.text, words
            element.text, element[:] = None, [said, *notes]
