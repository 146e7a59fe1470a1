"""Patterns that few texts ask for, compiled for the first one that does."""

from __future__ import annotations

import re
from typing import Any, cast


class _Waiting:
    """A regular expression that is not compiled yet.

    To compile all that some kind of text may ask for takes longer than to read an article. What the
    expression can do stands in the instance once it is compiled, so that it is then as fast as any.
    """

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def seldom(source: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression `source`, compiled when it is first asked: for those that most texts need not ask."""
    return cast("re.Pattern[str]", _Waiting(source, int(flags)))
