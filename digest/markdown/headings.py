"""Headings of a brief's sections, as its template writes them and `parse_brief` knows them again."""

from __future__ import annotations

KEY_POINTS = "Key points"
EXCHANGES = "Asked and answered"
QUOTES = "Quotes"
FIGURES = "In figures"
TIMELINE = "Timeline"
OUTLOOK = "What is next"
OPEN_QUESTIONS = "What is open"

NAMED = {
    "key_points": KEY_POINTS,
    "exchanges": EXCHANGES,
    "quotes": QUOTES,
    "figures": FIGURES,
    "timeline": TIMELINE,
    "outlook": OUTLOOK,
    "open_questions": OPEN_QUESTIONS,
}
"""By the field of a brief that each stands above."""
