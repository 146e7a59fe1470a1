"""What a story says is open and what comes next are its own sentences, each in one section only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis import Budget, analyse
from digest.analysis.names import find_names
from digest.analysis.open_questions import find_open_questions
from digest.analysis.outlook import find_outlook
from digest.analysis.references import References
from digest.article import Article, parse_article
from tests.golden import cases

PUBLISHED = date(2026, 3, 11)


def article_and_references(text: str) -> tuple[Article, References]:
    article = parse_article(text, title="")
    return article, References(article, find_names(article))


@pytest.mark.parametrize(("text", "expected"), cases("open_questions"))
def test_what_is_open(text: str, expected: list[str]) -> None:
    article, references = article_and_references(text)
    found = find_open_questions(article, references, told=(), published=PUBLISHED)
    assert [point.evidence.text for point in found] == expected


@pytest.mark.parametrize(("text", "expected"), cases("outlook"))
def test_what_is_next(text: str, expected: list[str]) -> None:
    article, references = article_and_references(text)
    found = find_outlook(article, references, told=(), published=PUBLISHED)
    assert [point.evidence.text for point in found] == expected


NEXT = "The lock of Northmoor is scheduled to open in March of next year."
ALSO_NEXT = "The lock is scheduled to open in March next year in Northmoor."


def test_what_is_told_is_not_told_again() -> None:
    article, references = article_and_references(f"{NEXT} It rained. {ALSO_NEXT}")
    first, _, second = article.sentences
    assert len(find_outlook(article, references, told=(), published=None)) == 1
    assert find_outlook(article, references, told={first}, published=None) == ()
    assert find_outlook(article, references, told={first, second}, published=None) == ()


def test_what_is_nearer_to_the_story_comes_before_what_is_as_certain() -> None:
    others = " ".join(f"The {thing} will open in the town." for thing in ("baker", "school", "museum"))
    article = parse_article(f"{others} The tidal gate will close the harbour.", title="Tidal gate for harbour")
    found = find_outlook(article, References(article, find_names(article)), told=(), published=None)
    assert found[-1].evidence is article.sentences[-1]


def test_a_day_that_is_past_is_not_ahead_of_others() -> None:
    text = (
        "The crew will leave the dock after the feast of 2 March 2026. The pilots will meet the mayor tomorrow. "
        "The baker will open the mill next week. The museum will sell six boats in 2027."
    )
    article, references = article_and_references(text)
    found = find_outlook(article, references, told=(), published=PUBLISHED)
    assert [point.evidence for point in found] == list(article.sentences[1:])


def test_a_sentence_stands_in_one_section() -> None:
    text = "The council of Northmoor voted on Monday to build a tidal gate. " + (
        "It is not clear when the gate will open. The council will decide on Friday. The gate is due to open in 2027. "
    )
    analysis = analyse(parse_article(text, title="Council backs gate"), budget=Budget(points=1, words=30))
    parts = (analysis.key_points, analysis.sidebars.open_questions, analysis.sidebars.outlook)
    sentences = [point.evidence for part in parts for point in part]
    assert all(parts)
    assert len(set(sentences)) == len(sentences)


def test_who_does_not_ask_for_prospects_gets_none() -> None:
    analysis = analyse(
        parse_article(f"It rained. {NEXT} It is unclear who pays for it.", title=""), budget=Budget(), sidebars=False
    )
    assert analysis.sidebars is None


def test_a_language_other_than_english_has_none() -> None:
    article, references = article_and_references(
        "Die Schleuse will der Rat im Sommer bauen. Der Rat will es und die Stadt will es auch."
    )
    assert article.language == "de"
    assert find_outlook(article, references, told=(), published=None) == ()
    assert find_open_questions(article, references, told=(), published=None) == ()


@given(st.text(alphabet="aZ. ,:;?“”\"'’\n-–0 willnotsadcerm", max_size=200))
def test_no_text_breaks_prospects(text: str) -> None:
    analysis = analyse(parse_article(text, title=""), budget=Budget())
    assert len(analysis.sidebars.open_questions) <= 3
    assert len(analysis.sidebars.outlook) <= 3


@pytest.mark.parametrize(
    "unit",
    ["will ", "said it would ", "not yet been ", "called on ", "The cause of the crash ", "unclear if ", "is to "],
)
def test_a_long_text_of_cues_is_read(unit: str) -> None:
    analyse(parse_article(unit * 10_000, title=""), budget=Budget())
    analyse(parse_article(f"The pilots {unit * 9}. " * 2_000, title=""), budget=Budget())
