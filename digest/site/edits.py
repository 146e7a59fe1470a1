"""Edits, what of a brief is an editor's wording and not its source's, as readers are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from digest.brief import Brief
from digest.site.wording import Wording

EDITED, ADDED = "marked_edited", "marked_added"
_DASHES = ("— ", "– ", "-- ")
"""What the paragraph of a quote begins with that says whose it is."""
# Python-Markdown's stand-ins for what is no word: an escaped mark, an entity.
_STAND_IN = re.compile("\x02[^\x02\x03]*\x03")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A statement of a brief that is not in its source's words."""

    text: str
    mark: str
    """The name of what marks it.

    `EDITED`: each name, number, negation and quotation of it stands in its source sentence; `ADDED`: it does not.
    """


def edits_of(brief: Brief) -> tuple[Edit, ...]:
    """What of an edited brief an editor put into other words, or added.

    It is told by the sentences that the brief's own footnotes quote: no article is read for it.
    """
    # Only a brief that somebody edited is asked, and most are not.
    from digest.verification.statements import Verdict
    from digest.verification.wording import reworded

    return tuple(Edit(text, EDITED if verdict is Verdict.EDITED else ADDED) for text, verdict in reworded(brief))


def told(brief: Brief, edits: Sequence[Edit], words: Wording) -> str:
    """An edited brief's edits in one sentence."""
    generated = brief.front_matter.digest is not None
    how = words("edited" if generated else "written")
    changed = sum(edit.mark == EDITED for edit in edits)
    counts = {
        "in_other_words": changed,
        "added": len(edits) - changed,
        "own_section": len(brief.sections) if generated else 0,
    }
    parts = [words.count(name, count) for name, count in counts.items() if count]
    if parts:
        return words("edited_what", how=how, what=", ".join(parts))
    return words("edited_in_form" if generated else "edited_not_further", how=how)


def mark_edits(root: Element, marks: Mapping[str, str]) -> None:
    """Set a mark behind each statement of a brief's body that has one.

    Args:
        root: the body, each footnote folded in behind what it proves.
        marks: by what `key_of` makes of a statement.
    """
    for element in list(_shown(root)):
        last = element
        if element.tag == "blockquote":
            paragraphs = list(element)
            if len(paragraphs) > 1 and _text(paragraphs[-1]).lstrip().startswith(_DASHES):
                paragraphs.pop()
            if not paragraphs:
                continue
            key, last = key_of(" ".join(map(_text, paragraphs))), paragraphs[-1]
        elif element.tag not in ("li", "p", "div") or _holds_a_paragraph(element):
            continue
        else:
            key = key_of(_text(element))
        if key in marks:
            _set_behind(last, marks[key])


def key_of(text: str) -> str:
    """What a statement is known by, whatever marks and markup stand in it."""
    return " ".join(_WORD.findall(_STAND_IN.sub(" ", text).casefold()))


def _shown(element: Element) -> Iterator[Element]:
    """An element and what is in it, but for the footnotes, which are the source's."""
    yield element
    for child in element:
        if child.tag != "details":
            yield from _shown(child)


def _text(element: Element) -> str:
    """The words of an element, without the footnotes that are folded into it and the lists below it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in ("details", "ul", "ol"):
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _holds_a_paragraph(element: Element) -> bool:
    return any(child.tag in ("p", "div") for child in element)


def _set_behind(element: Element, mark: str) -> None:
    """A mark behind an element's words, before the footnotes."""
    place = next((number for number, it in enumerate(element) if it.tag in ("details", "ul", "ol")), len(element))
    shown = Element("span", {"class": "edited"})
    shown.text = mark
    if place:
        before = element[place - 1]
        before.tail = f"{(before.tail or '').rstrip()} "
    else:
        element.text = f"{(element.text or '').rstrip()} "
    element.insert(place, shown)
