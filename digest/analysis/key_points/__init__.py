"""Key points: which words and sentences of a story matter, the best set of them, and how they are shortened."""

from digest.analysis.key_points.points import KeyPoint, explain_key_points, find_key_points, point_of, printed_point
from digest.analysis.key_points.ranking import Explanation

__all__ = ["Explanation", "KeyPoint", "explain_key_points", "find_key_points", "point_of", "printed_point"]
