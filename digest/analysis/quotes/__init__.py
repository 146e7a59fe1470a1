"""Quotes: what somebody is reported to have said, in quotation marks or without, and who said it."""

from digest.analysis.quotes.find import find_quotes
from digest.analysis.quotes.quote import Quote

__all__ = ["Quote", "find_quotes"]
