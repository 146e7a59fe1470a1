"""Sanitising, from HTML that anybody may have written to HTML that nothing can run in."""

from __future__ import annotations

from collections.abc import Callable

import nh3

SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; any other address is shown as text."""

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
_UNSTYLED = {**_ATTRIBUTES, "*": {"lang", "dir"}}


def sanitise(html: str, *, styled: bool = True, attribute: Callable[[str, str, str], str | None] | None = None) -> str:
    """HTML without anything that could run or lead to an unsafe address.

    Args:
        html: as an editor, or a source, may have written it.
        styled: whether classes and ids stay, which mean nothing where the theme's styles are not.
        attribute: from an element's name, an attribute's and its value to the value that stays; None if it goes.
    """
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES if styled else _UNSTYLED,
        attribute_filter=attribute,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
