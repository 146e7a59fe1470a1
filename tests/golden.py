"""Golden cases, plain text files that a reporter can edit: a title, a text, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).parent / "golden"


def cases(name: str) -> list[Any]:
    """The cases of `golden/<name>.txt`, each with its title as its test id.

    A case is a title, the text and the lines expected of it, each closed by a line that holds
    only a full stop; blank lines part the cases:

        a full stop inside a number
        .
        It cost 4.50 crowns.
        .
        It cost 4.50 crowns.
        .
    """
    path = _FOLDER / f"{name}.txt"
    parts: list[list[str]] = [[]]
    for line in path.read_text("utf-8").split("\n"):
        if line == ".":
            parts.append([])
        elif line or len(parts) % 3 != 1:
            parts[-1].append(line)
    assert parts.pop() == [], f"{path}: something stands behind the last full stop"
    assert parts, f"{path}: holds no case"
    assert len(parts) % 3 == 0, f"{path}: a case is not closed"
    found = {}
    for title, text, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        assert len(title) == 1, f"{path}: a title is one line, not {title}"
        assert title[0] not in found, f"{path}: two cases have the title {title[0]!r}"
        found[title[0]] = pytest.param("\n".join(text), expected, id=title[0])
    return list(found.values())
