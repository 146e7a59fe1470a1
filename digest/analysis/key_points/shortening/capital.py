"""The capital letter that a sentence begins with."""

from __future__ import annotations

import re

_MEANT_SMALL = re.compile(r"[a-z]+[A-Z]")


def with_capital(text: str) -> str:
    """`text` beginning with a capital letter; `iPhone sales fell` stays as it is."""
    return text if _MEANT_SMALL.match(text) else text[:1].upper() + text[1:]
