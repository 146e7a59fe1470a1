"""Bad input gets a clear error with file and line; the other articles are built, and nothing is lost."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from digest.extraction import extract
from digest.settings import Settings
from digest.update import update_briefs
from tests.conftest import ARTICLE, Site

BAD_ARTICLES = {
    "empty": (b"", "content/articles/bad.txt: is empty"),
    "white space only": (b" \r\n\t\n", "content/articles/bad.txt: is empty"),
    "a headline only": (b"Council backs tidal gate\n", "content/articles/bad.txt: holds no sentence of a story"),
    "page furniture only": (b"Share\nTweet\nAdvertisement\n", "content/articles/bad.txt: holds no sentence of a story"),
    "binary": (bytes(range(256)) * 4, "content/articles/bad.txt:1: "),
    "a NUL": (ARTICLE.encode() + b"end\0", "content/articles/bad.txt:12: holds a NUL"),
    "invalid UTF-8": (b"One line.\nTwo \xff\x81 lines.\n", "content/articles/bad.txt:2: byte 0xff"),
    "a tab in the YAML": (b"---\nsource: A\n\turl: x\n---\nText.\n", "content/articles/bad.txt:3: not valid YAML"),
    "an anchor": (b"---\nsource: &a A\nauthor: *a\n---\nText.\n", "content/articles/bad.txt:2: YAML anchors"),
    "a key twice": (
        b"---\nsource: A\nsource: B\n---\nText.\n",
        "content/articles/bad.txt:3: 'source' stands here twice",
    ),
    "a wrong type": (b"---\nsource: [A]\n---\nText.\n", "content/articles/bad.txt:2: 'source' is not text"),
    "an unknown field": (b"---\nsauce: A\n---\nText.\n", "content/articles/bad.txt:2: 'sauce' is not a field"),
    "a wrong date": (b"Published: soon\n\nText.\n", "content/articles/bad.txt:1: 'Published' is not a date such as"),
    "YAML not closed": (b"---\nsource: A\n\nText.\n", "content/articles/bad.txt:1: the front matter opened"),
}


@pytest.mark.parametrize(("data", "message"), BAD_ARTICLES.values(), ids=BAD_ARTICLES.keys())
def test_a_bad_article_is_named_and_the_others_are_built(site: Site, data: bytes, message: str) -> None:
    bad = site.articles / "bad.txt"
    bad.write_bytes(data)
    site.article("gate.txt")
    result = site.build()
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stdout == ""
    assert bad.read_bytes() == data
    assert "tidal-gate" in site.brief().name
    assert site.built.joinpath("2024/06/18", site.brief().stem, "index.html").is_file()


BAD_FIELDS = {
    "a tab": ("\ttitle: x", ":2: not valid YAML"),
    "an anchor bomb": ("title: x\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", ":3: YAML anchors and aliases"),
    "a key twice": ("title: x\ntitle: y", ":3: 'title' stands here twice"),
    "no title": ('date: "2024-06-18"', "a brief needs a 'title'"),
    "a number for a title": ("title: 2024", ":2: 'title' is not text: put quotes around it"),
    "a wrong date": ('title: x\ndate: "2024-13-40"', ":3: 'date' is not a date such as"),
    "a list for a text": ("title: [x]", ":2: 'title' is not text"),
    "a text for a list": ("title: x\ntags: x", ":3: 'tags' is not a list of texts"),
    "a wrong review state": ("title: x\nreview: maybe", ":3: 'review' is neither"),
    "an embargo without a zone": (
        'title: x\nembargo: "2030-01-01T00:00:00"',
        ":3: 'embargo' is not a time with its offset",
    ),
    "a source of no day": ('title: x\nsources: [{published: "2024-13-99"}]', ":3: 'published' is not a date such as"),
    "words that are no number": (
        'title: x\nsources: [{words: "many"}]',
        ":3: a source's 'words' is not a number such as",
    ),
    "no words at all": ("title: x\nsources: [{words: 0}]", ":3: a source's 'words' is not a number such as 640: 0"),
    "a truth for words": ("title: x\nsources: [{words: true}]", ":3: a source's 'words' is not a number such as"),
    "a number for an outlet": ("title: x\nsources: [{name: 24}]", ":3: 'name' in 'sources' is not text"),
    "an unsafe link": ('title: x\nsources: [{url: "javascript:alert(1)"}]', ":3: a source's 'url' is not an address"),
    "a link that shows another ending": (
        'title: x\nsources: [{url: "https://example.org/\\u202Egpj.exe"}]',
        ":3: a source's 'url' is not an address",
    ),
    "a path out of the folder": (
        'title: x\nsources: [{article: "../../etc/passwd"}]',
        ":3: a source's 'article' is not",
    ),
    "a slug with a slash": ("title: x\nslug: ../up", ":3: 'slug' is not made of"),
    "an alias that leads out": ('title: x\naliases: ["../../up"]', ":3: 'aliases' holds"),
    "a tab before a field": (
        "title: x\n\tslug: y",
        ":3: not valid YAML: a tab at the start of a value or line; use spaces",
    ),
    "a colon that needs quotes": ("title: Trump: a summit", ":2: not valid YAML"),
    "not a mapping": ("- title", ":2: the front matter is not a list of fields"),
    "far too large": (f'title: "{"x" * 70_000}"', "the front matter is longer than"),
    "nested too deeply": (f"title: x\ndeep: {'[' * 500}{']' * 500}", ":3: the front matter is nested too deeply"),
}


@pytest.mark.parametrize(("fields", "message"), BAD_FIELDS.values(), ids=BAD_FIELDS.keys())
def test_front_matter_that_is_wrong_stops_the_site_and_names_the_line(site: Site, fields: str, message: str) -> None:
    site.article("gate.txt")
    site.build()
    bad = site.briefs / "bad.md"
    bad.write_text(f"---\n{fields}\n---\n\nText.\n", "utf-8")
    text = bad.read_bytes()
    result = site.build()
    assert result.exit_code == 1
    assert "content/briefs/bad.md" in result.stderr
    assert message in result.stderr
    assert "1 problem to mend" in result.stderr
    assert bad.read_bytes() == text
    assert site.run("check").exit_code == 1


def test_a_brief_that_cannot_be_read_keeps_its_article_from_being_written_twice(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    brief = site.brief()
    brief.write_text(brief.read_text("utf-8").replace("title: ", "title: x: ", 1), "utf-8")
    broken = brief.read_bytes()
    assert site.build().exit_code == 1
    assert site.brief().read_bytes() == broken


@pytest.mark.parametrize("data", [b"%PDF-", b"\xff" * 3], ids=["a PDF", "no text"])
def test_what_cannot_be_read_is_named_and_not_kept(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "articles").mkdir()
    for number in range(4):
        (tmp_path / "articles" / f"{number}.txt").write_bytes(data + bytes(1_000_000))
    tracemalloc.start()
    try:
        report = update_briefs(tmp_path, Settings())
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(report.problems) == 4
    assert kept < 1_000_000


def test_the_same_text_twice_makes_one_brief(site: Site) -> None:
    site.article("a.txt")
    site.article("b.txt")
    result = site.build()
    assert result.exit_code == 1
    assert "content/articles/b.txt: is the same text as articles/a.txt; delete one of the two" in result.stderr
    assert 'article: "articles/a.txt"' in site.brief().read_text("utf-8")
    assert "is the same text as articles/a.txt" in site.run("check").stderr


def test_two_articles_with_one_headline_have_two_briefs_and_two_pages(site: Site) -> None:
    site.article("a.txt")
    site.article("b.txt", ARTICLE.replace("£48.2 million", "£48 million"))
    assert site.build().exit_code == 0
    slug = "northmoor-council-backs-tidal-gate-by-three-votes"
    assert sorted(path.name for path in site.briefs.iterdir()) == [f"{slug}-2.md", f"{slug}.md"]
    assert (site.built / "2024/06/18" / f"{slug}-2" / "index.html").is_file()


def test_two_briefs_at_one_address_stop_the_site(site: Site) -> None:
    site.briefs.mkdir()
    for name in ("a.md", "b.md"):
        (site.briefs / name).write_text('---\ntitle: "x"\nslug: "same"\n---\n\nText.\n', "utf-8")
    result = site.build()
    assert result.exit_code == 1
    assert "briefs/b.md: has the address /undated/same/ as briefs/a.md has" in result.stderr


def test_an_article_that_is_a_folder_or_cannot_be_read(site: Site) -> None:
    (site.articles / "folder.txt").mkdir()
    (site.articles / "gone.txt").symlink_to(site.folder / "nowhere.txt")
    site.article("gate.txt")
    result = site.build()
    assert result.exit_code == 1
    assert "content/articles/gone.txt: " in result.stderr
    assert site.brief().is_file()


def test_a_link_out_of_the_content_folder_is_not_followed(site: Site, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(ARTICLE.replace("£48.2 million", "a canary"), "utf-8")
    (site.articles / "link.txt").symlink_to(secret)
    result = site.build()
    assert result.exit_code == 1
    assert "content/articles/link.txt: is a link to a file outside the content folder" in result.stderr
    assert not site.briefs.exists()


@pytest.mark.parametrize("folder", ["articles", "briefs"])
def test_a_folder_that_is_a_link_out_of_the_content_folder_is_neither_read_nor_written(
    site: Site, tmp_path: Path, folder: str
) -> None:
    site.article("gate.txt")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(ARTICLE, "utf-8")
    there = site.content / folder
    if folder == "articles":
        (there / "gate.txt").unlink()
        there.rmdir()
    there.symlink_to(outside)
    result = site.build()
    assert result.exit_code == 1
    assert "outside the content folder" in result.stderr
    assert [path.name for path in outside.iterdir()] == ["secret.txt"]
    assert not list(site.content.glob("briefs/*.md"))
    added = site.run("add", "-f", str(site.config), "-", input=ARTICLE.replace("backs", "likes"))
    assert added.exit_code == 1
    assert "outside the content folder" in added.stderr
    assert [path.name for path in outside.iterdir()] == ["secret.txt"]


def test_a_brief_leads_to_no_source_outside_the_content_folder(site: Site, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(ARTICLE.replace("Fishing crews", "Xyzzy crews"), "utf-8")
    (site.articles / "up").symlink_to(tmp_path)
    site.briefs.mkdir()
    (site.briefs / "a.md").write_text(
        '---\ntitle: "x"\nsources: [{article: "articles/up/secret.txt"}]\n---\n\nXyzzy ferries fear closures.[^1]\n\n[^1]: “Xyzzy ferries fear closures.”\n',
        "utf-8",
    )
    result = site.run("check", "-f", str(site.config), "--json")
    assert "crews" not in result.stdout + result.stderr


@pytest.mark.parametrize("article", ["C:/Windows/win.ini", "C:win.ini", "articles/a\\0.txt", "//server/share/x.txt"])
def test_a_path_that_leads_elsewhere_on_another_system_is_refused(site: Site, article: str) -> None:
    site.briefs.mkdir()
    (site.briefs / "a.md").write_text(f'---\ntitle: "x"\nsources: [{{article: "{article}"}}]\n---\n\nText.\n', "utf-8")
    assert "a source's 'article' is not a path below the content folder" in site.build().stderr


def test_an_article_with_a_name_that_no_system_takes_is_not_there(site: Site) -> None:
    site.briefs.mkdir()
    name = f"articles/{'x' * 5_000}.txt"
    (site.briefs / "a.md").write_text(f'---\ntitle: "x"\nsources: [{{article: "{name}"}}]\n---\n\nText.\n', "utf-8")
    assert site.build().exit_code == 0
    assert "is gone" in site.run("check", "-f", str(site.config)).stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_an_unreadable_article_is_named(site: Site) -> None:
    site.article("gate.txt").chmod(0)
    result = site.build()
    assert result.exit_code == 1
    assert "content/articles/gate.txt: cannot be read" in result.stderr


def test_five_megabytes_of_text_are_read(site: Site) -> None:
    paragraph = "The harbour authority counted {} vessels on the river on that day, more than in any year before.\n\n"
    site.article("long.txt", "A long report\n\n" + "".join(paragraph.format(number) for number in range(50_000)))
    result = site.build()
    assert result.exit_code == 0
    assert len(site.brief().read_text("utf-8")) < 5_000


@pytest.mark.parametrize(
    "words",
    [
        "1 aprıl 2020",
        "APRİL 1, 2020",
        "auguſt 1, 2020",
        "yeſterday",
        "laſt week",
        "thıs week",
        "ſunday",
        "31 February 2024",
        "tomorrow",
    ],
)
@pytest.mark.parametrize("published", ["2024-06-18", "0001-01-01", "9999-12-31"])
def test_no_date_stops_a_build(site: Site, words: str, published: str) -> None:
    site.article(
        "gate.txt",
        f"Published: {published}\n\n{ARTICLE}\nThe council met the crews {words} and spoke of {words} again.\n",
    )
    assert site.build().exit_code == 0


def test_a_headline_without_end_is_cut(site: Site) -> None:
    site.article("long.txt", f"{'x' * 70_000}\n\nThe council met the crews of the harbour on Monday and heard them.\n")
    assert site.build().exit_code == 0
    assert site.build().exit_code == 0
    assert len(site.brief().name) < 80


def test_no_fact_of_an_article_is_too_long_for_its_brief_to_be_read_again(site: Site) -> None:
    site.article(
        "long.txt",
        f"A gate for Northmoor\n\n“We have mopped the same kitchens for years,” said Ada Quill, the {'x' * 70_000} mayor.\n\n"
        f"“It was never as bad as it is now,” said Jonas {'L' * 70_000}, the mayor of Northmoor.\n",
    )
    assert site.build().exit_code == 0
    assert site.build().exit_code == 0
    for line in (f"URL: https://example.org/{'x' * 70_000}", f"Language: en{'-abcd' * 20_000}"):
        site.article("long.txt", f"{line}\n\n{ARTICLE}")
        assert "content/articles/long.txt:1: " in site.build().stderr


def test_a_sentence_without_end_is_not_quoted(site: Site) -> None:
    site.article("long.txt", f"A gate for Northmoor\n\nThe council voted {'~~' * 100_000} to build a gate.\n")
    assert site.build().exit_code == 0
    assert len(site.brief().read_text("utf-8")) < 10_000


def test_what_is_no_plain_text_is_named_or_passed_over(site: Site) -> None:
    site.article("gate.txt")
    for name in ("story.docx", "a\\b.txt", "Thumbs.db", "gate.txt~", ".hidden"):
        (site.articles / name).write_text(ARTICLE, "utf-8")
    (site.articles / "scan.txt").write_bytes(b"%PDF-1.4\n<< /Type /Catalog >>\n")
    os.mkfifo(site.articles / "pipe.txt")
    (site.articles / "loop.txt").symlink_to("loop.txt")
    result = site.build()
    assert result.exit_code == 1
    assert "content/articles/story.docx: is no plain text" in result.stderr
    assert "has a file name that not every system can hold" in result.stderr
    assert "content/articles/scan.txt: is a PDF" in result.stderr
    assert "content/articles/pipe.txt: cannot be read" in result.stderr
    assert "content/articles/loop.txt: " in result.stderr
    assert "5 problems to mend" in result.stderr
    assert site.brief().is_file()


LONG = {
    "full stops": "." * 20_000,
    "spaced stops": ". " * 20_000,
    "titles": "Mr. " * 20_000,
    "states": "U.S. " * 20_000,
    "marks": "! " * 50_000,
    "articles": "The " * 50_000,
    "bylines": "By " * 50_000,
    "speakers": "“So it is,” Ada Quill said. " * 10_000,
    "pronouns": "“So it is,” he said. " * 10_000,
    "people": " ".join(f"Ada Q{number}x, 54, left." for number in range(5_000)),
    "items": " ".join(f"{number}) x" for number in range(1, 5_000)),
    "links": "a | " * 100 + "and a link that is too long for a row of them",
    "brackets": "(" * 50_000,
    "commas": "a, " * 50_000,
    "wrapped lines": ("the council met the crews of the harbour on the quay and\n" * 8_000),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_no_text_takes_for_ever(text: str) -> None:
    # That it ends is the test: what is quadratic here takes minutes.
    assert extract({"id": 1, "text": f"A headline of some words\n\nThe mayor {text} said so.\n"})["sentences"]


TALKS = {
    "turns": "Q: Will gate {0} be built?\n\nMS. QUILL: Gate {0} will be built in spring.\n\n",
    "speakers": "MR. QUILL-{0}: Gate {0} will be built in spring.\n\n",
    "names": "Ada Q{0}x: Who builds gate {0}?\n\nJonas L{0}x: We build gate {0}.\n\n",
    "questions": "Q: Will gate {0} be built?\n\n",
    "a turn": "Gate {0} will be built in spring. (Laughter.) ",
    "labels": "MS. QUILL:\n\n",
    "open brackets": "MS. QUILL (on gate {0} [and\n\n",
    "questions of a turn": "Will it? Is gate {0} built? ",
    "moderators": "Q: Is gate {0} built?\n\nMODERATOR: Who is next?\n\n",
}


@pytest.mark.parametrize("turns", TALKS.values(), ids=TALKS.keys())
def test_no_transcript_takes_for_ever(turns: str) -> None:
    talk = "".join(turns.format(number) for number in range(4_000))
    text = f"Press Briefing by Ada Quill\n\n1:32 P.M. EDT\n\nMS. QUILL: We begin.\n\nQ: {talk}\n\nMS. QUILL: We end here.\n"
    assert extract({"id": 1, "text": text})["kind"] == "transcript"


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED UNTIL " + "00:01 " * 40,
        "About " + "A " * 20_000,
        "Contact: " + "555 " * 20_000,
        "NORTHMOOR, " * 5_000 + "/PRNewswire/",
    ],
    ids=["times", "a name", "numbers", "places"],
)
def test_no_release_takes_for_ever(line: str) -> None:
    text = f"PRESS RELEASE\n\nGate opens in spring\n\n{line} 5 June 2026\n\nThe gate opens in spring.\n\n{line}\n" * 3
    assert extract({"id": 1, "text": text})["sentences"]
