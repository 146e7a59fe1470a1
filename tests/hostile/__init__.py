"""Hostile cases: what the public lists of attacks hold, in texts that are small enough to read.

`inserts/*.txt` hold stretches of text for any place of an article or a brief, `whole/*.txt` whole files. A case is a
title and a text, each closed by a line that holds only a full stop. In a text

    \\u{202E}         stands for a character, `\\u{0D 0A}` for two;
    \\*{400}{Ada }    stands for something 400 times;
    \\#{400}{key#: }  does so too, with the number in the place of each `#`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent
_CHARACTERS = re.compile(r"\\u\{([0-9A-F]+(?: [0-9A-F]+)*)\}")
_REPEATED = re.compile(r"\\([*#])\{(\d+)\}\{(.+?)\}(?!\})")


def inserts() -> dict[str, str]:
    """Stretches of text, by `file: title`."""
    return {
        f"{path.stem}: {title}": text for path in sorted(_FOLDER.glob("inserts/*.txt")) for title, text in _cases(path)
    }


def whole(name: str) -> dict[str, str]:
    """The whole files of `whole/<name>.txt`, by title."""
    return dict(_cases(_FOLDER / "whole" / f"{name}.txt"))


def _cases(path: Path) -> Iterator[tuple[str, str]]:
    parts: list[list[str]] = [[]]
    for line in path.read_text("utf-8").split("\n"):
        if line == ".":
            parts.append([])
        elif line or len(parts) % 2 == 0:
            parts[-1].append(line)
    assert parts.pop() == [], f"{path}: something stands behind the last full stop"
    assert len(parts) % 2 == 0, f"{path}: a case is not closed"
    titles = [title for (title,) in parts[::2]]
    assert len(set(titles)) == len(titles), f"{path}: two cases have one title"
    for title, lines in zip(titles, parts[1::2], strict=True):
        yield title, _written_out("\n".join(lines))


def _written_out(text: str) -> str:
    text = _CHARACTERS.sub(lambda found: "".join(chr(int(number, 16)) for number in found[1].split()), text)
    return _REPEATED.sub(_repeat, text)


def _repeat(found: re.Match[str]) -> str:
    times, words = int(found[2]), found[3]
    if found[1] == "*":
        return words * times
    return "".join(words.replace("#", str(number)) for number in range(times))
