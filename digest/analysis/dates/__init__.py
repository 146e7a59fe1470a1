"""Dates that a story speaks of, counted from the day it was published."""

from digest.analysis.dates.expressions import DateExpression, find_dates

__all__ = ["DateExpression", "find_dates"]
