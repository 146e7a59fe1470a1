"""A pasted page is read as its story and its facts; an editor's own lines win."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.article import Article, Facts, Kind, parse_article
from digest.errors import FieldError
from digest.text.genres import PRESS_RELEASE
from digest.text.spans import Span
from tests.golden import cases

STORY = "Ferry line orders two ships\n\nThe order went to a yard in Bergen. Work begins in May.\n\nThe line did not name a price.\n"


def shown(article: Article) -> list[str]:
    """What is known of an article, then its sentences with the number of their paragraph."""
    dateline = article.dateline
    facts = {
        "kind": None if article.kind is Kind.NEWS else article.kind.value,
        "language": None if article.language in ("en", "und") else article.language,
        "headline": article.headline,
        "byline": article.byline,
        "place": dateline and dateline.place,
        "agency": dateline and dateline.agency,
        "published": article.published,
        "outlet": article.outlet,
        "url": article.url,
        "embargo": article.embargo,
        "genre": None if article.genre == PRESS_RELEASE else article.genre,
    }
    lines = [f"{name}: {value}" for name, value in facts.items() if value is not None]
    for sentence in article.sentences:
        speaker = f"{sentence.speaker}{' asks' if sentence.asks else ''}: " if sentence.speaker else ""
        lines.append(f"{sentence.paragraph} {speaker}{sentence.text}")
    return lines


@pytest.mark.parametrize(("text", "expected"), cases("articles"))
def test_article_of_a_page(text: str, expected: list[str]) -> None:
    assert shown(parse_article(text)) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0b"], ids=ascii)
def test_line_ends_of_any_system(end: str) -> None:
    article = parse_article(STORY.replace("\n", end))
    assert shown(article) == shown(parse_article(STORY))


@pytest.mark.parametrize(
    ("title", "headline"),
    [pytest.param("Two ships", "Two ships", id="a title"), pytest.param("", None, id="an empty title")],
)
def test_where_a_title_is_given_no_line_is_taken_for_the_headline(title: str, headline: str | None) -> None:
    article = parse_article(STORY, title=title)
    assert article.headline == headline
    assert article.sentences[0].text == "Ferry line orders two ships"
    assert len(article.sentences) == 4


def test_facts_given_beside_the_text_win_over_the_editors_lines() -> None:
    given_facts = Facts(outlet="Selwyn Post", language="de")
    article = parse_article("Source: The Harbour Gazette\nAuthor: Ada Quill\n\n" + STORY, facts=given_facts)
    assert (article.outlet, article.language, article.byline) == ("Selwyn Post", "de", "Ada Quill")


def test_an_editors_line_below_the_headline_is_text() -> None:
    article = parse_article(STORY + "\nSource: a letter to the shareholders of the line.\n")
    assert article.outlet is None
    assert article.sentences[-1].text == "Source: a letter to the shareholders of the line."


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("Published: soon\n\n" + STORY, 1, "'Published' is not a date", id="no date"),
        pytest.param("\n\nSource: Gazette\nPublished: 2024-02-30\n\n" + STORY, 4, "'Published' is not a date", id="no such date"),
        pytest.param("Source: A\nSource: B\n\n" + STORY, 2, "'Source' stands here twice", id="a line twice"),
        pytest.param("Title: T\r\nURL: javascript:alert(1)\r\n\r\n" + STORY, 2, "'URL' is not an address", id="no web address"),
        pytest.param("Language: English!\n" + STORY, 1, "'Language' is not a language code", id="no language"),
        pytest.param("Embargo: tomorrow\n" + STORY, 1, "'Embargo' is not a time", id="no time"),
        pytest.param("Embargo: 2024-06-20T06:00:00\n" + STORY, 1, "with its offset", id="a time without its offset"),
        pytest.param("---\ntitle: T\ndate: soon\n---\n" + STORY, 3, "'date' is not a date", id="no date in YAML"),
        pytest.param("---\ntitle: T\ntitel: T\n---\n" + STORY, 3, "'titel' is not a field", id="an unknown field"),
        pytest.param("---\ntitle: T\ntitle: U\n---\n" + STORY, 3, "'title' stands here twice", id="a field twice"),
        pytest.param("---\nby:\n  - Ada\n---\n" + STORY, 2, "'by' is not text", id="a list"),
        pytest.param("---\noutlet: yes: no\n---\n" + STORY, 2, "not valid YAML", id="no YAML"),
        pytest.param("---\ntitle: T\n" + STORY, 1, "not closed", id="front matter that is never closed"),
        pytest.param("---\njust words\n---\n" + STORY, 2, "not a list of fields", id="front matter without fields"),
        pytest.param("---\ntitle: &a T\nby: *a\n---\n" + STORY, 2, "anchors and aliases", id="an alias"),
    ],
)  # fmt: skip
def test_a_wrong_value_says_where_it_stands(text: str, line: int, says: str) -> None:
    with pytest.raises(FieldError) as refused:
        parse_article(text)
    assert refused.value.line == line
    assert says.lower() in refused.value.problem.lower()


# What a rule of the article looks at, glued together in any order.
LABELS = st.sampled_from(
    ["---", "Source: ", "title: x", "By Ada Quill", "NORTHMOOR (AP) — ", "Q: ", "MS. QUILL: ", "END", "###"]
)
LINES = st.sampled_from(
    ["FOR IMMEDIATE RELEASE", "Notes to editors:", "Related stories", "Advertisement", "© 2024 Gazette", "18 June 2024"]
)
WORDS = st.sampled_from(
    ["The ferry left. ", "“It did,” she said.", "(Laughter.)", "(Photo: A/B)", "1. ", "• "]
) | st.text(st.characters(codec="utf-8"), max_size=8)
BREAKS = st.sampled_from(
    ["\n", "\n\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\ufeff", "\u200b", "\u202e", " ", "\t", "\u00a0", "|"]
)
PASTES = st.lists(LABELS | LINES | WORDS | BREAKS, max_size=24).map("".join)


def read(text: str, title: str | None = None) -> tuple[Article | None, FieldError | None]:
    try:
        return parse_article(text, title=title), None
    except FieldError as refused:
        return None, refused


@given(PASTES, st.none() | st.just("") | st.just("A title"))
@example("MS. A: (Laughter.)\nQ: x\nMS. A: y", None)
@example("---\n---\n", None)
@example("---\n? [a]\n: b\n---\n", None)
@example("By A", "")
def test_any_text_is_an_article_or_a_field_error(text: str, title: str | None) -> None:
    article, refused = read(text, title)
    if article is None:
        lines = len(re.split(r"\r\n|[\r\n\x85\u2028\u2029]", text))
        assert refused is not None
        assert 1 <= refused.line <= lines, "an error names a line that is not there"
        return
    assert article.text == text
    position = 0
    for sentence in article.sentences:
        assert Span(position, len(text)).contains(sentence.span), (
            "a sentence leaves the text, or overlaps the one before"
        )
        assert sentence.text.strip() != ""
        position = sentence.span.end
    paragraphs = [sentence.paragraph for sentence in article.sentences]
    assert paragraphs == sorted(paragraphs)


PLAIN = st.sampled_from(
    ["order", "went", "to", "yards", "in", "many", "years", "of", "patient", "talks", "about", "money"]
)


@given(st.lists(PLAIN, min_size=80, max_size=120))
def test_a_hard_wrapped_paragraph_is_the_same_story(words: list[str]) -> None:
    sentence = f"It {' '.join(words)}."
    article = parse_article("\n".join(textwrap.wrap(sentence, 60)), title="")
    assert [it.text for it in article.sentences] == [sentence]
