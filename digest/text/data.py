"""Data, the files of `digest/data` that rules and models are read from."""

from __future__ import annotations

from pkgutil import get_data


def read_data(name: str) -> str:
    """The text of a file of `digest/data`."""
    # importlib.resources does the same for the price of loading modules that nothing else needs.
    found = get_data("digest", f"data/{name}")
    assert found is not None
    return found.decode().replace("\r\n", "\n")
