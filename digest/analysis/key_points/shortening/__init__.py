"""Shortening, from a sentence to a key point, by leaving words out and explaining what dangles: one small rule a file."""

from digest.analysis.key_points.shortening.connective import without_connective
from digest.analysis.key_points.shortening.dateline import without_dateline
from digest.analysis.key_points.shortening.number import without_number
from digest.analysis.key_points.shortening.rules import RULES, shorten

__all__ = ["RULES", "shorten", "without_connective", "without_dateline", "without_number"]
