"""Hostile articles and briefs: whatever a file holds, it is text on the page, the build ends, and nothing else is read."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest

from digest.brief import Brief
from digest.errors import FieldError
from digest.markdown import is_as_generated, parse_brief, render_brief, split_brief
from digest.pipeline import make_brief, write_brief
from digest.settings import Settings
from digest.site.body import BodyRenderer
from digest.site.wording import read_wording
from tests.hostile import inserts, whole
from tests.hostile.documents import HARMLESS, article_with
from tests.markup import Markup, markup_of

INSERTS = inserts()
ARTICLES = {name: article_with(words, number) for number, (name, words) in enumerate(INSERTS.items(), 1)}
ARTICLES |= {f"article: {title}": text for title, text in whole("articles").items()}
REFUSED = {
    "a link in the fields to a script",
    "a link in the fields with a line end",
    "a link in the fields without end",
    "a link above the story without end",
    "anchors in the fields",
    "a billion laughs in the fields",
    "an anchor that holds itself",
    "an object of Python's in the fields",
    "a merge in the fields",
    "a day that is none in the fields",
    "a language that is none",
    "a language without end",
    "an embargo that says nothing",
    "a brief that was pasted as an article",
}
"""Articles that are named as wrong instead of being made into a brief."""
SETTINGS = Settings()
PLAIN = BodyRenderer(read_wording("en"), ["toc", "tables", "fenced_code"])
RICH = BodyRenderer(
    read_wording("en"),
    ["toc", "tables", "fenced_code", "attr_list", "abbr", "def_list", "admonition", "md_in_html", "nl2br", "wikilinks"],
)
"""With what a site's configuration may ask for beside MkDocs' own."""


def made_of(text: str) -> Brief:
    brief = make_brief(text, path="articles/a.txt", sha256="0", settings=SETTINGS)
    assert brief is not None
    return brief


def words_of(page: str) -> str:
    """What a reader sees of a page's HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


@cache
def harmless_markup() -> Markup:
    """What stands in the body of a brief of a harmless article of the same shape."""
    return markup_of(PLAIN.render(split_brief(write_brief(made_of(article_with(HARMLESS, 1)), SETTINGS)).body))


def test_there_are_enough_cases() -> None:
    assert len(INSERTS) >= 400
    assert len(ARTICLES) + len(whole("briefs")) >= 500


@pytest.mark.parametrize("name", REFUSED)
def test_an_article_whose_fields_are_wrong_is_refused(name: str) -> None:
    with pytest.raises(FieldError):
        made_of(ARTICLES[f"article: {name}"])


@pytest.mark.parametrize("name", [name for name in ARTICLES if name.removeprefix("article: ") not in REFUSED])
def test_an_article_is_shown_as_the_text_that_it_is(name: str) -> None:
    brief = made_of(ARTICLES[name])
    assert parse_brief(render_brief(brief)) == brief
    parts = split_brief(write_brief(brief, SETTINGS))
    assert is_as_generated(parts, parse_brief(write_brief(brief, SETTINGS)).front_matter.digest)
    harmless = harmless_markup()
    for renderer in (PLAIN, RICH):
        page = renderer.render(parts.body)
        markup = markup_of(page)
        assert markup.elements <= harmless.elements | {"strong"}
        assert markup.pairs <= harmless.pairs
        assert markup.values("class") <= harmless.values("class")
        if renderer is RICH:
            continue
        shown = words_of(page)
        for said in (*([brief.takeaway] if brief.takeaway else ()), *brief.key_points, *brief.quotes):
            assert said.text in shown
            assert all(evidence.text in shown for evidence in said.evidence)
