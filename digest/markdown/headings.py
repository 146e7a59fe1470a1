"""Headings of a brief's sections, as its template writes them and `parse_brief` knows them again."""

from __future__ import annotations

KEY_POINTS = "Key points"
QUOTES = "Quotes"
OUTLOOK = "What is next"
