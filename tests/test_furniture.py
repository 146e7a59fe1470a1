"""What a copied page leaves around a story is known, and no sentence of a story is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.article.furniture import is_furniture, opens_link_list
from tests.golden import cases


@pytest.mark.parametrize(("lines", "story"), cases("furniture"))
def test_only_the_story_is_left(lines: str, story: list[str]) -> None:
    assert [line for line in lines.split("\n") if not is_furniture(line)] == story


def test_a_long_paragraph_is_never_furniture() -> None:
    paragraph = "Share the quay with the crews, the mayor said. " * 16
    assert not is_furniture(f"{paragraph}© 2024 The Harbour Gazette")
    assert not is_furniture(f"© 2024 {paragraph}")


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("Related problems were found at the yard", False),
        ("Most read the letter as a threat", False),
        ("Trending down since May, prices fell again", False),
        ("Related stories", True),
        ("MOST READ", True),
        ("Read more:", True),
        ("More on this story", True),
    ],
)
def test_what_opens_a_list_of_links(line: str, opens: bool) -> None:
    assert opens_link_list(line) is opens


WORDS = st.sampled_from(
    [
        "the",
        "crews",
        "of",
        "a",
        "ferry",
        "saw",
        "that",
        "light",
        "over",
        "an",
        "island",
        "and",
        "asked",
        "for",
        "help",
        "from",
        "town",
    ]
)


@given(st.lists(WORDS, min_size=4, max_size=30), st.sampled_from([".", "?", ".”"]))
def test_a_plain_sentence_is_never_furniture(words: list[str], end: str) -> None:
    assert not is_furniture(f"Later {' '.join(words)}{end}")
