"""The symbol by which an exchange knows a share, left out of a key point."""

from __future__ import annotations

from digest.analysis.key_points.shortening.quotation import veiled
from digest.text.patterns import seldom

# In brackets any exchange's, bare those of the larger ones.
_SYMBOL = seldom(
    r"(?<=[\w.]) (?:[\[(]\.?[A-Z0-9]{2,10}(?:_[a-z]{1,2})?\.[A-Z]{1,3}[\])]"
    r"|[A-Z]{2,6}(?:_[a-z]{1,2})?\.(?:AS|AX|BO|BR|CO|DE|HE|HK|KS|MC|MI|NS|OL|OQ|PA|SA|SI|SS|ST|SW|SZ|TO|VX|[NOLKT]))(?=[ ,;’']|\.\Z)"
)


def without_symbol(text: str, **_: object) -> str:
    """`The Ferry Line FRRY.L sold two boats.` is `The Ferry Line sold two boats.`"""
    outside = veiled(text) if "." in text[:-1] else None
    if outside is None:
        return text
    pieces, position = [], 0
    for found in _SYMBOL.finditer(outside):
        pieces.append(text[position : found.start()])
        position = found.end()
    return "".join(pieces) + text[position:]
