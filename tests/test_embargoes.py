"""An embargo's line is known as one, and never read as earlier than it may mean."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.article import parse_article
from digest.article.embargo import embargo_in, is_embargo_line
from digest.errors import EmbargoError
from tests.golden import cases

RELEASED = date(2026, 6, 3)
STORY = "Council plants trees\n\nThe council of Northmoor will plant 40,000 trees along the Senn by 2029.\n"


@pytest.mark.parametrize(("lines", "expected"), cases("embargoes"))
def test_until_when_a_line_holds_its_text_back(lines: str, expected: list[str]) -> None:
    assert [
        embargo_in(line, RELEASED) or "?" if is_embargo_line(line) else "-" for line in lines.split("\n")
    ] == expected


@pytest.mark.parametrize("line", ["EMBARGOED UNTIL 00:01 GMT 5 June", "Embargo: 00:01 GMT 5 June"])
def test_a_year_is_never_guessed(line: str) -> None:
    dated = parse_article(f"{line}\n\nPress release\n3 June 2026\n\n{STORY}")
    assert dated.embargo == "2026-06-05T00:01:00+00:00"
    with pytest.raises(EmbargoError, match="without a date"):
        parse_article(f"{line}\n\nPress release\n\n{STORY}")


@pytest.mark.parametrize(
    ("day", "published", "until"),
    [
        ("5 January", date(2026, 12, 20), "2027-01-05"),
        ("20 May", date(2026, 6, 3), "2026-05-20"),
        ("1 February", date(2026, 6, 3), "2027-02-01"),
    ],
)
def test_a_day_without_its_year_is_the_nearest_that_is_not_long_over(day: str, published: date, until: str) -> None:
    assert embargo_in(f"EMBARGOED UNTIL 00:01 GMT {day}", published) == f"{until}T00:01:00+00:00"


def test_the_latest_of_several_lines_counts_and_one_without_a_date_beside_them_is_no_error() -> None:
    lines = "EMBARGOED UNTIL 00:01 GMT 5 June 2026\n\nThis release is embargoed until Friday.\n\nEmbargo: 06:00 GMT, 5 June 2026"
    article = parse_article(f"Press release\n\n{lines}\n\n{STORY}")
    assert article.embargo == "2026-06-05T06:00:00+00:00"


def test_a_release_that_gives_no_other_date_is_dated_by_its_embargo() -> None:
    line = "EMBARGOED UNTIL 5 June 2026"
    assert parse_article(f"{line}\n\n{STORY}").published == "2026-06-05"
    assert parse_article(f"{line}\n\nPress release\n3 June 2026\n\n{STORY}").published == "2026-06-03"


LONG = (
    "This press release and its annexes are confidential and strictly embargoed until 00:01 GMT on 5 June 2026. Whoever publishes, "
    "broadcasts or posts any of it before that time breaks the embargo and may be removed from our list of contacts for the media."
)


@pytest.mark.parametrize(
    "notice",
    [
        pytest.param("EMBARGO\n00:01 GMT, 5 June 2026", id="the day below"),
        pytest.param("EMBARGO\nFriday 5 June 2026\n00.01am GMT", id="the day and the time below"),
        pytest.param("EMBARGOED UNTIL:\n5 June 2026 at 00:01 GMT", id="the day below a colon"),
        pytest.param(LONG, id="a sentence of a long paragraph"),
        pytest.param("We have a report. It is embargoed until 00:01 GMT on 5 June 2026.", id="a sentence of two"),
    ],
)
def test_a_notice_may_take_more_than_a_line_and_less_than_a_paragraph(notice: str) -> None:
    article = parse_article(f"Press release\n\n{notice}\n\n{STORY}")
    assert article.embargo == "2026-06-05T00:01:00+00:00"
    assert not any("embargoed" in sentence.text for sentence in article.sentences)


MAIL = "From: Ada Quill <ada@trust.example>\nTo: desk@gazette.example\nDate: Wed, 3 Jun 2026 09:30\nSubject: {}\n\nDear all,\n\n{}\n\n{}"


def test_a_mails_subject_holds_its_text_back() -> None:
    mail = MAIL.format("EMBARGOED: our report, out Fri 5 June, 00:01 GMT", "It is under embargo until Friday.", STORY)
    assert parse_article(mail).embargo == "2026-06-05T00:01:00+00:00"
    with pytest.raises(EmbargoError, match="without a date"):
        parse_article(MAIL.format("EMBARGOED: our report", "We hope that you like it.", STORY))
    assert parse_article(MAIL.format("What the oil embargo did", "We hope that you like it.", STORY)).embargo is None


def test_an_editors_line_may_be_in_words_where_its_zone_is_known() -> None:
    article = parse_article(f"Embargo: 0600 BST, Thursday 5 June 2026\n\n{STORY}")
    assert article.embargo == "2026-06-05T06:00:00+01:00"
    with pytest.raises(EmbargoError, match="with its offset"):
        parse_article(f"Embargo: 0600, Thursday 5 June 2026\n\n{STORY}")


PIECES = st.sampled_from(
    [
        *("00:01", "24:00", "6am", "0600", "midnight", "noon", "GMT", "BST", "UTC+99", "-12:00", "+99:99", "Z", "ET"),
        *(
            "5 June",
            "June 5, 2026",
            "31 June 2026",
            "9999-12-31",
            "0001-01-01",
            "05/06/2026",
            "33/33/33",
            "2026",
            "/",
            ",",
        ),
    ]
)


@given(st.lists(PIECES, max_size=9).map(" ".join), st.sampled_from([None, RELEASED, date.min, date.max]))
def test_any_line_gives_a_time_with_its_offset_or_none(words: str, published: date | None) -> None:
    found = embargo_in(f"EMBARGOED UNTIL {words}", published)
    assert found is None or datetime.fromisoformat(found).tzinfo is not None
