"""Figures that a story gives: money, shares and counts, and those of them that matter most."""

from digest.analysis.figures.amounts import FIGURE_FORMS
from digest.analysis.figures.finding import Figure, find_figures
from digest.analysis.figures.key_figures import KeyFigure, find_key_figures

__all__ = ["FIGURE_FORMS", "Figure", "KeyFigure", "find_figures", "find_key_figures"]
