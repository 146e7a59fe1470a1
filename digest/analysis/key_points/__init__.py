"""Key points: features, ranking, selection and shortening, one file each."""

from digest.analysis.key_points.points import MOST_POINTS, KeyPoint, find_key_points, point_of

__all__ = ["MOST_POINTS", "KeyPoint", "find_key_points", "point_of"]
