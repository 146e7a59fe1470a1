"""What is written as YAML is byte for byte what PyYAML would write, and reads back as what it was."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.text.yaml_any import dump_any
from digest.text.yaml_writing import Flow, dump_mapping

KEYS = st.sampled_from(["title", "sha256", "key_points", "read-more", "y", "e5"])
TEXTS = st.text(max_size=12) | st.text(
    alphabet='\0\x07\t\n\x85\xa0\u2028\u2029\ufeff\ufffe😀"\\ a:#\x7f\x9f', max_size=8
)
SCALARS = TEXTS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LISTS = st.lists(SCALARS, max_size=3) | st.lists(TEXTS, max_size=3)
FLOWS = st.dictionaries(KEYS, SCALARS | LISTS, max_size=3).map(Flow)
INNER = st.dictionaries(KEYS, SCALARS | LISTS | FLOWS, max_size=3)
MAPPINGS = st.dictionaries(KEYS, SCALARS | LISTS | FLOWS | INNER | st.lists(INNER | FLOWS | SCALARS, max_size=3))


@given(MAPPINGS)
def test_what_briefs_hold_is_written_as_pyyaml_writes_it(mapping: dict[str, Any]) -> None:
    assert dump_mapping(mapping) == dump_any(mapping)


@pytest.mark.parametrize(
    "mapping",
    [
        {"no": "a", "Yes": 1, "null": None, "12": "b", "é: f": "c", "": "d"},
        {"k" * 130: "a"},
        {"lists": [["a", 1], [2]]},
        {1: "a"},
    ],
)
def test_keys_and_values_of_other_sorts_are_written_too(mapping: dict[Any, Any]) -> None:
    read = yaml.safe_load(dump_mapping(mapping))

    assert read == {str(key): value for key, value in mapping.items()}
