"""The number or the mark that an entry of a list opens with, left out of a key point."""

from __future__ import annotations

import re

# "1. FC Selwyn" is a club.
_NUMBER = re.compile(r"(?:(?:\(?\d{1,2}[.)]|[•●▪■·*]|[-–—](?=\s))\s{0,4})+(?=[“\"‘']?[A-Z])(?!FC\b|FSV\b|BC\b)")


def without_number(text: str, **_: object) -> str:
    """`2. The fare is two crowns.` is `The fare is two crowns.`"""
    found = _NUMBER.match(text)
    return text[found.end() :] if found else text
