"""Moments, times with their offset from UTC as RFC 3339 writes them."""

from __future__ import annotations

from datetime import datetime


def parse_moment(value: str) -> datetime | None:
    """The aware time that an RFC 3339 text gives; None where it is none, or says no offset."""
    try:
        moment = datetime.fromisoformat(value.replace("Z", "+00:00").replace("z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
