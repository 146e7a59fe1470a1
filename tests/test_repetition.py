"""How much of an article a brief repeats: counted as it is, in linear time, and held against the configuration."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.article import parse_article
from digest.brief import Brief, Evidence, FrontMatter, Point, Section
from digest.verification.repetition import repetition_of
from tests.conftest import CONFIG, Site

STORY = "Ada Quill opened the new lock gate on Monday. Crews from nine boats, Northmoor’s whole fleet, watched her."


def brief_of(*texts: str) -> Brief:
    return Brief(front_matter=FrontMatter(title="", slug="x"), key_points=tuple(map(Point, texts)))


def article_of(story: str):
    return parse_article(f"A headline of its own\n\n{story}\n")


CASES = {
    "nothing": ((), (0, "", 0)),
    "other words": (("Nobody came.",), (0, "", 0)),
    "a few words in a row are no repetition": (("She opened the new lock",), (4, "opened the new lock", 0)),
    "five are": (("Quill opened the new lock",), (5, "Quill opened the new lock", 5)),
    "in two statements": (("opened the new lock gate", "watched; nine boats, Northmoor's whole fleet"), (5, None, 10)),
    "a statement's end is no bridge": (("opened the new", "lock gate on Monday"), (4, "lock gate on Monday", 0)),
    "case, marks and stops apart": (("“ada quill, OPENED the new”",), (5, "Ada Quill opened the new", 5)),
    "twice is once": (("opened the new lock gate", "opened the new lock gate"), (5, "opened the new lock gate", 5)),
    "all of it": ((STORY,), (18, "Ada Quill opened the new", 18)),
}


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_repeated(texts: tuple[str, ...], expected: tuple[int, str | None, int]) -> None:
    found = repetition_of(brief_of(*texts), article_of(STORY))
    longest, beginning, words = expected
    assert found.longest == longest
    assert beginning is None or found.beginning == beginning
    assert found.share == pytest.approx(words / 18)


def test_footnotes_and_an_editors_own_sections_count() -> None:
    note = Evidence("Ada Quill opened the new lock gate on Monday.")
    brief = Brief(
        front_matter=FrontMatter(title="x", slug="x"),
        takeaway=Point("A gate.", (note,)),
        sections=(Section("Ours", "Nine boats, *Northmoor’s* whole fleet, watched her."),),
    )
    assert repetition_of(brief, article_of(STORY)).share == pytest.approx(16 / 18)


WORDS = st.lists(st.sampled_from("abc"), max_size=25)


@given(st.lists(WORDS, max_size=3), WORDS)
@example([["a", "b", "a"]], ["a", "b", "a", "b", "a"])
def test_it_is_what_a_reader_would_count(texts: list[list[str]], story: list[str]) -> None:
    article = article_of(f"Quay {' '.join(story)} pier.")
    words = ["quay", *story, "pier"]
    rows = {tuple(text[i:j]) for text in texts for i in range(len(text)) for j in range(i + 1, len(text) + 1)}
    found = [(i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1) if tuple(words[i:j]) in rows]
    repeated = {place for i, j in found if j - i >= 5 for place in range(i, j)}
    result = repetition_of(brief_of(*map(" ".join, texts)), article)
    if article.sentences:
        assert result.longest == max((j - i for i, j in found), default=0)
        assert result.share == pytest.approx(len(repeated) / len(words))


@pytest.mark.parametrize("words", ["gate " * 50_000, "gate gates " * 25_000, " ".join(map(str, range(50_000)))])
def test_a_long_article_repeated_whole_is_counted(words: str) -> None:
    article = article_of(f"Northmoor has a {words}and a pier.")
    whole = " ".join(sentence.text for sentence in article.sentences)
    found = repetition_of(brief_of(whole), article)
    assert article.sentences
    assert found.share == 1


def test_a_cap_is_a_note_of_check_and_stops_a_strict_build(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    assert site.build("--strict").exit_code == 0
    site.config.write_text(CONFIG.replace("[digest]", "[{digest: {verbatim: {words: 12, percent: 10}}}]"), "utf-8")
    checked = site.run("check")
    assert checked.exit_code == 0
    place = f"content/briefs/{site.brief().name}"
    assert f"note: {place}: repeats " in checked.stderr
    assert "words of articles/gate.txt in a row, from “" in checked.stderr
    assert "12 are allowed" in checked.stderr
    assert "10% are allowed" in checked.stderr
    assert site.build().exit_code == 0
    before = site.tree()
    result = site.build("--strict")
    assert result.exit_code == 1
    assert f"{place}: repeats " in result.stderr
    assert site.tree() == before
    site.config.write_text(CONFIG.replace("[digest]", "[{digest: {verbatim: {words: 100, percent: 100}}}]"), "utf-8")
    assert "repeats" not in site.run("check").stderr
    assert site.build("--strict").exit_code == 0


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("{words: 0}", "0"),
        ("{percent: many}", "percent"),
        ("{share: 3}", "the plugin 'digest' has no option 'verbatim.share'"),
        ("12", "verbatim"),
    ],
)
def test_a_cap_that_is_none_is_named(site: Site, said: str, problem: str) -> None:
    site.config.write_text(CONFIG.replace("[digest]", f"[{{digest: {{verbatim: {said}}}}}]"), "utf-8")
    result = site.build()
    assert result.exit_code == 1
    assert problem in result.stderr
