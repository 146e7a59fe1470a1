"""The word lists say what they hold as words, whatever YAML would make of them."""

from __future__ import annotations

from digest.text.lexicons import lexicon, phrases


def test_words_that_yaml_takes_for_truth_values_are_words() -> None:
    assert {"no", "on"} <= lexicon("function_words")["en"] | lexicon("kept_words")["negations"]


def test_phrases_stand_one_a_line() -> None:
    assert "Antigua and Barbuda" in phrases("places")["countries"]
