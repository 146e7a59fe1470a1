"""Whatever a text holds, the brief's Markdown shows exactly it, and reads back as the same brief."""

from __future__ import annotations

import html
import re
from datetime import timezone

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.brief import (
    Approval,
    Brief,
    BriefEvent,
    BriefExchange,
    BriefQuote,
    Correction,
    Evidence,
    FrontMatter,
    Person,
    Point,
    Source,
    Withdrawal,
    clean,
)
from digest.markdown import escape, parse_brief, plain, render_brief

# Characters that mean something to Markdown, YAML, HTML, Jinja or a bidi renderer, and some that do not.
HOSTILE = st.text(
    st.sampled_from("<>&*_[](){}`#-+1.:;,\"'“”‘’~^=!|%\\/@$ \taAbé中—\u202e\u200f\u200b")
    | st.characters(codec="utf-8"),
    max_size=60,
)
TEXT = HOSTILE.map(clean).filter(lambda text: text.strip("\\ ") != "")
NAME = TEXT


def shown(source: str) -> str:
    """What a reader of Python-Markdown's page sees of the first list item."""
    page = markdown.markdown(
        f"- {source}[^1]\n\n[^1]: “note”\n", extensions=["footnotes", "tables", "attr_list", "def_list"]
    )
    item = re.search(r"<li>(.*?)<sup id=", page, re.DOTALL)
    assert item, page
    assert not re.search(r"<(?!/?p>)", item[1]), page
    return html.unescape(re.sub(r"</?p>", "", item[1])).strip()


@given(TEXT)
@example("[^1]: not a footnote")
@example("1. not a list")
@example("1) nor this")
@example("<script>alert(1)</script>")
@example("![x](javascript:alert(1))")
@example("Shock!")
@example("{: .class }")
@example("~~~")
@example("AT&T &amp; &copy;")
@example("no. &#38 and &#x26 without a semicolon")
@example("[Trump] cautioned; today [15 August 2025], he left")
@example("ends in brackets [so]")
@example("C:\\new_folder\\_x_")
@example(": definition")
@example("ends in a backslash \\")
@example("a [b][c] [d](e) [f]: g")
def test_markdown_shows_exactly_the_text(text: str) -> None:
    assert " ".join(shown(escape(text)).split()) == text
    assert plain(escape(text)) == text


@given(TEXT)
@example("Shock!")
@example("“Why?”")
@example("*")
def test_a_question_in_bold_shows_exactly_the_text(text: str) -> None:
    page = markdown.markdown(f"**{escape(text)}**[^1]\n\n[^1]: “note”\n", extensions=["footnotes"])
    bold = re.match(r"<p><strong>(.*?)</strong><sup id=", page, re.DOTALL)
    assert bold, page
    assert " ".join(html.unescape(bold[1]).split()) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("می\u200cروم", "می\u200cروم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥", "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥"),
        ("ga\u200cte o\u200dpen\u200d", "gate open"),
        ("\u200dمی\u200c \u200d", "می"),
        ("می\u200c\u200dروم", "میروم"),
        ("pay \u202e001\u202c, \u2067so\u2069 it\u200bis \ufeff\u00adhere\U000e0041", "pay 001, so itis here"),
        ("a\tb\u2028c\x07\x1b[31m", "a b c[31m"),
    ],
)
def test_what_no_reader_sees_is_left_out_and_joiners_that_are_needed_stay(text: str, cleaned: str) -> None:
    assert clean(text) == clean(cleaned) == cleaned


EVIDENCE = st.builds(Evidence, TEXT, st.none() | NAME, st.integers(1, 999))
POINTS = st.builds(Point, TEXT, st.tuples(EVIDENCE))
QUOTES = st.builds(
    lambda text, speaker, role, evidence: BriefQuote(
        text=text, speaker=speaker, role=role if speaker else None, evidence=(evidence,)
    ),
    TEXT,
    st.none() | NAME,
    st.none() | NAME,
    EVIDENCE,
)
EVENTS = st.builds(
    lambda text, when, evidence: BriefEvent(text=text, when=when, evidence=(evidence,)),
    TEXT,
    st.none() | TEXT,
    EVIDENCE,
)
DAYS = st.dates().map(str)
TIMES = st.datetimes(timezones=st.just(timezone.utc)).map(str)
BRIEFS = st.builds(
    Brief,
    front_matter=st.builds(
        FrontMatter,
        title=TEXT,
        slug=st.just("a-slug"),
        date=st.none() | st.dates().map(str),
        description=st.none() | TEXT,
        language=st.just("en"),
        sources=st.lists(
            st.builds(Source, name=st.none() | TEXT, author=st.none() | TEXT, words=st.none() | st.integers(1, 10**6)),
            max_size=2,
        ).map(tuple),
        located=st.none() | TEXT,
        people=st.lists(st.builds(Person, name=TEXT, role=st.none() | TEXT), max_size=2).map(tuple),
        organisations=st.lists(TEXT, max_size=2).map(tuple),
        tags=st.lists(TEXT, max_size=2).map(tuple),
        genres=st.lists(st.sampled_from(["Opinion", "Review", "Long read"]), max_size=2).map(tuple),
        review=st.sampled_from([None, "draft", "approved"]),
        reviewed=st.none() | st.builds(Approval, at=DAYS, by=st.none() | TEXT),
        expires=st.none() | TIMES,
        corrections=st.lists(
            st.builds(Correction, date=DAYS | TIMES, wrong=TEXT, right=TEXT, by=st.none() | TEXT), max_size=2
        ).map(tuple),
        withdrawn=st.none() | st.builds(Withdrawal, date=DAYS | TIMES, why=TEXT),
        extra=st.lists(
            st.tuples(st.sampled_from(["weight", "layout"]), st.integers(-(10**50), 10**50) | TEXT), max_size=1
        ).map(tuple),
    ),
    takeaway=POINTS,
    key_points=st.lists(POINTS, max_size=3).map(tuple),
    quotes=st.lists(QUOTES, max_size=3).map(tuple),
    exchanges=st.lists(st.builds(BriefExchange, POINTS, QUOTES), max_size=2).map(tuple),
    figures=st.lists(POINTS, max_size=2).map(tuple),
    timeline=st.lists(EVENTS, max_size=3).map(tuple),
    outlook=st.lists(POINTS, max_size=2).map(tuple),
    open_questions=st.lists(POINTS, max_size=2).map(tuple),
)


@given(BRIEFS)
@example(
    Brief(front_matter=FrontMatter(title="x", slug="x"), takeaway=Point("a backslash \\", (Evidence("a \\", None, 1),)))
)
@example(Brief(front_matter=FrontMatter(title="x", slug="x"), quotes=(BriefQuote(text="x", speaker="–"),)))
@example(Brief(front_matter=FrontMatter(title="x", slug="x"), takeaway=Point("x", (Evidence("x", "0)", 1),))))
def test_a_brief_reads_back_as_it_was_written(brief: Brief) -> None:
    assert parse_brief(render_brief(brief)) == brief
