"""The benchmarks' articles are the same every time, as long as asked for, and rich enough."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.articles import made_article, made_articles
from benchmarks.extract import documents_of
from digest.extraction import extract


def test_an_article_follows_from_its_number() -> None:
    assert list(made_articles(5)) == list(made_articles(5))
    assert made_article(4) == list(made_articles(5))[-1]
    assert len({article.text for article in made_articles(50)}) == 50


@pytest.mark.parametrize("words", [100, 1_000, 10_000])
def test_an_article_is_about_as_long_as_asked_for(words: int) -> None:
    assert words <= len(made_article(0, words=words).text.split()) < words + 150


def test_no_slot_is_left_and_every_stage_has_work() -> None:
    article = made_article(0, words=2_000)
    assert "{" not in article.text
    found = extract({"id": "made", "text": article.text})
    assert found["published"] == article.published.isoformat()
    assert all(found[name] for name in ("title", "byline", "outlet", "dateline"))
    assert all(
        found[name] for name in ("key_points", "quotes", "people", "organisations", "places", "dates", "figures")
    )


def test_documents_of_a_file_come_again_under_new_ids(tmp_path: Path) -> None:
    data = tmp_path / "data.jsonl"
    given = [{"id": 7, "title": "", "text": "One.", "highlights": ["One"]}, {"id": 7, "text": "Two."}]
    data.write_text("".join(json.dumps(document) + "\n" for document in given), "utf-8")
    assert list(islice(documents_of(data), 3)) == [
        {"id": "0", "title": "", "text": "One."},
        {"id": "1", "text": "Two."},
        {"id": "2", "title": "", "text": "One."},
    ]


def test_a_file_without_documents_is_named(tmp_path: Path) -> None:
    (tmp_path / "data.jsonl").write_text("\n", "utf-8")
    with pytest.raises(SystemExit, match="no documents"):
        next(documents_of(tmp_path / "data.jsonl"))
