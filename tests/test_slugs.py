"""A slug can be read, is short, and is a safe file name and address everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.text.slugs import LONGEST, slugify
from tests.golden import cases


@pytest.mark.parametrize(("title", "expected"), cases("slugs"))
def test_slug_of_a_title(title: str, expected: list[str]) -> None:
    assert [slugify(title)] == expected


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        pytest.param((), "budget", id="none is taken"),
        pytest.param(("budget-2", "budgets"), "budget", id="others are taken"),
        pytest.param(("budget",), "budget-2", id="a second"),
        pytest.param(("budget", "budget-2"), "budget-3", id="a third"),
        pytest.param(("budget", "budget-3"), "budget-2", id="a gap is filled"),
    ],
)
def test_a_slug_that_is_taken_is_numbered(taken: tuple[str, ...], expected: str) -> None:
    assert slugify("Budget!", taken) == expected


@given(st.text(max_size=100))
@example("con")
@example("nul.txt")
@example("")
@example("中文标题")
@example("🚢⚓")
def test_any_title_has_a_safe_slug(title: str) -> None:
    slug = slugify(title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    assert len(slug) <= LONGEST + len("brief-")
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", slug)
    assert slugify(slug) == slug, "the slug of a slug is itself"
    assert slugify(title, {slug}) == f"{slug}-2"
