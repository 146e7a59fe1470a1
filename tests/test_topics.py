"""A story goes into the sections whose words it uses, and into none when in doubt."""

from __future__ import annotations

import pytest

from digest.analysis.names import Name, Names
from digest.analysis.topics import find_categories, find_tags
from digest.article import parse_article
from digest.text.spans import Span

RULES = {
    "Sea": frozenset({"ferry", "crew", "quay", "boat"}),
    "Town": frozenset({"mayor", "council", "vote", "bill"}),
    "Law": frozenset({"court", "judge"}),
}


@pytest.mark.parametrize(
    ("headline", "story", "expected"),
    [
        pytest.param("", "", (), id="nothing"),
        pytest.param("", "It rained all day.", (), id="no word of a section"),
        pytest.param("", "The ferry left the quay.", (), id="two words are too few"),
        pytest.param("", "The ferryman left the quays with his crews.", (), id="other words that begin alike"),
        pytest.param("", "The ferry, a boat, left the quay.", ("Sea",), id="three words"),
        pytest.param("", "FERRY: A Boat left the Quay.", ("Sea",), id="capitals"),
        pytest.param("Ferry late", "It left the quay.", ("Sea",), id="a word of the headline counts twice"),
        pytest.param("", "The ferry, a boat, left the quay for the court and a judge.", ("Sea",), id="a section with too few words"),
        pytest.param("", "The ferry and the crew left the quay; the mayor won the vote in council by a bill.", ("Town", "Sea"), id="the best first"),
        pytest.param("", "The mayor, the council, a vote; a ferry, a boat, a quay.", ("Sea", "Town"), id="as good: by name"),
        pytest.param(
            "", "Ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry. Mayor, council, vote.", ("Sea", "Town"), id="one word counts four times at most"
        ),
    ],
)  # fmt: skip
def test_sections_of_a_story(headline: str, story: str, expected: tuple[str, ...]) -> None:
    assert find_categories(parse_article(story, title=headline), RULES) == expected


def test_never_more_than_two_sections() -> None:
    words = "ferry crew quay boat mayor council vote bill court court judge judge"
    assert find_categories(parse_article(words, title=""), RULES) == ("Law", "Sea")


def test_the_own_sections_of_a_digest() -> None:
    story = "Researchers at the laboratory built a telescope, and the physics of its orbit is new."
    assert find_categories(parse_article(story, title="")) == ("Science",)


def name(text: str, mentions: int) -> Name:
    return Name(name=text, mentions=tuple(Span(number, number + 1) for number in range(mentions)))


def test_tags_are_what_a_story_comes_back_to() -> None:
    names = Names(
        people=(name("Ada Quill", 9),),
        organisations=(name("Senn Lines", 3), name("Harbour Authority", 2), name("NATO", 1)),
        places=(name("Oslo", 1), name("Bergen", 1)),
    )
    assert find_tags(names) == ("Senn Lines", "Harbour Authority", "Oslo")
    assert find_tags(Names()) == ()


def test_tags_are_few_and_none_stands_twice() -> None:
    many = tuple(name(f"Body {number}", 2) for number in range(9))
    assert find_tags(Names(organisations=many)) == tuple(f"Body {number}" for number in range(6))
    assert find_tags(Names(organisations=(name("Oslo", 2),), places=(name("Oslo", 2),))) == ("Oslo",)
