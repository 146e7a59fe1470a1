"""Headings of a brief's sections, as its template writes them and `parse_brief` knows them again."""

from __future__ import annotations

KEY_POINTS = "Key points"
EXCHANGES = "Asked and answered"
QUOTES = "Quotes"
FIGURES = "In figures"
TIMELINE = "Timeline"
OUTLOOK = "What is next"
OPEN_QUESTIONS = "What is open"
