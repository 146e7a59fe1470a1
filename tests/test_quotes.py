"""Words in quotation marks are quotes with their speaker, or with none rather than a wrong one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.analysis.names import find_names
from digest.analysis.quotes import Quote, find_quotes
from digest.analysis.references import References
from digest.article import Article, parse_article
from tests.golden import cases


def quotes_of(text: str) -> tuple[Article, tuple[Quote, ...]]:
    article = parse_article(text, title="")
    return article, find_quotes(article, References(article, find_names(article)))


def marked_quotes_of(text: str) -> tuple[Article, tuple[Quote, ...]]:
    article, quotes = quotes_of(text)
    return article, tuple(quote for quote in quotes if quote.kind != "indirect")


def shown(article: Article, quote: Quote) -> str:
    speaker = ", ".join(filter(None, (quote.speaker, quote.role))) or "-"
    return f"{quote.span.of(article.text)} = {speaker} [{quote.cue or '-'}] {quote.kind}"


@pytest.mark.parametrize(("text", "expected"), cases("quotes"))
def test_quotes_of_a_story(text: str, expected: list[str]) -> None:
    article, quotes = marked_quotes_of(text)
    assert [shown(article, quote) for quote in quotes] == expected


@pytest.mark.parametrize(("text", "expected"), cases("indirect_quotes"))
def test_what_is_reported_without_marks(text: str, expected: list[str]) -> None:
    article, quotes = quotes_of(text)
    assert [shown(article, quote) for quote in quotes if quote.kind == "indirect"] == expected


@pytest.mark.parametrize(
    "attribution",
    [
        pytest.param("So ran the banner over the quay.", id="no attribution"),
        pytest.param("they said.", id="they"),
        pytest.param("it said.", id="it"),
        pytest.param("I said.", id="the reporter"),
        pytest.param("Some said.", id="some"),
        pytest.param("Ada Quill left the hall, and Tobias Lind said the crews were glad.", id="names without a verb of saying beside the quote"),
    ],
)  # fmt: skip
def test_nobody_rather_than_the_wrong_speaker(attribution: str) -> None:
    _, quotes = marked_quotes_of(
        f"Ada Quill said that Mara Voss said the work was late.\n\n“The gate will open in spring,” {attribution}"
    )
    assert [quote.speaker for quote in quotes] == [None]


@pytest.mark.parametrize("phrase", ["the spokesman", "a third man on the quay", "Norway", "two of the crews"])
def test_somebody_without_a_name_speaks_as_printed(phrase: str) -> None:
    article, (quote,) = marked_quotes_of(f"“The gate will open in spring,” {phrase} said.")
    assert (quote.speaker, quote.role) == (phrase, None)
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(article.text) == phrase


def test_he_is_nobody_where_nobody_was_named_for_long() -> None:
    _, quotes = marked_quotes_of(
        f"Tobias Lind said it rained. {'It was cold. ' * 12}\n\n“The gate will open in spring,” he said."
    )
    assert [(quote.speaker, quote.cue) for quote in quotes] == [(None, "said")]


def test_a_speaker_is_looked_for_in_english_only() -> None:
    _, quotes = quotes_of(
        "„Das Tor wird im Frühling geöffnet“, sagte Ada Quill. Die Fischer sind froh und die Stadt ist es auch."
    )
    assert [(quote.speaker, quote.kind) for quote in quotes] == [(None, "mixed")]


PIECES = st.lists(
    st.sampled_from(
        [
            *"“”\"'‘’«»„`.,?!:;—–-() \n",
            "\n\n",
            "''",
            "``",
            " said ",
            "said",
            "Ada Quill",
            " he ",
            " that the gate ",
            "according to ",
            "Jonas Lind, who is late,",
            " told them ",
            "calling it ",
            "A gate. ",
            "s’ ",
            "ä",
            "\u202e",
            "…",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES)
@example("“")
@example("““””")
@example("“A.\n\n“B.\n\n“C.”")
@example('"A" "B" said "')
@example("“a”” said ”“he“")
@example("''A'' said ``B''")
@example("The mayor said he was late, and the harbour \0 was shut.")
@example("Ada Quill warned that officials want to close the gate in spring.")
def test_spans_lie_in_the_text_in_order_and_no_two_of_a_kind_overlap(text: str) -> None:
    _article, quotes = quotes_of(text)
    end = 0
    for quote in quotes:
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.cue != ""
        if quote.speaker_span is not None:
            assert 0 <= quote.speaker_span.start < quote.speaker_span.end <= len(text)
        if quote.kind != "indirect":
            assert quote.span.start >= end
            end = quote.span.end
            assert not quote.span.of(text)[0].isspace()
    reported = [quote.span for quote in quotes if quote.kind == "indirect"]
    assert all(one.end <= other.start for one, other in pairwise(reported))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“" * 10_000, id="opening marks"),
        pytest.param('"' * 10_000, id="straight marks"),
        pytest.param("“a” " * 10_000, id="ten thousand scare quotes"),
        pytest.param("“A gate,” he said. " * 2_000, id="two thousand quotes by nobody"),
        pytest.param("‘a " * 10_000, id="single marks"),
        pytest.param("said that " * 10_000, id="verbs of saying"),
        pytest.param("Ada Quill, " * 5_000 + "said.", id="commas before a verb"),
        pytest.param("“A” said " * 5_000, id="quotes and verbs in one line"),
        pytest.param("according to " * 5_000, id="according to"),
        pytest.param(("who " * 2_000 + "said “it is very late”. ") * 3, id="who, who, who"),
        pytest.param("said Ada Quill, who " * 3_000 + "said “it is very late”", id="said, who, said, who"),
        pytest.param("word " * 3_000 + "said “" + "word " * 3_000 + "”", id="long sentences"),
        pytest.param("(" * 10_000 + " said " + ")" * 10_000 + " said he", id="brackets"),
    ],
)
def test_long_and_odd_texts_come_to_an_end(text: str) -> None:
    quotes_of(text)


def test_an_article_that_is_one_quote_is_one() -> None:
    text = f"“{'The gate will open in spring. ' * 200}”"
    article, (quote,) = marked_quotes_of(text)
    assert (quote.speaker, quote.span.of(article.text)) == (None, text[1:-1].strip())


def test_the_evidence_holds_the_quote_and_the_speakers_words_stand_beside_it() -> None:
    article, (quote,) = marked_quotes_of(
        "Ada Quill spoke at last. “The gate will open,” Mayor Quill said. Nobody cheered."
    )
    assert quote.evidence.text == "“The gate will open,” Mayor Quill said."
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(article.text).endswith("Quill")


def test_what_a_briefing_holds_is_not_quoted_twice() -> None:
    _, quotes = quotes_of("MS. QUILL: They said “the gate will open”.\n\nQ: When?\n\nMS. QUILL: In spring.")
    assert quotes == ()


def test_a_quote_over_two_sentences_is_one() -> None:
    article, (quote,) = marked_quotes_of("“The gate will open. The crews will be glad,” said Ada Quill.")
    assert quote.span.of(article.text) == "The gate will open. The crews will be glad,"
    assert quote.evidence.text == "The crews will be glad,” said Ada Quill."
