"""Dates that a story speaks of, counted from the day it was published."""

from digest.analysis.dates.expressions import DATE_FORMS, DateExpression, find_dates

__all__ = ["DATE_FORMS", "DateExpression", "find_dates"]
