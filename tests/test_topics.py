"""A story goes into the sections whose words it uses, and into none when in doubt; its tags are what it is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis.categories import Section, find_categories, own_sections
from digest.analysis.names import Name, Names, find_names
from digest.analysis.tags import find_tags
from digest.article import Article, parse_article
from digest.errors import SiteFolderError
from digest.site.host import content_of, load_site
from digest.text.spans import Span
from tests.conftest import CONFIG, Site
from tests.golden import cases

RULES = (
    Section("Sea", ("ferry", "crew", "quay", "boat", "lock gate")),
    Section("Town", ("mayor", "council", "vote", "bill")),
    Section("Law", ("court", "judge", "Bench")),
)


@pytest.mark.parametrize(
    ("headline", "story", "expected"),
    [
        pytest.param("", "", (), id="nothing"),
        pytest.param("", "It rained all day.", (), id="no word of a section"),
        pytest.param("", "The ferry left at six.", (), id="one word is too few"),
        pytest.param("", "The ferryman left the quayside with his crewmate and a boathouse.", (), id="other words that begin alike"),
        pytest.param("", "The bench, a bench and the benches.", (), id="a name in small letters is a word"),
        pytest.param("", "A lock, and then a gate.", (), id="the words of a phrase apart"),
        pytest.param("", "They met at the lock. Gate keepers of the lock. Gates.", (), id="no phrase reaches over a stop"),
        pytest.param("", "The ferry, a boat, left the quay.", ("Sea",), id="three words"),
        pytest.param("", "Ferries’ crews leave the quays.", ("Sea",), id="plurals and possessives"),
        pytest.param("", "FERRY: A Boat left the QUAY.", ("Sea",), id="capitals"),
        pytest.param("", "The Lock Gates and the lock gate; a crew.", ("Sea",), id="a phrase"),
        pytest.param("", "The Bench and a judge of the Bench; a court.", ("Law",), id="a name"),
        pytest.param("Ferry late at quay", "It left.", ("Sea",), id="a word of the headline counts more"),
        pytest.param("", "The ferry, a boat, left the quay for the court.", ("Sea",), id="a section with too few words"),
        pytest.param("", "The ferry and the crew left the quay by boat; the mayor won the vote in council for a bill.", ("Sea", "Town"), id="the best first"),
    ],
)  # fmt: skip
def test_sections_of_a_story(headline: str, story: str, expected: tuple[str, ...]) -> None:
    assert find_categories(parse_article(story, title=headline), RULES) == expected


def test_never_more_than_two_sections() -> None:
    words = "ferry crew quay boat mayor council vote bill court court judge judge Bench Bench"
    assert len(find_categories(parse_article(words, title=""), RULES)) == 2


def test_a_section_with_more_of_its_words_comes_before_one_whose_word_is_said_again() -> None:
    assert (
        find_categories(parse_article(f"{'Vote ' * 30}, bill. Ferry, crew, quay, boat.", title=""), RULES)[0] == "Sea"
    )


@pytest.mark.parametrize(("text", "expected"), cases("categories"))
def test_the_own_sections_of_a_digest(text: str, expected: list[str]) -> None:
    headline, story = text.split("\n", 1)
    assert list(find_categories(parse_article(story, title=headline))) == expected


def test_the_own_sections_are_english_and_those_of_a_site_any_language() -> None:
    story = "Die Fähre lag am Kai. Der Film und das Team und der Start im Hotel: Die Fähren und der Kai sind alt."
    article = parse_article(story, title="Fähre am Kai")
    assert article.language == "de"
    assert find_categories(article) == ()
    assert find_categories(article, (Section("Hafen", ("Fähre", "Kai")),)) == ("Hafen",)


def test_a_word_of_a_section_stands_there_once() -> None:
    for section in own_sections():
        assert len(set(section.words)) == len(section.words), section.name
        assert all(section.words)


def configure(site: Site, sections: str) -> None:
    text = CONFIG.replace("plugins: [digest]", f"plugins:\n  - digest:\n      sections: {sections}")
    site.config.write_text(text, "utf-8")


def test_a_site_has_sections_of_its_own(site: Site) -> None:
    configure(site, "{Harbour: [tidal gate, barrier, boat], Kitchens: [kitchen]}")
    site.article("gate.txt")
    assert site.build().exit_code == 0
    assert 'categories: ["Harbour"]' in site.brief().read_text("utf-8")


def test_a_site_that_names_no_sections_has_ours(site: Site) -> None:
    assert content_of(load_site(site.config))[1].sections == ()


@pytest.mark.parametrize(
    ("sections", "message"),
    [
        pytest.param("[Harbour]", "is not a list of sections such as {Harbour: [quay, ferry, lock gate]}", id="a list"),
        pytest.param("{}", "is not a list of sections", id="none"),
        pytest.param("{Harbour: quay}", "'Harbour' is not a list of words such as [quay, ferry, lock gate]", id="a word"),
        pytest.param("{Harbour: []}", "'Harbour' is not a list of words", id="no word"),
        pytest.param("{Harbour: ['-']}", "'Harbour' is not a list of words", id="a sign"),
        pytest.param("{Harbour: [no, quay]}", "'Harbour' is not a list of words", id="a truth value"),
        pytest.param("{2024: [quay]}", "'2024' is not the name of a section: put quotes around it", id="a number"),
        pytest.param('{"a\\nb": [quay]}', "is not the name of a section", id="two lines"),
    ],
)  # fmt: skip
def test_sections_that_are_none_are_an_error(site: Site, sections: str, message: str) -> None:
    configure(site, sections)
    with pytest.raises(SiteFolderError) as raised:
        load_site(site.config)
    assert message in str(raised.value)


def tags_of(text: str, title: str = "") -> tuple[str, ...]:
    article = parse_article(text, title=title)
    return find_tags(article, find_names(article))


@pytest.mark.parametrize(("text", "expected"), cases("tags"))
def test_tags_of_a_story(text: str, expected: list[str]) -> None:
    headline, story = text.split("\n", 1)
    assert list(tags_of(story, headline)) == expected


def story(text: str = "It rained.") -> Article:
    return parse_article(text, title="")


def name(text: str, mentions: int, *, role: str | None = None, start: int = 0) -> Name:
    return Name(name=text, mentions=tuple(Span(start + n, start + n + 1) for n in range(mentions)), role=role)


def test_a_name_is_a_tag_where_the_story_comes_back_to_it() -> None:
    names = Names(
        people=(name("Ada Quill", 3), name("Jonas Lind", 1)),
        organisations=(name("Senn Lines", 2), name("Harbour Authority", 2, start=500), name("NATO", 1)),
        places=(name("Oslo", 3, start=500), name("Bergen", 1)),
    )
    assert find_tags(story(), names) == ("Ada Quill", "Senn Lines", "Oslo")
    assert find_tags(story(), Names()) == ()
    assert find_tags(parse_article(""), names) == ()


def test_who_only_speaks_for_others_is_a_tag_where_the_headline_has_the_name() -> None:
    names = Names(
        people=(name("Ada Quill", 4, role="Harbour Authority spokeswoman"), name("Jonas Lind", 3, role="Mayor"))
    )
    assert find_tags(story(), names) == ("Jonas Lind",)
    assert find_tags(parse_article("It rained.", title="Quill resigns"), names) == ("Ada Quill", "Jonas Lind")


def test_tags_are_few_and_none_stands_twice() -> None:
    many = tuple(name(f"Body {letter}{letter}", 3) for letter in "abcdefghijk")
    assert len(find_tags(story(), Names(organisations=many))) == 8
    assert find_tags(story(), Names(organisations=(name("Oslo", 3),), places=(name("Oslo", 3),))) == ("Oslo",)


def test_one_tag_for_one_thing() -> None:
    same = Names(
        people=(name("Donald Trump", 3), name("Trump", 3)),
        places=(name("U.S.", 3), name("America", 3), name("United States", 3), name("UK", 3), name("Britain", 3)),
    )
    assert sorted(find_tags(story(), same)) == ["Donald Trump", "United Kingdom", "United States"]


@pytest.mark.parametrize(
    "hostile",
    [
        "Ada\u202eQuill",
        "Ada\u0000Quill",
        "-",
        "’",
        "I’ve",
        " ".join(["Ada"] * 300),
        "A" * 300,
        "Reuters",
        "German",
        "X",
    ],
)
def test_what_is_no_name_is_no_tag(hostile: str) -> None:
    assert find_tags(story(), Names(people=(name(hostile, 9),), others=(name(hostile, 9),))) == ()


@given(st.text(alphabet="aZ. ,'’-“”\n\u202eé1", max_size=200), st.text(max_size=40))
def test_no_text_breaks_topics(text: str, title: str) -> None:
    article = parse_article(text, title=title)
    assert len(find_categories(article)) <= 2
    assert len(find_tags(article, find_names(article))) <= 8


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Narvik", "Oslo-Narvik Lines", ["Narvik", "Oslo-Narvik Lines"]),
        ("Qaeda", "al-Qaeda", ["al-Qaeda"]),
        ("Selwyn", "Ex-Selwyn", ["Selwyn"]),
        ("Selwyn", "Narvik-Selwyn", ["Selwyn"]),
        ("Selwyn", "Selwyn-wide", ["Selwyn"]),
        ("Selwyn", "Selwyn-U", ["Selwyn"]),
        ("Selwyn", "Selwyn-1", ["Selwyn", "Selwyn-1"]),
        ("Selwyns", "Selwyn", ["Selwyns"]),
        ("NHAs", "NHA", ["NHA"]),
    ],
)
def test_what_joins_something_to_another_tag_is_none(first: str, second: str, expected: list[str]) -> None:
    found = find_tags(story(), Names(organisations=(name(first, 9), name(second, 3, start=1))))
    assert sorted(found) == sorted(expected)


def test_a_very_long_story_has_topics_too() -> None:
    text = "The ferry crossed the harbour with cargo and passengers. " * 6_000
    assert find_categories(parse_article(text, title="")) == ("Transport",)
    assert len(tags_of(text)) <= 8
    assert tags_of(text.upper()) == ()


def test_a_body_that_many_countries_have_is_nobody_elses_in_a_tag() -> None:
    article = parse_article(
        "Northmoor’s Senate passed the bill on Monday. The Senate of Northmoor sat until dawn. The House of"
        " Representatives had passed it in May, and the Supreme Court and Congress of Northmoor said nothing of the Senate.",
        title="Senate passes bill",
    )
    tags = find_tags(article, find_names(article))
    assert tags
    assert not any("U.S." in tag or "United States" in tag for tag in tags)
