"""Key points are the story's own words: the main fact first, nothing twice, nothing that dangles."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.analysis import Budget, publication_day
from digest.analysis.key_points import find_key_points
from digest.analysis.key_points.mending import dangles, mend, with_given_name
from digest.analysis.key_points.scene import sets_scene, tells_news
from digest.analysis.key_points.setting import adds, opens_with_quotation, set_out, tells
from digest.analysis.key_points.shortening import shorten, without_connective, without_dateline, without_number
from digest.analysis.key_points.shortening.dates import with_dates
from digest.analysis.key_points.shortening.inner_connective import without_inner_connective
from digest.analysis.key_points.shortening.leading_circumstance import without_leading_circumstance
from digest.analysis.key_points.shortening.occasion import without_occasion
from digest.analysis.key_points.shortening.outlet import without_own_outlet
from digest.analysis.key_points.shortening.parentheses import without_parentheses
from digest.analysis.key_points.shortening.party import without_party
from digest.analysis.key_points.shortening.relative_clause import without_relative_clause
from digest.analysis.key_points.shortening.symbol import without_symbol
from digest.analysis.names import find_names
from digest.analysis.references import References
from digest.article import parse_article
from digest.text.lexicons import lexicon
from tests.golden import cases

PUBLISHED = date(2026, 3, 11)
"""A Wednesday."""


@pytest.mark.parametrize(("text", "expected"), cases("key_points"))
def test_key_points_of_an_article(text: str, expected: list[str]) -> None:
    article = parse_article(text)
    references = References(article, find_names(article))
    points = find_key_points(article, references, published=publication_day(article.published), budget=Budget())
    assert [point.text for point in points] == expected


@pytest.mark.parametrize(("text", "expected"), cases("scenes"))
def test_what_a_story_opens_with_is_news_or_a_scene(text: str, expected: list[str]) -> None:
    assert ["scene" if sets_scene(text) else "news"] == expected


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("The crews were asked twice, said Ada Quill.", False),
        ("Ada Quill said: “The crews were asked twice, and nobody came to the quay.”", False),
        ("“Truth About Ferries” is the work of a group of crews who left Senn Lines.", False),
        ("“We had to,” said Ada Quill, who has led the council of Northmoor since the gate was built.", False),
        ("“The crews were asked twice, and nobody came to the quay,” said Ada Quill.", True),
        ('"The crews were asked twice, and nobody came," Ada Quill told the Gazette.', True),
    ],
)
def test_a_sentence_opens_with_what_somebody_says(sentence: str, quoted: bool) -> None:
    assert opens_with_quotation(sentence) == quoted


@pytest.mark.parametrize(
    ("sentence", "plainly"),
    [
        ("Now the guests hear steps on the stairs, and the town has voted.", 0),
        ("Now 34, she has three boats.", 0),
        ("Now the trust of the island has won a grant for the tower.", 2),
        ("The tower would have been sold to a chain of hotels.", 1),
        ("Ada Quill is one of 40 volunteers who have kept the line open.", 1),
        ("A ferry leaves in two hours, as what the crews have said of it tells.", 1),
        ("The crews, who will sail, had voted for it in May.", 1),
        ("“The town has voted,” says Ada Quill.", 1),
        ("The regulator, the Office for Ferries, has ruled that lines must buy new ships.", 2),
        ("On Thursday the mayor said that the town would pay.", 2),
        ("The council voted for the gate.", 2),
    ],
)
def test_behind_a_scene_what_has_happened_or_will_is_news(sentence: str, plainly: int) -> None:
    assert tells_news(sentence) == plainly


@pytest.mark.parametrize(("text", "expected"), cases("shortening_dateline"))
def test_the_dateline_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_dateline(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_number"))
def test_the_number_of_an_entry_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_number(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_symbol"))
def test_the_symbol_of_a_share_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_symbol(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_connective"))
def test_a_connective_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_connective(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_outlet"))
def test_the_articles_own_outlet_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_own_outlet(text, outlet="Northmoor Wire")] == expected
    assert without_own_outlet(text, outlet=None) == text


@pytest.mark.parametrize(("text", "expected"), cases("shortening_parentheses"))
def test_parentheses_that_say_nothing_are_left_out(text: str, expected: list[str]) -> None:
    assert [without_parentheses(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_party"))
def test_a_party_behind_a_name_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_party(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_relative_clause"))
def test_a_relative_clause_of_background_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_relative_clause(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_inner_connective"))
def test_a_connective_inside_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_inner_connective(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_occasion"))
def test_the_occasion_of_saying_is_left_out(text: str, expected: list[str]) -> None:
    assert [without_occasion(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("shortening_leading_circumstance"))
def test_the_datelines_day_and_place_are_left_out(text: str, expected: list[str]) -> None:
    assert [without_leading_circumstance(text, published=PUBLISHED, place="Geneva, Switzerland")] == expected
    assert without_leading_circumstance(text) == text


@pytest.mark.parametrize(("text", "expected"), cases("shortening_dates"))
def test_a_day_that_the_reader_cannot_know_is_dated(text: str, expected: list[str]) -> None:
    assert [with_dates(text, published=PUBLISHED)] == expected
    assert with_dates(text, published=None) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Quill reportedly left the council on the mayor's advice.",
        "According to the harbour office, 40 boats were lost.",
        "The gate is expected to open in May.",
        "The council did not vote.",
        "Only the mayor, who was ill, stayed away.",
        "The line may sell the ships, Quill said.",
    ],
)
def test_hedges_and_attributions_stay(sentence: str) -> None:
    assert shorten(sentence, outlet="Northmoor Wire", published=PUBLISHED) == sentence


def test_the_rules_work_together() -> None:
    sentence = "GENEVA (NMW) — However, talks\nbegan on Monday, reports Northmoor Wire."
    assert shorten(sentence, outlet="Northmoor Wire", published=PUBLISHED) == "Talks began on Monday [9 March 2026]."


PIECES = [
    "But",
    "However,",
    "On Wednesday,",
    "On Wednesday the",
    "In Geneva,",
    "In a statement,",
    "the mill",
    "Sen. Ada Quill",
    "the Northmoor Harbour Board",
    "(NHB)",
    "(D-Calif.)",
    "(16 km)",
    "(3 crowns)",
    "10 miles",
    ", R-Utah,",
    ", which lies on the river,",
    ", which is not old,",
    ", who may have 2 boats.",
    ", who lives on the quay.",
    ", however,",
    "said in a statement",
    "said",
    "was sold",
    "reportedly",
    "nearly two",
    "has never",
    "could not",
    "that talks had begun",
    "on Monday",
    "next week",
    "“we",
    "gone”",
    ".",
    ",",
]
WORD = re.compile(r"[^\W_]+")
KEPT = frozenset().union(*(lexicon("kept_words")[name] for name in ("negations", "modals", "hedges", "numbers")))


def shortened(sentence: str) -> str:
    return shorten(sentence, outlet="Northmoor Wire", published=PUBLISHED, place="Geneva")


def joined(pieces: list[str]) -> str:
    """The pieces as a sentence; commas stand at the word before them."""
    return " ".join(pieces).replace(" ,", ",").replace(" .", ".")


def without_brackets(text: str) -> str:
    return re.sub(r" \[[^\]]*\]", "", text)


@given(st.lists(st.sampled_from([*PIECES, "GENEVA", "—", "U.S.", "\n"]) | st.text(max_size=5), max_size=14))
@example(["But", "a"])
@example(["GENEVA", "—", "However,", "", "talks"])
def test_a_key_point_says_nothing_that_its_sentence_does_not(pieces: list[str]) -> None:
    sentence = joined(pieces)
    if "[" in sentence:
        return
    source = iter(WORD.findall(sentence))
    # All but the first word, which may have got a capital, stand in the sentence, in its order.
    words = WORD.findall(without_brackets(shortened(sentence)))
    assert all(any(word == other for other in source) for word in words[1:])


@given(st.lists(st.sampled_from(PIECES), max_size=14))
@example(["the mill", ", which is not old,", "was sold", "to nearly two", "."])
def test_figures_negations_modals_and_hedges_stay(pieces: list[str]) -> None:
    sentence = joined(pieces)
    outside = re.sub(r"\([^)]*\)", "", sentence)
    left = iter(WORD.findall(without_brackets(shortened(sentence)).lower()))
    must = [word for word in WORD.findall(outside.lower()) if word.isdigit() or word in KEPT]
    assert all(any(word == other for other in left) for word in must)


@given(st.lists(st.sampled_from(PIECES), max_size=14, unique=True))
@example(["In Geneva,", "next week"])
@example(["In Geneva,", "On Wednesday,", "But", "said in a statement"])
def test_a_key_point_cannot_be_shortened_again(pieces: list[str]) -> None:
    once = shortened(joined(pieces))
    assert shortened(once) == once


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_quotations_stay_as_they_are(pieces: list[str]) -> None:
    sentence = joined(
        ["Quill", *(piece for piece in pieces if piece not in ("“we", "gone”")), "“we, however, left (5 km)”", "."]
    )
    assert "“we, however, left (5 km)”" in shortened(sentence)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_a_key_point_is_set_cleanly(pieces: list[str]) -> None:
    sentence = " ".join(joined(pieces).split())
    point = shortened(sentence)
    assert "  " not in point
    assert point == point.strip()
    for mark in (" ,", " .", ",,", ",."):
        assert mark in sentence or mark not in point
    for opening, closing in ("()", "“”"):
        if sentence.count(opening) == sentence.count(closing):
            assert point.count(opening) == point.count(closing)
    assert point.endswith(".") or not sentence.endswith(".")


def test_what_a_cut_brings_together_is_no_dateline() -> None:
    assert shortened("Sen. Ada Quill (R-Utah) — Elected in May.") == "Sen. Ada Quill — Elected in May."


def test_the_rules_of_english_rest_in_other_languages() -> None:
    sentence = "Die Hafenbehörde (HB) tagte, however, in Senn."
    assert shorten(sentence, outlet=None, published=PUBLISHED, language="de") == sentence


def test_what_is_no_sentence_is_not_looked_through() -> None:
    sentence = "The mill, which lies on the river, " * 2000
    assert shorten(sentence, outlet=None, published=PUBLISHED) == sentence.strip()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Talks began in Geneva.", False),
        ("Item prices rose.", False),
        ("Theirs was not the only boat.", False),
        ("Thistle fields burned.", False),
        ("Italy sent two boats.", False),
        ("Myanmar sent two boats.", False),
        ("GENEVA (NMW) — Talks began.", False),
        ("However, talks began.", False),
        ("“Talks began,” Quill said.", False),
        ("He left.", True),
        ("They had no choice.", True),
        ("This angered the crews.", True),
        ("His boat sank.", True),
        ("“It sank,” Quill said.", True),
        ("But he left.", True),
        ("However, she stayed.", True),
        ("GENEVA (NMW) — She stayed.", True),
        ("Since then prices have risen.", True),
        ("The two met in Geneva.", True),
        ("and then left.", True),
        ("One sailor was lost.", False),
        ("Some 40 boats were lost.", False),
        ("Another ferry sank.", False),
        ("The former mayor Ada Quill left.", False),
        ("The minister of the interior left.", False),
        ("The company left.", False),
        ("The council voted.", False),
        ("One of them sank.", True),
        ("Some were lost.", True),
        ("The former was lost.", True),
        ("The minister left.", True),
        ("The 54-year-old left.", True),
        ("The 54-year-old, speaking at the quay, left.", True),
        ("The 54-year-old pop star will sing.", True),
        ("The 54-year-old ferry sank.", False),
        ("Nor should the flag be worn.", True),
        ("Or the time, a month later, when the mast fell.", True),
        ("Or Yehuda has a new mayor.", False),
        ("Otherwise, Quill stays in the harbour.", True),
        ("Hmmm ... wonder what they do now.", True),
        ("No, the gate is shut.", True),
        ("No ferry sank.", False),
        ("Hopefully, the gate will hold.", True),
        ("The gunman, identified as Jonas Lind, left.", False),
        ("The mayor, Ada Quill, left.", False),
        ("The couple left.", True),
        ("The victims were sailors.", True),
        ("On Monday, she left.", True),
        ("“The gate is late,” she said.", True),
        ("The gate is late, she said.", True),
        ("The mill, Quill said, was sold as he left.", False),
        # A pointer behind a phrase that names nothing, or in a clause before.
        ("With the crews gone, it is clear that the gate leaks.", False),
        ("In recent weeks, it has been clear that the gate leaks.", False),
        ("For Ada Quill and Jonas Lind, their boats come first.", False),
        ("Last month, those polled were against the gate.", False),
        ("On Monday, this week’s second gale came.", False),
        ("When this summer ends, the gate will open.", False),
        ("While those asked were for it, the council was not.", False),
        ("Many of those on board were asleep.", False),
        ("In 2018, they will launch two ferries.", True),
        ("Last year, it said that the gate would open.", True),
        ("Recently, however, it bought the quay.", True),
        ("For decades, that law kept the quay open.", True),
        ("In the small hours of Monday, their boats left.", True),
        ("Once this link is made, the ferry can sail.", True),
        ("If that were to happen, Quill would stay.", True),
        ("Two of them sank off Narvik.", True),
        ("Next season it’s placing a big bet.", True),
        ("In response, it will close a yard in Narvik.", True),
        ("On the left-hand pages are his debts.", True),
        ("On the quay are the boats of the crews.", False),
        ("In May, it will be time for a new gate.", False),
        ("In May it was clear that the gate leaks.", False),
        ("In its first year, the ferry had 40,000 guests.", False),
        ("One in ten crews left.", False),
        ("One crew recently won a medal.", False),
        ("Both crews left.", False),
        ("Most of those who left were guests.", False),
        ("Not until May did the gate open.", False),
        ("Not before the gate had leaked for a year was it mended.", False),
        ("The former yard burned.", False),
        ("In her home town of Narvik, Ada Quill is a hero.", False),
        ("One recently won a medal for the rescue.", True),
        ("Every one of them gets an offer of work.", True),
        ("Eight of their boats were sold.", True),
        ("Among them was Ada Quill.", True),
        ("Not before she made the crews an offer.", True),
        ("The former, a yard in Narvik, builds ferries.", True),
        ("By its third year it had 40,000 guests.", True),
        ("On May 3 they signed the contract.", True),
        ("In their arms was a lamp.", True),
        ("Which means the gate will leak.", True),
        ("Which is what the council wanted.", True),
        ("Even if there were, the gate would hold.", True),
        ("Even if there were a vote, the gate would hold.", False),
        ("Because the gate leaks.", True),
        ("Because of the gate the crews left.", False),
        ("Because the gate leaks, the crews left.", False),
    ],
)
def test_a_sentence_dangles_that_opens_with_a_word_for_another(sentence: str, expected: bool) -> None:
    assert dangles(sentence) is expected


@pytest.mark.parametrize(("text", "expected"), cases("mending"))
def test_the_last_sentence_is_mended_or_passed_over(text: str, expected: list[str]) -> None:
    article = parse_article(text, title="")
    last = len(article.sentences) - 1
    mended = mend(article.sentences[last].text, last, References(article, find_names(article)))
    assert ([] if mended is None else [mended]) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This gate opened in May.", None),
        ("This week the summit ends.", None),
        ("This ends the summit.", None),
        ("These talks ended the summit.", None),
        ("This closed summit began.", None),
        ("This summit opens talks.", "[The] summit opens talks."),
        ("“This summit opens talks,” Quill said.", None),
        ("But this summit opens talks.", "[The] summit opens talks."),
    ],
)
def test_what_the_headline_names_needs_no_pointing_at(sentence: str, expected: str | None) -> None:
    article = parse_article(f"Rain fell. {sentence}", title="Quill’s Summit this Week ends talk of closed gates")
    assert mend(article.sentences[1].text, 1, References(article, find_names(article))) == expected


@pytest.mark.parametrize(("text", "expected"), cases("given_names"))
def test_a_surname_that_nobody_has_told_in_full_gets_its_given_name(text: str, expected: list[str]) -> None:
    article = parse_article(text, title="")
    references = References(article, find_names(article))
    last = article.sentences[-1].text
    assert [with_given_name(last, references, told="The gate is late.")] == expected
    assert with_given_name(last, references, told="Mayor Ada Quill spoke.") == last


OPENINGS = [
    "He",
    "She",
    "His boat",
    "Her boat",
    "The mayor",
    "But he",
    "On Monday, she",
    "They",
    "“It is late,” he said and",
]


@given(
    st.lists(
        st.sampled_from(["Mayor Ada Quill met Jonas Lind.", "Jonas Lind spoke.", "Ada Quill spoke.", "It rained."])
    ),
    st.sampled_from(OPENINGS),
    st.lists(st.sampled_from(PIECES), max_size=6),
)
def test_mending_adds_a_name_in_brackets_and_takes_a_pronoun_at_most(
    before: list[str], opening: str, pieces: list[str]
) -> None:
    article = parse_article(" ".join([*before, joined([opening, "left", *pieces, "."])]), title="")
    references = References(article, find_names(article))
    for number, sentence in enumerate(article.sentences):
        mended = mend(sentence.text, number, references)
        if mended is None:
            continue
        words = WORD.findall(re.sub(r"\[[^\]]*\]", "", mended))
        source = WORD.findall(sentence.text)
        assert len(mended.split("[")) <= 2
        assert len(source) - len(words) <= 2  # a pronoun and a connective
        left = iter(word.lower() for word in source)
        assert all(any(word.lower() == other for other in left) for word in words)
        assert not dangles(mended)


@pytest.mark.parametrize(
    ("point", "printed"),
    [
        ("Sure of the tide, the crews left.", "Sure of the tide, the crews left."),
        ("12 boats sank.", "12 boats sank."),
        ("What’s more, any crew can use the gate.", "Any crew can use the gate."),
        ("Be that as it may, the gate is no dam.", "The gate is no dam."),
        ("2. That said, the fare is two crowns.", "The fare is two crowns."),
        ("(The fare is two crowns.)", "The fare is two crowns."),
        ("(The fare (for adults) is two crowns.)", "(The fare (for adults) is two crowns.)"),
        ("The fare is two crowns (for adults).", "The fare is two crowns (for adults)."),
        ("Five years earlier, the fare was a crown.", "Five years earlier, the fare was a crown."),
        ("Two days later than planned, the ferry left.", "Two days later than planned, the ferry left."),
        ("BBC, NBC and ITV bought the film.", "BBC, NBC and ITV bought the film."),
        ("THE GATE OF NORTHMOOR IS OPEN AT LAST.", "THE GATE OF NORTHMOOR IS OPEN AT LAST."),
        ("CREWS SAY NO TO THE GATE The lock broke.", "CREWS SAY NO TO THE GATE The lock broke."),
        ("Only two days later, however, the ferry left.", "The ferry left."),
        ("Hours later, [Ada] Quill left.", "[Ada] Quill left."),
        ("Earlier on Monday, the ferry left.", "Earlier on Monday, the ferry left."),
        ("In response to Quill, the crews left.", "In response to Quill, the crews left."),
        ("In response, the crews left.", "The crews left."),
        ("Elsewhere, a boat sank.", "A boat sank."),
        ("Earlier, its boats sank.", "Earlier, its boats sank."),
        ("TWO HURT AS GATE FALLS The lock of Northmoor broke.", "The lock of Northmoor broke."),
        ("Update on the gate: the lock broke.", "Update on the gate: the lock broke."),
        ("Summary: The lock of Northmoor broke.", "The lock of Northmoor broke."),
        ("UPDATE (9:40): The lock broke.", "The lock broke."),
        ("• Revenue of 1.4 billion crowns, up 6%", "Revenue of 1.4 billion crowns, up 6%."),
        ("• Revenue rose by 6%.", "Revenue rose by 6%."),
        ("- 5 crews left", "- 5 crews left"),
    ],
)
def test_how_a_point_is_printed(point: str, printed: str) -> None:
    assert set_out(point) == printed


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The mayor said that she would comment on the price in May.", True),
        ("The yard defended the price, and declined to comment on the date.", True),
        ("2. The fare is two crowns.", True),
        ("It applies to all three lines.", True),  # whom it means is asked of others
        ("The worst storm in years is over.", True),
        ("Anyone who owns a boat pays a tenth of the price of the gate.", True),
        ("Anyone with information should call 101, quoting reference NM/2291.", False),
        ("A spokeswoman for the yard did not respond to a request for comment.", False),
        ("The line declined to comment.", False),
        ("2. It applies to all three lines.", False),
        ("Just as intriguing was the answer of the crews.", False),
        ("The worst part of all is that the gate leaks.", False),
        ("The mayor did not elaborate on the plan for the gate.", True),
        ("The mayor, who spoke in Narvik, did not elaborate.", False),
        ("Senn Lines reported its results for May, with profit up 8%.", True),
        ("The line announced its first electric ferry.", True),
        (
            "Senn Lines plc, the ferry group, today announces its unaudited results for the six months ended 31 March 2026.",
            False,
        ),
        ("If you like this story, share it with a friend!", False),
        ("Complaints should be sent to readers@northmoor.example.", False),
        ("11:40 am – Police hear of the fire on the quay.", True),
        ("2.05pm - UPDATE -The ferry fights back The ferry is at sea again.", False),
        ("Read more of it and you see why: the gate leaks.", True),
        ("Read more: The old gate of Northmoor Ada Quill opened the new one.", False),
    ],
)
def test_what_tells_something(sentence: str, told: bool) -> None:
    assert tells(sentence) is told


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("As the crews left, the gate fell.", False),
        ("Another 40 crews left.", False),
        ("Even the mayor left.", False),
        ("Apart from Ada Quill, the council has five members.", True),
        ("As for the crews, they stay.", True),
        ("In addition to the gate, the town bought a boat.", True),
        ("Another crew left on Monday.", True),
    ],
)
def test_what_comes_beside_something_else(sentence: str, beside: bool) -> None:
    assert adds(sentence) is beside


def test_a_point_that_tells_nothing_is_passed_over() -> None:
    article = parse_article(
        "Ferries\n\n1. The town of Northmoor ordered two electric ferries at a yard in Bergen.\n\n"
        "2. It applies to the ferries of all three lines of the town of Northmoor."
    )
    references = References(article, find_names(article))
    points = find_key_points(article, references, published=None, budget=Budget())
    assert [point.text for point in points] == [
        "The town of Northmoor ordered two electric ferries at a yard in Bergen."
    ]
