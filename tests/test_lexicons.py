"""The word lists say what they hold, one heading after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

import digest
from digest.text.lexicons import lexicon, phrases

DATA = Path(digest.__file__).parent / "data"
FILES = sorted(path for path in DATA.glob("*.txt") if "\n[" in f"\n{path.read_text('utf-8')}")


def test_words_that_other_formats_take_for_truth_values_are_words() -> None:
    assert {"no", "on"} <= lexicon("function_words")["en"] | lexicon("kept_words")["negations"]


def test_phrases_stand_one_a_line() -> None:
    assert "Antigua and Barbuda" in phrases("places")["countries"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_stands_below_a_heading(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    headings = [line[1:-1] for line in lines if line.startswith("[")]
    assert lines[0].startswith("[")
    assert len(set(headings)) == len(headings)
    assert list(phrases(file.stem)) == headings
    assert sum(map(len, phrases(file.stem).values())) + len(headings) == len(lines)
    assert all(lexicon(file.stem).values())
    assert not [line for line in lines if line != line.strip()]
