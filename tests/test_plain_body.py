"""A brief's body straight from its type is what Python-Markdown makes of the brief's file, byte for byte."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given

from digest.brief import Brief, BriefQuote, Evidence, FrontMatter, Point
from digest.markdown import render_body
from digest.site.body import BodyRenderer
from digest.site.plain_body import body_of
from digest.site.wording import read_wording
from tests.test_markdown_properties import BRIEFS

WORDS = read_wording("en")
RENDERER = BodyRenderer(WORDS, ["toc", "tables", "fenced_code"], {})
SOURCE = Evidence("AT&T’s “plan” <b>, it said", "The Northmoor (evening) Post", 3)


@given(BRIEFS)
@example(
    Brief(
        front_matter=FrontMatter(title="A", slug="a"),
        takeaway=Point("[Quill] left *at once*, for 5 < 6 & more.", (SOURCE, SOURCE)),
        key_points=(Point("No source", ()), Point("Two", (SOURCE, Evidence("An editor’s note")))),
        quotes=(BriefQuote(text="Nobody", evidence=(SOURCE,)), BriefQuote(text="All", speaker="A, B", role="C, D")),
    )
)
def test_the_page_shows_the_same_as_by_way_of_markdown(brief: Brief) -> None:
    brief = replace(brief, sections=())
    assert body_of(brief, WORDS) == RENDERER.render(render_body(brief))
