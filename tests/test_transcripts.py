"""A transcript gives its speakers, attributed points, and questions with their answers; a list of labels is none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.analysis import Analysis, Budget, analyse
from digest.article import Article, Kind, parse_article
from digest.extraction import extract
from digest.text.talk import is_courtesy, is_non_answer, leans_back
from tests.golden import cases


def read(text: str) -> tuple[Article, Analysis]:
    article = parse_article(text)
    return article, analyse(article, budget=Budget())


def shown(article: Article, analysis: Analysis) -> list[str]:
    """The heading, the speakers with all that is known of them, the key points and the exchanges."""
    if article.kind is not Kind.TRANSCRIPT:
        return [f"kind: {article.kind.value}"]
    lines = [f"headline: {article.headline}"]
    lines += [f"published: {article.published}"] if article.published else []
    for speaker in article.speakers:
        who = ", ".join(filter(None, (speaker.name or f"({speaker.shown})", speaker.role)))
        lines.append(f"speaker: {' + '.join(speaker.labels)} = {who}{' asks' if speaker.asks else ''}")
    lines += [f"point: {point.text}" for point in analysis.key_points]
    for exchange in analysis.sidebars.exchanges:
        lines.append(f"Q {exchange.asker or '-'}: {exchange.question.text}")
        answerer = ", ".join(filter(None, (exchange.answerer or "-", exchange.role)))
        lines.append(f"A {answerer}: {exchange.answer.text}")
    return lines


@pytest.mark.parametrize(("text", "expected"), cases("transcripts"))
def test_transcript_of_a_page(text: str, expected: list[str]) -> None:
    assert shown(*read(text)) == expected


BRIEFING = """Press Briefing by Press Secretary Ada Quill

1:32 P.M. EDT

MS. QUILL:  Good afternoon.  (Laughter.)  The harbour of Northmoor opens on Monday at six.

The council of Northmoor pays for the repair.

Q    Will Jonas Lind, the harbour master, stay?

MS. QUILL:  Yes.  Ms. Quill is not my only name, as Quill knows.

END 2:05 P.M. EDT
"""


def test_a_headline_below_a_stage_direction_is_the_talks() -> None:
    talk = "(Music.)\n\nHarbour plans for the coming winter\n\n" + BRIEFING.partition("EDT\n\n")[2]
    assert parse_article(talk).headline == "Harbour plans for the coming winter"


def test_speakers_are_people_and_what_they_say_is_quoted() -> None:
    found = extract({"id": 1, "text": BRIEFING})
    quill = found["people"][0]
    assert (quill["name"], quill["role"]) == ("Ada Quill", "Press Secretary")
    assert [BRIEFING[start:end] for start, end in quill["mentions"]][:2] == ["MS. QUILL", "MS. QUILL"]
    assert "Quill" not in [person["name"] for person in found["people"]]
    quotes = found["quotes"]
    assert [(quote["text"], quote["kind"], quote["speaker"], quote["role"], quote["cue"]) for quote in quotes] == [
        (words, "direct", "Ada Quill", "Press Secretary", None)
        for words in (
            "The harbour of Northmoor opens on Monday at six.",
            "The council of Northmoor pays for the repair.",
            "Yes.  Ms. Quill is not my only name, as Quill knows.",
        )
    ]
    for quote in quotes:
        assert BRIEFING[quote["start"] : quote["end"]] == quote["text"]
        assert BRIEFING[quote["speaker_start"] : quote["speaker_end"]] == "MS. QUILL"


def test_a_news_story_has_no_exchanges_and_no_speakers() -> None:
    article, analysis = read(
        "Mayor defends the gate\n\n“Who pays?” asked Jonas Lind. “The town pays,” said Ada Quill, the mayor.\n"
    )
    assert article.speakers == ()
    assert analysis.sidebars.exchanges == ()


@pytest.mark.parametrize(
    "label",
    [
        "MS. QUILL:",
        "MS QUILL:",
        "Ms. Quill:",
        "THE PRESIDENT:",
        "SECRETARY QUILL:",
        "PRESS SECRETARY QUILL:",
        "SENATOR LIND (via translator):",
        "**MR. LIND:**",
        "**MR. LIND**:",
        "*Mr. Lind:*",
        "Ada Quill:",
        "Ada Quill (Northmoor Wire):",
        "ADA QUILL, HOST:",
        "Dr. Ada Quill-O’Neill:",
        "MR. McDONALD:",
        "Q12 Chair:",
        "3. Ada Quill:",
        "[00:12:30] ADA QUILL:",
        "00:12 Ada Quill:",
        "Ada Quill (00:12):",
        "Speaker 2:",
        "UNIDENTIFIED MALE:",
        "Ädä Öberg:",
        "María de la Cruz:",
        "Mr. LIND.",
        "The CHAIRMAN.",
    ],
)
def test_labels_of_speakers(label: str) -> None:
    paragraphs = [f"{label} The gate of Northmoor opens on Monday at six.", "Q: Who pays for the gate?"]
    article = parse_article("Press briefing\n\n1:32 P.M. GMT\n\n" + "\n\n".join(paragraphs * 3))
    assert article.kind is Kind.TRANSCRIPT
    assert [sentence.text for sentence in article.sentences[:2]] == [
        "The gate of Northmoor opens on Monday at six.",
        "Who pays for the gate?",
    ]
    assert [sentence.asks for sentence in article.sentences[:2]] == [False, True]
    for sentence in article.sentences:
        assert sentence.label is not None
        assert sentence.label.of(article.text) == sentence.speaker
        assert article.speaker_of(sentence) is not None


@pytest.mark.parametrize(
    "label", ["Q:", "Q", "Q.", "QUESTION:", "Question:", "REPORTER:", "Reporter:", "**Q:**", "Q (Ines Corrigan):"]
)
def test_labels_of_questions(label: str) -> None:
    paragraphs = [f"{label} Who pays for the gate?", "MS. QUILL: The council of Northmoor pays for the gate."]
    article = parse_article("Press briefing\n\n" + "\n\n".join(paragraphs * 3))
    assert article.kind is Kind.TRANSCRIPT
    assert [sentence.asks for sentence in article.sentences[:2]] == [True, False]
    assert article.sentences[0].text == "Who pays for the gate?"


@pytest.mark.parametrize(
    "line",
    [
        "(Laughter.)",
        "(Applause.)",
        "(Laughter and applause.)",
        "[Crosstalk]",
        "(Inaudible.)",
        "(Pause.)",
        "(Through interpreter.)",
        "- 2 -",
        "Page 3 of 9",
        "For Immediate Release",
        "Office of the Press Secretary",
        "1:40 P.M. EDT",
        "(MORE)",
        "* * *",
    ],
)
def test_what_nobody_said_is_no_part_of_a_turn(line: str) -> None:
    article = parse_article(BRIEFING.replace("\nThe council", f"\n{line}\n\nThe council"))
    assert [sentence.text for sentence in article.sentences] == [
        sentence.text for sentence in parse_article(BRIEFING).sentences
    ]


@pytest.mark.parametrize(
    "end",
    [
        "END 2:05 P.M. EDT",
        "END",
        "###",
        "# # #",
        "(The briefing was concluded at 1:58 p.m.)",
        "Copyright 2026 Northmoor Wire",
    ],
)
def test_nothing_behind_the_end_was_said(end: str) -> None:
    article = parse_article(BRIEFING.replace("END 2:05 P.M. EDT", f"{end}\n\nNobody said this sentence at all."))
    assert article.kind is Kind.TRANSCRIPT
    assert article.sentences[-1].text == "Ms. Quill is not my only name, as Quill knows."


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("Will the council raise the harbour tax?", False),
        ("Did you drink the water yourself?", False),
        ("Will ports that refuse to share their data lose money?", False),
        ("Does the mayor think that the gate is safe?", False),
        ("Is it true that the harbour stays closed?", False),
        ("Will this year be better?", False),
        ("Why did it take so long?", True),
        ("Will they open tomorrow?", True),
        ("Will that mean higher water bills?", True),
        ("What does he say?", True),
        ("Have officers been able to visit him?", True),
        ("Can you say more about that?", True),
        ("We have brought that forward.", True),
    ],
)
def test_a_sentence_that_leans_on_what_was_said_before(sentence: str, leans: bool) -> None:
    assert leans_back(sentence) is leans


@pytest.mark.parametrize(
    "sentence",
    [
        "We welcome the decision of the council.",
        "Thanks to the crews nobody was hurt.",
        "The project will go ahead in spring.",
        "The ferry can take 400 passengers.",
        "We do not know who opened the valve on that night in March.",
    ],
)
def test_what_says_something_is_no_courtesy_and_no_refusal(sentence: str) -> None:
    assert not is_courtesy(sentence)
    assert not is_non_answer(sentence)


LABELS = st.sampled_from(
    [
        "Q: ",
        "Q  ",
        "MS. QUILL: ",
        "**MR. LIND:** ",
        "Ada Quill: ",
        "THE CHAIR: ",
        "MODERATOR: ",
        "Mr. LIND. ",
        "A: ",
        "[00:01] ",
    ]
)
SAID = st.sampled_from(
    [
        "Who pays for it? ",
        "The town pays. ",
        "No. ",
        "(Laughter.) ",
        "He said that. ",
        "And? ",
        "Thank you. ",
        "I have no comment. ",
    ]
) | st.text(st.characters(codec="utf-8"), max_size=6)
MARKS = "“\"‘'«„"
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "END 2:05 P.M.\n", "1:32 P.M.\n\n", "- 2 -\n"])


@given(st.lists(LABELS | SAID | BREAKS, max_size=40).map("".join))
@example('Q: \r"0"')
def test_no_text_puts_words_into_anybodys_mouth(text: str) -> None:
    article = parse_article("Press briefing\n\n1:32 P.M.\n\n" + text, title="")
    analysis = analyse(article, budget=Budget())
    for exchange in analysis.sidebars.exchanges:
        for said in (exchange.question, exchange.answer):
            assert said.text.strip()
            assert said.evidence.text == " ".join(said.span.of(article.text).split())
        assert not exchange.answer.evidence.asks
    for quote in analysis.quotes:
        marked = article.text[max(0, quote.span.start - 1)] in MARKS  # what marks hold, a line before may announce
        if quote.speaker_span and quote.cue is None and not marked:
            within = [sentence for sentence in article.sentences if quote.span.contains(sentence.span)]
            assert {sentence.label for sentence in within} == {quote.speaker_span}


def test_a_speaker_called_by_the_given_name_is_one_person() -> None:
    talk = BRIEFING.replace(
        "END 2:05", "MR. PELL:  Thank you, Ada.  Ada and I went to the works at dawn, and Ada said so.\n\nEND 2:05"
    )
    people = [person["name"] for person in extract({"id": 1, "text": talk})["people"]]
    assert "Ada Quill" in people
    assert "Ada" not in people
