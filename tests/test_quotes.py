"""Words in quotation marks are quotes with their speaker, or with none rather than a wrong one."""

from __future__ import annotations

import pytest

from digest.analysis.names import find_names
from digest.analysis.quotes import Quote, find_quotes
from digest.analysis.references import References
from digest.article import Article, parse_article
from tests.golden import cases


def quotes_of(text: str) -> tuple[Article, tuple[Quote, ...]]:
    article = parse_article(text, title="")
    return article, find_quotes(article, References(article, find_names(article)))


def shown(article: Article, quote: Quote) -> str:
    speaker = ", ".join(filter(None, (quote.speaker, quote.role))) or "-"
    return f"{quote.span.of(article.text)} = {speaker} [{quote.cue or '-'}] {quote.kind}"


@pytest.mark.parametrize(("text", "expected"), cases("quotes"))
def test_quotes_of_a_story(text: str, expected: list[str]) -> None:
    article, quotes = quotes_of(text)
    assert [shown(article, quote) for quote in quotes] == expected


@pytest.mark.parametrize(
    "attribution",
    [
        pytest.param("So ran the banner over the quay.", id="no attribution"),
        pytest.param("she said.", id="she, with two women before"),
        pytest.param("they said.", id="they"),
        pytest.param("it said.", id="it"),
        pytest.param("the spokesman said.", id="a role without a name"),
        pytest.param("a third man on the quay added.", id="somebody"),
        pytest.param("Norway said.", id="a place"),
        pytest.param("Some said.", id="a word that opens sentences"),
        pytest.param("Ada Quill left the hall, and Tobias Lind said the crews were glad.", id="names without a verb of saying beside the quote"),
    ],
)  # fmt: skip
def test_nobody_rather_than_the_wrong_speaker(attribution: str) -> None:
    _, quotes = quotes_of(
        f"Ada Quill said that Mara Voss said the work was late.\n\n“The gate will open in spring,” {attribution}"
    )
    assert [quote.speaker for quote in quotes] == [None]


def test_he_is_nobody_where_the_person_was_named_too_long_ago() -> None:
    _, quotes = quotes_of(
        "Tobias Lind said it rained. It was May. It was cold. It was late.\n\n“The gate will open in spring,” he said."
    )
    assert [(quote.speaker, quote.cue) for quote in quotes] == [(None, "said")]


def test_the_evidence_holds_the_quote_and_the_speakers_words_stand_beside_it() -> None:
    article, (quote,) = quotes_of("Ada Quill spoke at last. “The gate will open,” Mayor Quill said. Nobody cheered.")
    assert quote.evidence.text == "“The gate will open,” Mayor Quill said."
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(article.text).endswith("Quill")


def test_what_a_briefing_holds_is_not_quoted_twice() -> None:
    _, quotes = quotes_of("MS. QUILL: They said “the gate will open”.\n\nQ: When?\n\nMS. QUILL: In spring.")
    assert quotes == ()


def test_a_quote_over_two_sentences_is_one() -> None:
    article, (quote,) = quotes_of("“The gate will open. The crews will be glad,” said Ada Quill.")
    assert quote.span.of(article.text) == "The gate will open. The crews will be glad,"
    assert quote.evidence.text == "The crews will be glad,” said Ada Quill."
