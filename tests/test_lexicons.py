"""The word lists say what they hold as words, whatever YAML would make of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import digest
from digest.text.lexicons import lexicon, phrases

FILES = sorted(Path(digest.__file__).parent.joinpath("data").glob("*.yml"))


def test_words_that_yaml_takes_for_truth_values_are_words() -> None:
    assert {"no", "on"} <= lexicon("function_words")["en"] | lexicon("kept_words")["negations"]


def test_phrases_stand_one_a_line() -> None:
    assert "Antigua and Barbuda" in phrases("places")["countries"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_word_lists_hold_what_yaml_says_they_do(file: Path) -> None:
    told = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # makes strings only

    assert lexicon(file.stem) == {heading: frozenset(words.split()) for heading, words in told.items()}
    assert [list(entries) for entries in phrases(file.stem).values()] == [
        [line.strip() for line in entries.splitlines() if line.strip()] for entries in told.values()
    ]
