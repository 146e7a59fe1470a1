"""Addresses of the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def is_web_address(value: str) -> bool:
    """Whether `value` is an absolute http or https address."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"']", value)
