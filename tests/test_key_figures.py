"""Key figures say what they count, in the words of the story."""

from __future__ import annotations

import pytest

from digest.analysis.figures import find_figures, find_key_figures
from digest.article import parse_article

LEAD = "At least 250 people were saved from the harbour of Northmoor, the Harbour Authority said."
COST = "The tidal gate cost $48 million, and 9 percent of voters were against it."


def key_figures_of(*sentences: str) -> list[str]:
    article = parse_article("\n\n".join(sentences), title="A gate")
    figures = [it for sentence in article.sentences for it in find_figures(article.text, sentence.span)]
    found = find_key_figures(article, figures)
    for it in found:
        assert it.evidence in article.sentences
        assert it.evidence.span.contains(it.figure.span)
    return [it.phrase for it in found]


def test_a_story_without_figures_has_none() -> None:
    assert key_figures_of("Rain fell on the harbour of Northmoor all day.") == []


def test_trifles_are_none() -> None:
    assert (
        key_figures_of(
            "Two men waited for 40 minutes, and prices rose 3 percent in 2014.",
            "Ada Quill, a 54-year-old engineer, lost 5-4 in a vote of the council.",
            "It is 12 years old and a 30-metre wall protects it.",
        )
        == []
    )


def test_a_small_sum_says_what_it_pays_for_or_is_none() -> None:
    assert key_figures_of("The line raised its bid to $82, or $70 a share, and paid £28,156.") == [
        "$70 a share",
        "paid £28,156",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council wants a total of $48 million, the crews took $5 million for the second time.",
        "The yard closed because of $9 million, and the fare cost £4 on the first day.",
        "The price plunged from $11,926 in May.",
        "The revenue, it said, was not told, and $30 million went.",
        "The town took less from the road by $18 million a year.",
        "A wind of the north reached 94mph on Monday.",
        "The page has 34 postsGet the app now.",
        "The gate let 70 percent of Northmoor’s (a town) through.",
    ],
)
def test_a_sum_a_speed_or_a_share_that_does_not_say_what_it_is_is_none(sentence: str) -> None:
    assert key_figures_of(sentence) == []


def test_what_a_sum_is_begins_behind_a_preposition() -> None:
    assert key_figures_of("The line earned more for a share on revenue of $1.12 billion.") == [
        "revenue of $1.12 billion"
    ]


def test_what_a_sum_or_a_speed_is_stands_beside_it() -> None:
    assert key_figures_of(
        "The town will vote on a loan of £140 million for a new ferry terminal, after a heavy loss of about $9 million.",
        "A gust of 102mph was measured at a margin of 7.5% on Monday.",
    ) == [
        "a loan of £140 million for a new ferry terminal",
        "a heavy loss of about $9 million",
        "A gust of 102mph",
        "a margin of 7.5%",
    ]


def test_lengths_and_weights_are_none_without_the_thing() -> None:
    assert key_figures_of(
        "The town lies 500 miles east of Selwyn, 25 feet below the sea, and its 240,000 square meter quay bears 425kg.",
        "The gate let in 18 inches of water, and the fund holds 5 million pounds.",
    ) == ["18 inches of water"]


def test_figures_stand_in_reading_order_with_their_hedge() -> None:
    assert key_figures_of(LEAD, COST) == [
        "At least 250 people were saved",
        "The tidal gate cost $48 million",
        "9 percent of voters",
    ]


def test_a_figure_said_again_is_told_once() -> None:
    assert key_figures_of(LEAD, "The ferry took 250 people to the town of Northmoor.") == [
        "At least 250 people were saved"
    ]


def test_a_sentence_gives_two_at_most_and_a_story_five() -> None:
    many = [f"The town has {n}1 boats, {n}2 houses, {n}3 shops and {n}4 trees." for n in range(3, 9)]
    assert len(key_figures_of(*many)) == 5
    assert len(key_figures_of(many[0])) == 2


def test_the_same_in_another_unit_is_left_out() -> None:
    assert key_figures_of("The gate of Northmoor cost $48 million (£36 million) to build.") == [
        "The gate of Northmoor cost $48 million"
    ]


def test_one_number_of_people_is_told_once() -> None:
    ten = ("A crash killed 10 citizens of Northmoor.", "The 10 passengers of the ferry were asleep, and 24 others.")
    assert key_figures_of(*ten) == ["killed 10 citizens of Northmoor", "24 others"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At least 40 people were injured when the gate fell.", ["At least 40 people were injured"]),
        ("The storm left 300 homes without power on Monday.", ["300 homes without power"]),
        ("The council backed it by 130 votes to 40.", ["130 votes to 40"]),
        ("The House backed it with only 10 votes against.", ["only 10 votes against"]),
        ("The blast killed at least 14 people in the town.", ["killed at least 14 people"]),
        ("The flood, killing 14 people, reached the town.", ["killing 14 people"]),
        ("Some 50 sailors have died so far this year.", ["Some 50 sailors have died"]),
        ("Some 50 sailors could be dismissed by May.", ["Some 50 sailors could be dismissed"]),
        ("Some 50 sailors were not injured at all.", ["Some 50 sailors were not injured"]),
        # What is denied, feared or not done is no fact of the figure's.
        ("He denied killing 14 people in the town.", ["14 people"]),
        ("The storm could have killed 14 people.", ["14 people"]),
        ("The blast has not killed 14 people.", ["14 people"]),
        ("She is accused of killing 14 people.", ["14 people"]),
        # What needs more words behind it, or has somebody behind it.
        ("Some 50 sailors were expected to strike.", ["Some 50 sailors"]),
        ("Some 50 sailors were ordered to leave.", ["Some 50 sailors"]),
        ("Some 50 sailors injured the mate.", ["Some 50 sailors"]),
        ("The army flew 30 missions against the rebels.", ["30 missions"]),
        ("A team of 22 sailors was asked to help.", ["22 sailors"]),
    ],
)
def test_a_count_says_what_befell_those_whom_it_counts(sentence: str, expected: list[str]) -> None:
    assert key_figures_of(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Group revenue rose 2.5 percent to $11.21 billion.", ["Group revenue rose 2.5 percent to $11.21 billion"]),
        ("In May revenue rose to $11.21 billion.", ["revenue rose to $11.21 billion"]),
        ("Revenue up 6.2% to £412.6m in the first half.", ["Revenue up 6.2% to £412.6m"]),
        ("Its second-quarter net profit fell to £12m.", ["Its second-quarter net profit fell to £12m"]),
        ("Her salary will be £185,000.", ["Her salary will be £185,000"]),
        ("The town’s budget deficit was $438 million.", ["budget deficit was $438 million"]),
        ("It said when net profit plunged to 1.57 billion euros.", ["net profit plunged to 1.57 billion euros"]),
        ("The line expects savings of 140 million euros a year.", ["savings of 140 million euros a year"]),
        ("The trust spent £3.8m on agency staff last year.", ["The trust spent £3.8m on agency staff"]),
        ("The trust spent £3.8m on Monday.", ["The trust spent £3.8m"]),
        ("The gate could cost $2 billion.", ["The gate could cost $2 billion"]),
        (
            "It has agreed to buy the Selwyn Line for about $2.9 billion.",
            ["to buy the Selwyn Line for about $2.9 billion"],
        ),
        (
            "A tuna was sold on Saturday for a record 333 million yen.",
            ["A tuna was sold on Saturday for a record 333 million yen"],
        ),
    ],
)
def test_a_sum_says_what_stands_at_it(sentence: str, expected: list[str]) -> None:
    assert key_figures_of(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It would cost £3 million.", []),
        ("The gate, which cost £2 million, fell.", ["The gate, which cost £2 million"]),
        ("They fell, which cost £2 million.", []),
        ("In May the gate was shut and cost £4 million.", []),
        ("The firm and the bank lost $3 million.", ["lost $3 million"]),
        ("The council said a new school would cost £14 million.", ["a new school would cost £14 million"]),
        (
            "A plan to widen the road would have cost £9 million.",
            ["A plan to widen the road would have cost £9 million"],
        ),
        ("It won an order worth 1.2 billion euros.", ["an order worth 1.2 billion euros"]),
        ("Salmon exports were worth 4.9 billion crowns.", ["Salmon exports were worth 4.9 billion crowns"]),
        ("It said 14 of the bureau's 62 dams leak.", ["14 of the bureau's 62 dams"]),
        ("Tal Siyah, a village of 900 people, shook.", []),
        ("The line made a profit of £3m a year before.", ["a profit of £3m"]),
        ("Turnout was 86 percent on Monday.", ["Turnout was 86 percent"]),
        ("Shares of Senn Lines (SENN.OL) fell 17% on Monday.", ["Shares of Senn Lines (SENN.OL) fell 17%"]),
        ("Some 15cm to 25cm of snow fell.", ["Some 15cm to 25cm of snow"]),
    ],
)
def test_a_sum_or_a_share_is_told_with_what_costs_or_has_it(sentence: str, expected: list[str]) -> None:
    assert key_figures_of(sentence) == expected


def test_a_figure_is_told_without_what_would_make_it_too_long() -> None:
    long = "The annual budget deficit increased faster than anybody in Northmoor said to approximately $438.25 million."
    assert key_figures_of(long) == []
    assert key_figures_of(long.replace("million.", "million of debt.")) == ["approximately $438.25 million of debt"]


def test_the_ends_of_a_range_are_one_figure_and_a_bare_share_is_none() -> None:
    assert key_figures_of("The fall was between 20 and 30 percent.") == []
    assert key_figures_of("Between 150mm and 250mm of snow fell.") == ["Between 150mm and 250mm of snow"]
    assert key_figures_of("The gate costs $40 million to $50 million.") == ["The gate costs $40 million to $50 million"]


def test_what_a_page_of_corrections_takes_back_is_none() -> None:
    page = "Corrections\n\nAn article said that 400 homes were evacuated in May. In fact 40 homes were evacuated."
    article = parse_article(page)
    figures = [it for sentence in article.sentences for it in find_figures(article.text, sentence.span)]
    assert [it.phrase for it in find_key_figures(article, figures)] == ["40 homes were evacuated"]


def test_a_part_of_a_count_is_told_with_it() -> None:
    assert key_figures_of("The party won 58 of the 101 seats in Northmoor.") == ["58 of the 101 seats"]
    assert key_figures_of("The trust has nine of its 16 consultants.") == ["nine of its 16 consultants"]
    # What is one of many is a rank more often than a count.
    assert key_figures_of("It is one of the 12 best towns in the land.") == ["12 best towns"]


def test_a_figure_inside_the_phrase_of_another_is_not_told_twice() -> None:
    assert key_figures_of("The price plunged from $11,926 to $10,925 on Monday.") == [
        "The price plunged from $11,926 to $10,925"
    ]
