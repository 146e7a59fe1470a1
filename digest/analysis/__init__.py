"""What is found in an article: key points, quotes, names, dates, figures, topics."""

from digest.analysis.analysis import Analysis, analyse, publication_day
from digest.settings import Budget, Section

__all__ = ["Analysis", "Budget", "Section", "analyse", "publication_day"]
