"""Quotations, whose insides no rule touches."""

from __future__ import annotations

import re

VEIL = "\0"
"""What stands for each character of a quotation."""

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
# An unpaired mark, or a single one: that may be an apostrophe or open a quotation in British papers.
_UNSURE = re.compile(r"[\"“”«»‘„\0]|(?<![\w.,!?)\0])['’](?=\w)")


def veiled(text: str) -> str | None:
    """`text` with every quotation made illegible, each character in its place; None where the marks do not pair."""
    if not _UNSURE.search(text):
        return text
    outside = _QUOTED.sub(lambda found: VEIL * len(found.group()), text.replace(VEIL, " "))
    return None if _UNSURE.search(outside.replace(VEIL, "x")) else outside
