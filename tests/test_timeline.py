"""A timeline stands where a story tells of three different dates, in its own words and in the order of time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.analysis.analysis import analyse
from digest.article import parse_article
from digest.article.facts import Facts
from digest.extraction import DEFAULT_BUDGET

PUBLISHED = date(2026, 3, 11)
"""A Wednesday."""

DAM = "The council of Northmoor voted to build the tidal dam in May 2019."
WORK = "Work on the tidal dam began in the harbour on 3 June 2024."
FLOOD = "A flood broke through the unfinished dam on Monday and drowned two streets."
OPENING = "The Harbour Authority will open the mended dam to the public on 1 May."


def timeline_of(*sentences: str) -> list[str]:
    article = parse_article("\n\n".join(sentences), title="A dam", facts=Facts(published=PUBLISHED.isoformat()))
    return [f"{event.value}: {event.point.text}" for event in analyse(article, budget=DEFAULT_BUDGET).sidebars.timeline]


def test_no_story_has_no_timeline() -> None:
    assert timeline_of("") == []


def test_two_dates_make_no_timeline() -> None:
    assert timeline_of(DAM, WORK, "Work on the long wall of the harbour began on 3 June 2024 too.") == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Catches in the harbour were up three per cent from March 2025.", id="a comparison"),
        pytest.param("“We opened the long wall on 4 July 2025,” the mayor of Northmoor said.", id="what somebody says"),
        pytest.param("Ada Quill, who was elected mayor in 2018, stood beside the dam.", id="a clause beside"),
        pytest.param(
            "The mayor of Northmoor told reporters on Tuesday that nobody is to blame.", id="when it was said"
        ),
        pytest.param("The 2012 plan of the wall lay in a drawer of the council.", id="a year that names something"),
        pytest.param("They have mended the wall of the old harbour in July 2025.", id="a sentence that dangles"),
        pytest.param("Will the council of Northmoor mend the wall in July 2026?", id="a question"),
        pytest.param("In July 2025 the council of Northmoor mended the wall, and in 2024 the lock.", id="two dates"),
        pytest.param("11/30 The wall of the harbour of Northmoor was mended in July 2025.", id="a caption"),
        pytest.param("Today, most harbours of the coast are behind a dam or a wall.", id="these days"),
    ],
)
def test_a_date_on_which_nothing_is_told_to_have_happened_is_none(other: str) -> None:
    assert timeline_of(DAM, WORK, other) == []


def test_events_stand_in_the_order_of_time_and_tell_their_sentence() -> None:
    assert timeline_of(FLOOD, OPENING, DAM, WORK) == [
        f"2019-05: {DAM}",
        f"2024-06-03: {WORK}",
        "2026-03-09: A flood broke through the unfinished dam on Monday [9 March 2026] and drowned two streets.",
        f"2026-05-01: {OPENING}",
    ]


def test_one_event_tells_of_the_day_of_publication_and_two_of_another() -> None:
    today = [
        "A storm reached the harbour today with waves of six metres.",
        "Trees fell in the streets of the town today.",
    ]
    monday = [
        FLOOD,
        "The bridge across the river was shut on Monday by the town.",
        "Ferries lay in the harbour on Monday, all of them.",
    ]
    values = [it.partition(":")[0] for it in timeline_of(*today, *monday, DAM)]
    assert values == ["2019-05", "2026-03-09", "2026-03-09", "2026-03-11"]


def test_what_opens_alike_is_told_once() -> None:
    caption = "The council of Northmoor voted to build the dam in May 2019, near the harbour."
    assert len(timeline_of(DAM, caption, WORK, FLOOD)) == 3


def test_a_story_of_many_dates_has_eight_events() -> None:
    told = [f"The lock number {n} in the harbour of Northmoor was opened in {1990 + n}." for n in range(20)]
    told = [f"{word} {text[4:]}" for word, text in zip("ABCDEFGHIJKLMNOPQRST", told, strict=True)]
    assert len(timeline_of(*told)) == 8


def test_another_language_has_none() -> None:
    german = [
        f"Der Rat der Stadt hat am 3. März {year} den Bau der Mauer im Hafen beschlossen."
        for year in (2021, 2022, 2023)
    ]
    assert timeline_of(*german) == []


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from([DAM, WORK, FLOOD, OPENING, "He left on Friday.", "In 1999, “no", "3 May 2025", "?"]),
        max_size=12,
    )
)
def test_any_timeline_is_ordered_and_of_its_sentences(sentences: list[str]) -> None:
    article = parse_article("\n\n".join(sentences), title="A dam", facts=Facts(published=PUBLISHED.isoformat()))
    events = analyse(article, budget=DEFAULT_BUDGET).sidebars.timeline
    assert [event.value for event in events] == sorted(event.value for event in events)
    assert len({event.value for event in events}) >= 3 or not events
    for event in events:
        assert event.point.evidence.span.contains(event.date.span)
