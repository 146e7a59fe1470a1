"""What is found in an article: key points, quotes, names, dates, figures, topics."""

from digest.analysis.analysis import Analysis, analyse, publication_day
from digest.analysis.categories import Section
from digest.analysis.key_points import Budget

__all__ = ["Analysis", "Budget", "Section", "analyse", "publication_day"]
