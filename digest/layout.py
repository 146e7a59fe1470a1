"""Layout, where things lie in a content folder."""

from __future__ import annotations

ARTICLES, BRIEFS = "articles", "briefs"
"""Folders right below it."""
