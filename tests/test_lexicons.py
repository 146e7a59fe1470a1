"""The word lists are YAML, whoever reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import digest
from digest.text.lexicons import lexicon, phrases, weights_of

DATA = Path(digest.__file__).parent / "data"
LISTS = sorted(path.stem for path in DATA.glob("*.yml") if path.stem != "key_points")


def as_yaml(name: str) -> dict:
    return yaml.load((DATA / f"{name}.yml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_as_yaml_is(name: str) -> None:
    read = as_yaml(name)
    assert lexicon(name) == {heading: frozenset(words.split()) for heading, words in read.items()}
    assert list(phrases(name)) == list(read)


def test_phrases_stand_one_a_line() -> None:
    assert phrases("places") == {heading: tuple(names.splitlines()) for heading, names in as_yaml("places").items()}
    assert "Antigua and Barbuda" in phrases("places")["countries"]


def test_weights_are_read_as_yaml_is() -> None:
    assert weights_of("key_points") == {name: float(it) for name, it in as_yaml("key_points")["weights"].items()}
