"""A text's genre is what its page says that it is, and nothing where the page does not, or may mean something else."""

from __future__ import annotations

import pytest

from digest.article import Facts, parse_article
from digest.errors import FieldError
from tests.golden import cases

OPINION = "Opinion\nThe gate was never about fish\nBy Ada Quill\n\nI have watched this river for thirty years.\n"


@pytest.mark.parametrize(("text", "expected"), cases("genres"))
def test_genre_of_a_page(text: str, expected: list[str]) -> None:
    article = parse_article(text)
    told = [f"genre: {article.genre}"] if article.genre else []
    assert [*told, f"headline: {article.headline}", article.sentences[0].text] == expected


def test_a_box_below_a_single_paragraph_is_no_label_of_the_page() -> None:
    page = "Northmoor opens its tidal gate\nBy Ada Quill\n\nThe town opened its tidal gate on Monday.\n\nAnalysis\n\nBy Jonas Lind\n\nIt is late.\n"
    assert parse_article(page).genre is None


@pytest.mark.parametrize("title", ["Opinion: The gate was never about fish", "The gate was never about fish | Opinion"])
def test_a_title_that_is_given_tells_the_genre_and_stays_as_it_is(title: str) -> None:
    article = parse_article("I have watched this river for thirty years.", title=title)
    assert (article.genre, article.headline) == ("Opinion", title)


@pytest.mark.parametrize(
    "note",
    [
        "The opinions expressed in this column are those of the author.",
        "Jonas Lind is the editor of the Harbour Gazette. His opinions are his own.",
        "(The author is a columnist for the Northmoor Wire. The opinions expressed are her own.)",
    ],
)
def test_a_note_on_views_is_no_sentence_of_the_story(note: str) -> None:
    article = parse_article(f"{OPINION}\nWe should have moved the town.\n\n{note}\n")
    assert [sentence.text for sentence in article.sentences][-1] == "We should have moved the town."


@pytest.mark.parametrize(
    ("stated", "genre"),
    [("Analysis", "Analysis"), ("fact check", "Fact Check"), ("Column", "Opinion"), ("news", None), ("advertorial", "Advertiser Supplied")],
)  # fmt: skip
def test_what_an_editor_says_wins(stated: str, genre: str | None) -> None:
    assert parse_article(f"Genre: {stated}\n\n{OPINION}").genre == genre
    assert parse_article(f"---\ngenre: {stated}\n---\n{OPINION}").genre == genre
    assert parse_article(OPINION, facts=Facts(genre=genre or "News")).genre == genre


@pytest.mark.parametrize("text", [f"Genre: Opinon\n\n{OPINION}", f"---\ngenre: Drama\n---\n{OPINION}"])
def test_a_genre_that_is_none_is_named(text: str) -> None:
    with pytest.raises(FieldError, match=r"is not a genre: use one of .*Opinion"):
        parse_article(text)
