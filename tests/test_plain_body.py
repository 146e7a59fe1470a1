"""A brief's body straight from its type is what Python-Markdown makes of the brief's file, byte for byte."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from digest.brief import Brief, BriefQuote, Evidence, FrontMatter, Point
from digest.card import card_of
from digest.markdown import parse_brief, render_body, split_brief
from digest.site.body import BodyRenderer
from digest.site.plain_body import body_of, unstyled
from digest.site.sanitising import sanitise
from digest.site.wording import read_wording
from digest.store import StoredBrief
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
    body = body_of(brief, WORDS)
    assert body == RENDERER.render(render_body(brief))
    assert unstyled(body) == sanitise(body, styled=False)


@given(st.text("[]()^:!<>`*_#-\\&; ab1.\n\t\x02\x03", max_size=50))
@example("See [the other](other.md).")
@example("![A gate](gate.png)")
@example("See [the other] [1].\n\n[1]: other.md")
@example("> - [1]: other.md\n>\n> See [1].")
@example("[the other]\x02(other.md)")
@example("[^1]: other.md\n\nSee [the other][^1] and [^1].")
def test_no_address_is_sought_for_a_body_that_is_known_to_hold_no_link(body: str) -> None:
    text = f'---\ntitle: "A"\nslug: "a"\n---\n\n{body}'
    stored = StoredBrief(
        path="briefs/a.md",
        text=text,
        brief=parse_brief(text),
        parts=split_brief(text),
        as_generated=False,
        words_as_generated=False,
    )
    sought: list[str] = []
    RENDERER.render(stored.parts.body, resolve=lambda path: sought.append(path) or None)
    assert not sought or card_of(stored).may_link
