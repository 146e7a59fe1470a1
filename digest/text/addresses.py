"""Addresses of the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LONGEST_ADDRESS = 2_000
"""Characters of an address that every browser and mail program takes."""


def is_web_address(value: str) -> bool:
    """Whether `value` is an absolute http or https address that browsers take."""
    if len(value) > _LONGEST_ADDRESS or not value.isprintable():
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"']", value)
