"""Press digests from raw article text: faithful, editable, offline."""

__version__ = "0.1.0"
