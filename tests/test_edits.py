"""Edits are sacred: whatever an editor did to a brief is there, byte for byte, after a rebuild."""

from __future__ import annotations

import pytest

from digest import drafts
from tests.conftest import ARTICLE, Site

EDITS = {
    "a word in a key point": lambda text: text.replace("£48.2 million", "some £48 million", 1),
    "the title": lambda text: text.replace('title: "', 'title: "Exclusive: ', 1),
    "a new field": lambda text: text.replace("\nlanguage:", "\nweight: 3\nlanguage:", 1),
    "review state": lambda text: text.replace("\nlanguage:", '\nreview: "approved"\nlanguage:', 1),
    "the stamp removed": lambda text: "".join(it for it in text.splitlines(True) if not it.startswith("digest:")),
    "a new section": lambda text: text.replace("\n## Key points", "\n## Our view\n\nWe said so.\n\n## Key points", 1),
    "a section removed": lambda text: text.replace("\n## Quotes", "\n## Voices", 1),
    "white space only, in the body": lambda text: text + "\n",
    "white space only, in the front matter": lambda text: text.replace("title: ", "title:  ", 1),
    "a footnote removed": lambda text: text[: text.rindex("[^2]:")],
    "a comment on the stamp's line": lambda text: text.replace('"}\n---', '"}  # mine\n---', 1),
    "everything": lambda text: '---\ntitle: "Mine"\nsources: [{article: "articles/gate.txt"}]\n---\nAll mine.\n',
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_anywhere_survives_a_rebuild(site: Site, edit) -> None:
    site.article("gate.txt")
    assert site.build().exit_code == 0
    brief = site.brief()
    changed = edit(brief.read_text("utf-8"))
    assert changed != brief.read_text("utf-8")
    brief.write_text(changed, "utf-8")

    result = site.build()

    assert brief.read_text("utf-8") == changed
    assert [path.name for path in site.briefs.iterdir()] == [brief.name]
    assert f"content/briefs/{brief.name}: kept as edited" in result.stderr


@pytest.mark.parametrize("edit", list(EDITS.values())[:-1], ids=list(EDITS)[:-1])
def test_a_changed_article_never_overwrites_an_edit(site: Site, edit) -> None:
    article = site.article("gate.txt")
    site.build()
    brief = site.brief()
    brief.write_text(edit(brief.read_text("utf-8")), "utf-8")
    changed = brief.read_text("utf-8")
    article.write_text(ARTICLE.replace("£48.2 million", "£51 million"), "utf-8")

    result = site.build()

    beside = brief.with_name(f"{brief.stem}.new.md")
    assert brief.read_text("utf-8") == changed
    assert "£51 million" in beside.read_text("utf-8")
    assert "the new draft lies here" in result.stderr
    assert not any(b"51 million" in content for content in site.tree().values())


def test_a_brief_as_generated_follows_its_article(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    article.write_text(ARTICLE.replace("£48.2 million", "£51 million"), "utf-8")
    site.build()
    assert "£51 million" in site.brief().read_text("utf-8")


def test_a_draft_beside_that_the_editor_works_in_is_left_alone(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    brief = site.brief()
    brief.write_text(brief.read_text("utf-8") + "\nMine.\n", "utf-8")
    article.write_text(ARTICLE.replace("£48.2", "£51"), "utf-8")
    site.build()
    beside = brief.with_name(f"{brief.stem}.new.md")
    beside.write_text(beside.read_text("utf-8") + "\nMerging.\n", "utf-8")
    merging = beside.read_text("utf-8")
    article.write_text(ARTICLE.replace("£48.2", "£52"), "utf-8")
    site.build()
    assert beside.read_text("utf-8") == merging


def test_line_ends_of_another_system_are_no_edit(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    brief = site.brief()
    brief.write_bytes(brief.read_bytes().replace(b"\n", b"\r\n"))
    article.write_text(ARTICLE.replace("£48.2", "£51"), "utf-8")
    site.build()
    assert "£51" in brief.read_text("utf-8")


def test_force_replaces_the_brief_that_it_names_and_no_other(site: Site) -> None:
    site.article("gate.txt")
    site.article("bond.txt", ARTICLE.replace("Northmoor council backs", "Northmoor bond pays for"))
    site.build()
    one, other = sorted(site.briefs.iterdir())
    for path in (one, other):
        path.write_text(path.read_text("utf-8") + "\nMine.\n", "utf-8")
    result = site.build("--force", str(one))
    assert result.exit_code == 0
    assert "Mine." not in one.read_text("utf-8")
    assert "Mine." in other.read_text("utf-8")


def test_a_deleted_brief_is_written_again(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    text = site.brief().read_bytes()
    site.brief().unlink()
    site.build()
    assert site.brief().read_bytes() == text


@pytest.mark.parametrize("name", ["renamed.md", "2024/june/gate.md"])
@pytest.mark.parametrize("words", ["", "\nMine.\n"], ids=["as generated", "edited"])
def test_a_renamed_brief_is_still_the_brief_of_its_article(site: Site, name: str, words: str) -> None:
    site.article("gate.txt")
    site.build()
    before = site.addresses()
    moved = site.briefs / name
    moved.parent.mkdir(parents=True, exist_ok=True)
    site.brief().rename(moved)
    moved.write_text(moved.read_text("utf-8") + words, "utf-8")
    text = moved.read_text("utf-8")
    site.build()
    assert site.brief() == moved
    assert moved.read_text("utf-8") == text
    assert site.addresses() == before


def test_a_renamed_article_keeps_its_brief_and_its_address(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    brief, before = site.brief(), site.addresses()
    article.rename(article.with_name("tidal-gate.txt"))
    site.build()
    assert site.brief() == brief
    assert 'article: "articles/tidal-gate.txt"' in brief.read_text("utf-8")
    assert site.addresses() == before


def test_a_new_headline_does_not_move_the_page(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    before = site.addresses()
    article.write_text(ARTICLE.replace("Northmoor council backs", "Town council approves"), "utf-8")
    site.build()
    assert "Town council approves" in site.brief().read_text("utf-8")
    assert site.addresses() == before


def test_a_brief_whose_article_is_gone_stays(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    text = site.brief().read_bytes()
    article.unlink()
    assert site.build().exit_code == 0
    assert site.brief().read_bytes() == text
    checked = site.run("check")
    assert checked.exit_code == 0
    assert "its article articles/gate.txt is gone" in checked.stderr


def test_nothing_is_written_when_nothing_changed(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    stat = site.brief().stat()
    site.build()
    assert (site.brief().stat().st_ino, site.brief().stat().st_mtime_ns) == (stat.st_ino, stat.st_mtime_ns)


UNREADABLE = {
    "no front matter": lambda text: text.split("---\n", 2)[2].encode(),
    "empty": lambda text: b"",
    "UTF-16": lambda text: text.encode("utf-16"),
    "lone carriage returns": lambda text: text.replace("title: ", "title: a: ", 1).replace("\n", "\r").encode(),
    "sources in one line": lambda text: (
        b'---\ntitle: a: b\nsources: [{name: x, article: "articles/gate.txt"}]\n---\nMine.\n'
    ),
}


@pytest.mark.parametrize("spoil", UNREADABLE.values(), ids=UNREADABLE.keys())
@pytest.mark.parametrize("renamed", [False, True], ids=["", "its article renamed"])
def test_a_brief_that_cannot_be_read_is_never_written_over(site: Site, spoil, renamed: bool) -> None:
    article = site.article("gate.txt")
    site.build()
    brief = site.brief()
    spoiled = spoil(brief.read_text("utf-8"))
    brief.write_bytes(spoiled)
    if renamed:
        article.rename(article.with_name("tidal.txt"))
    result = site.build()
    assert result.exit_code == 1
    assert brief.read_bytes() == spoiled
    assert [path.name for path in site.briefs.iterdir()] == [brief.name]


def test_an_edit_saved_while_the_build_runs_is_kept(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    article = site.article("gate.txt")
    site.build()
    brief = site.brief()
    article.write_text(ARTICLE.replace("£48.2", "£51"), "utf-8")
    make = drafts.make_brief

    def slow(*arguments, **options):
        made = make(*arguments, **options)
        brief.write_text(brief.read_text("utf-8") + "\nMine.\n", "utf-8")
        return made

    monkeypatch.setattr(drafts, "make_brief", slow)
    site.build()
    assert brief.read_text("utf-8").endswith("\nMine.\n")


def test_a_file_in_the_way_of_a_new_brief_is_not_written_over(site: Site) -> None:
    site.article("gate.txt")
    site.briefs.mkdir()
    own = site.briefs / "northmoor-council-backs-tidal-gate-by-three-votes.md"
    own.write_text('---\ntitle: "My own"\n---\n\nMine.\n', "utf-8")
    text = own.read_bytes()
    site.article("other.txt", ARTICLE.replace("June 18", "June 17").replace("£48.2", "£3"))
    site.build()
    assert own.read_bytes() == text
    assert len(list(site.briefs.iterdir())) == 3


def test_a_drafts_story_does_not_come_out_when_its_article_is_renamed_and_changed(site: Site, edited) -> None:
    article = site.article("gate.txt")
    site.build()
    edited(site.brief(), "\nlanguage:", '\nreview: "draft"\nlanguage:')
    article.unlink()
    site.article("tidal.txt", ARTICLE.replace("£48.2", "£51"))
    site.build()
    assert not any(b"Senn" in content for content in site.tree().values())


def test_the_article_that_has_a_brief_keeps_it_when_its_text_is_copied(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    text = site.brief().read_bytes()
    site.article("a-copy.txt")
    result = site.build()
    assert "content/articles/a-copy.txt: is the same text as articles/gate.txt" in result.stderr
    assert site.brief().read_bytes() == text


def test_a_file_that_appears_while_the_build_runs_is_not_written_over(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.article("gate.txt")
    own = site.briefs / "northmoor-council-backs-tidal-gate-by-three-votes.md"
    make = drafts.make_brief

    def slow(*arguments, **options):
        site.briefs.mkdir(exist_ok=True)
        own.write_text("Mine.\n", "utf-8")
        return make(*arguments, **options)

    monkeypatch.setattr(drafts, "make_brief", slow)
    result = site.build()
    assert own.read_text("utf-8") == "Mine.\n"
    assert "nothing was written over it" in result.stderr


def test_a_draft_beside_goes_when_the_brief_is_replaced(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    brief = site.brief()
    brief.write_text(brief.read_text("utf-8") + "\nMine.\n", "utf-8")
    article.write_text(ARTICLE.replace("£48.2", "£51"), "utf-8")
    site.build()
    assert len(list(site.briefs.iterdir())) == 2
    site.build("--force", str(brief))
    assert list(site.briefs.iterdir()) == [brief]


def test_force_on_a_brief_without_an_article_says_so(site: Site) -> None:
    site.briefs.mkdir()
    own = site.briefs / "own.md"
    own.write_text('---\ntitle: "Mine"\n---\n\nMine.\n', "utf-8")
    result = site.build("--force", str(own))
    assert result.exit_code == 1
    assert "content/briefs/own.md: has no article to make it again from" in result.stderr
    assert own.read_text("utf-8").endswith("Mine.\n")
