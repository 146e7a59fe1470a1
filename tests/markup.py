"""Markup, what a browser makes of a page: its elements and their attributes, by the parser of the HTML standard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_lowercase

import nh3

_KNOWN = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body
    br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir
    div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup
    hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math
    menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture
    plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select slot small source spacer
    span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track
    tt u ul var video wbr xmp""".split()  # noqa: SIM905  # easier to read
)
_SCHEMES = {"http", "https", "mailto", "javascript", "data", "vbscript", "file"}
_OPENED = re.compile(r"<([A-Za-z][^\s/>]*)")


@dataclass(frozen=True, slots=True)
class Markup:
    """The elements of a page, and their attributes."""

    elements: frozenset[str]
    attributes: frozenset[tuple[str, str, str]]
    """Of each the element, the name and the value."""

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Elements, each with the name of an attribute."""
        return frozenset((element, name) for element, name, _ in self.attributes)

    def values(self, *names: str) -> frozenset[str]:
        """Of the attributes with one of these names, wherever they stand."""
        return frozenset(value for _, name, value in self.attributes if name in names)


def markup_of(html: str) -> Markup:
    """What stands in a page. The sanitiser is made to let everything through, and tells what it saw."""
    attributes: set[tuple[str, str, str]] = set()

    def see(element: str, name: str, value: str) -> str:
        attributes.add((element, name, value))
        return value

    known = _KNOWN | {name.lower() for name in _OPENED.findall(html)}
    everything = {"clean_content_tags": set(), "attributes": {}, "link_rel": None, "url_schemes": _SCHEMES}
    nh3.clean(html, tags=known, generic_attribute_prefixes=set(ascii_lowercase), attribute_filter=see, **everything)
    bare = nh3.clean(html, tags=known, **everything)
    return Markup(frozenset(_OPENED.findall(bare)), frozenset(attributes))
