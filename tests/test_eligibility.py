"""What can be a key point by itself: what the story tells, whole and in its own voice."""

from __future__ import annotations

import pytest

from digest.analysis.key_points.eligibility import eligible_sentences
from digest.article import parse_article
from tests.golden import cases


@pytest.mark.parametrize(("text", "expected"), cases("eligibility"))
def test_sentences_that_can_be_a_point(text: str, expected: list[str]) -> None:
    article = parse_article(text, title="")
    assert [article.sentences[number].text for number in eligible_sentences(article.sentences)] == expected
