"""Key points: features, ranking, selection and shortening, one file each."""

from digest.analysis.key_points.points import KeyPoint, find_key_points, point_of
from digest.analysis.key_points.selection import Budget

__all__ = ["Budget", "KeyPoint", "find_key_points", "point_of"]
