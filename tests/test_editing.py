"""What an editor decides of a brief, at the console and on the site: approved, corrected, withdrawn."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mkdocs.commands.build import build

from digest.site.host import load_site
from tests.conftest import ARTICLE, CONFIG, Site

AT = "2026-06-05T09:30:00+02:00"
URL = "2024/06/18/northmoor-council-backs-tidal-gate-by-three-votes"
THEMES = ["digest", "mkdocs", "readthedocs", "material"]
CANARY = "xyzzycanary"


@pytest.fixture
def brief(site: Site) -> Path:
    """The brief of an article, as generated."""
    site.article("gate.txt")
    assert site.build().exit_code == 0
    return site.brief()


def page(site: Site, url: str) -> str:
    return (site.built / url / "index.html").read_text("utf-8")


def as_json(site: Site, url: str) -> dict[str, object]:
    return json.loads((site.built / url).read_text("utf-8"))


def contents(site: Site) -> str:
    return "\n".join(data.decode("utf-8", "replace") for name, data in site.tree().items() if not name.endswith(".gz"))


def added(before: str, after: str) -> list[str]:
    """The lines that `after` has more than `before`, which must be there otherwise."""
    kept, found = before.splitlines(), []
    for line in after.splitlines():
        if kept and line == kept[0]:
            kept.pop(0)
        else:
            found.append(line)
    assert not kept
    return found


def test_approving_writes_two_lines_and_nothing_else(site: Site, brief: Path) -> None:
    before = brief.read_text("utf-8")
    result = site.run("approve", str(brief), "--by", "Ada Quill", "--at", AT)
    assert result.exit_code == 0, result.stderr
    review, reviewed = added(before, brief.read_text("utf-8"))
    assert review == 'review: "approved"'
    assert re.fullmatch(rf'reviewed: {{at: "{re.escape(AT)}", by: "Ada Quill", words: "[0-9a-f]{{64}}"}}', reviewed)
    assert "approved" in result.stderr


def test_who_approves_may_stay_unsaid(site: Site, brief: Path) -> None:
    site.run("approve", str(brief), "--at", AT)
    assert f'\nreviewed: {{at: "{AT}", words: ' in brief.read_text("utf-8")


def test_an_approved_draft_is_public(site: Site) -> None:
    site.config.write_text(CONFIG.replace("[digest]", "[{digest: {review: required}}]"), "utf-8")
    site.article("gate.txt")
    site.build()
    assert "Senn" not in contents(site)
    assert site.run("approve", str(site.brief()), "--by", "Ada Quill").exit_code == 0
    site.build()
    assert "not edited by hand. Approved by Ada Quill." in page(site, URL)
    said = as_json(site, f"{URL}/brief.json")
    assert (said["approved"], said["edited"], said["reviewed"]["by"]) == (True, False, "Ada Quill")


def test_an_approved_brief_is_not_replaced_when_its_article_changes(site: Site, brief: Path) -> None:
    site.run("approve", str(brief))
    approved = brief.read_bytes()
    site.article("gate.txt", ARTICLE.replace("£48.2", "£51"))
    result = site.build()
    assert brief.read_bytes() == approved
    assert "£51" in brief.with_name(f"{brief.stem}.new.md").read_text("utf-8")
    assert "the new draft lies here" in result.stderr


@pytest.mark.parametrize("old", ['title: "', "The council will", "## Quotes"])
def test_an_edit_after_an_approval_is_said_until_it_is_approved_too(site: Site, brief: Path, old: str, edited) -> None:
    site.run("approve", str(brief), "--by", "Ada Quill")
    site.run("correct", str(brief), "--wrong", "a", "--right", "b")
    assert "approved" not in site.run("check").stderr
    edited(brief, old, f"{old} ")
    assert f"note: content/briefs/{brief.name}: was changed after it had been approved" in site.run("check").stderr
    site.build()
    assert "Edited by hand; each statement is in its source’s own words. Approved by Ada Quill; changed since." in page(
        site, URL
    )
    assert site.run("approve", str(brief), "--by", "Jonas Lind").exit_code == 0
    site.build()
    assert "Edited by hand; each statement is in its source’s own words. Approved by Jonas Lind." in page(site, URL)
    assert "approved" not in site.run("check").stderr


def test_what_the_source_does_not_say_is_not_approved(site: Site, brief: Path, edited) -> None:
    text = edited(brief, "£48.2 million", "£58.2 million")
    result = site.run("approve", str(brief))
    assert result.exit_code == 1
    assert brief.read_text("utf-8") == text
    assert re.search(rf"content/briefs/{brief.name}:\d+: “.*£58.2 million", result.stderr)
    assert "is not approved: mend what is named above, or approve it with --force" in result.stderr
    assert site.run("approve", "--force", str(brief)).exit_code == 0
    assert 'review: "approved"' in brief.read_text("utf-8")


def test_one_brief_that_is_not_approved_leaves_the_others_to_be(site: Site, brief: Path) -> None:
    other = site.briefs / "own.md"
    other.write_text('---\ntitle: "x"\n---\n', "utf-8")
    result = site.run("approve", str(other), str(brief))
    assert result.exit_code == 1
    assert "says nothing" in result.stderr
    assert 'review: "approved"' in brief.read_text("utf-8")


def test_approving_twice_keeps_who_was_first(site: Site, brief: Path) -> None:
    site.run("approve", str(brief), "--by", "Ada Quill", "--at", AT)
    text = brief.read_bytes()
    result = site.run("approve", str(brief), "--by", "Jonas Lind")
    assert result.exit_code == 0
    assert "was approved already" in result.stderr
    assert brief.read_bytes() == text


@pytest.mark.parametrize("field", ["draft: true", "withdrawn: true", "published: no"])
def test_a_brief_that_another_field_holds_back_is_not_approved(site: Site, brief: Path, field: str, edited) -> None:
    text = edited(brief, "\nlanguage:", f"\n{field}\nlanguage:")
    result = site.run("approve", str(brief))
    assert result.exit_code == 1
    assert f"is held back by its field '{field.split(':')[0]}'" in result.stderr
    assert brief.read_text("utf-8") == text


def test_an_editors_own_lines_stay_byte_for_byte(site: Site) -> None:
    site.briefs.mkdir()
    own = site.briefs / "own.md"
    before = (
        "\ufeff---\n# Ours\ntitle:   'It''s, \u201cours\u201d'  # the headline\nreview: draft   # until noon\n\nnote: |\n  As is.\n\n"
        "weight: 3\ncorrections:\n- {date: 2026-06-04, wrong: a, right: b} # first\n---\n\nMine.  \n\t\n---\n"
    ).replace("\n", "\r\n")
    own.write_bytes(before.encode())
    site.run("approve", str(own), "--at", AT)
    site.run("correct", str(own), "--wrong", "c", "--right", "d", "--at", AT)
    site.run("withdraw", str(own), "--why", "e", "--at", AT)
    after = before.replace("review: draft ", 'review: "approved" ')
    after = after.replace("# first\r\n", f'# first\r\n- {{date: "{AT}", wrong: "c", right: "d"}}\r\n')
    after = after.replace(
        "---\r\n\r\nMine.",
        f'reviewed: {{at: "{AT}", words: "WORDS"}}\r\nwithdrawn: {{date: "{AT}", why: "e"}}\r\n---\r\n\r\nMine.',
    )
    assert re.sub("[0-9a-f]{64}", "WORDS", own.read_bytes().decode()) == after


def test_a_brief_withdrawn_for_what_it_says_does_not_stop_a_strict_build(site: Site, brief: Path, edited) -> None:
    edited(brief, "£48.2 million", "£58.2 million")
    assert site.build("--strict").exit_code == 1
    site.run("withdraw", str(brief), "--why", "The sum was wrong.")
    assert site.run("check").exit_code == 0
    assert site.build("--strict").exit_code == 0
    assert "The sum was wrong." in page(site, URL)
    assert "58.2" not in contents(site)


CALLS = {
    "no brief": ["approve", "content/briefs/none.md"],
    "none named": ["approve"],
    "no reason": ["withdraw", "BRIEF"],
    "an empty reason": ["withdraw", "BRIEF", "--why", " "],
    "half a correction": ["correct", "BRIEF", "--wrong", "a"],
    "no time": ["approve", "BRIEF", "--at", "noon"],
    "a time without its offset": ["approve", "BRIEF", "--at", "2026-06-05T09:30:00"],
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_wrong_usage_writes_nothing(site: Site, brief: Path, call: list[str]) -> None:
    before = brief.read_bytes()
    assert site.run(*(str(brief) if word == "BRIEF" else word for word in call)).exit_code == 2
    assert brief.read_bytes() == before


def test_a_brief_goes_by_the_name_of_its_file_too(site: Site, brief: Path) -> None:
    assert site.run("approve", brief.name).exit_code == 0
    assert 'review: "approved"' in brief.read_text("utf-8")


def test_only_briefs_are_decided_on(site: Site, brief: Path) -> None:
    beside = brief.with_name(f"{brief.stem}.new.md")
    beside.write_bytes(brief.read_bytes())
    result = site.run("approve", str(beside), str(site.articles / "gate.txt"))
    assert result.exit_code == 1
    assert result.stderr.count("is no brief: ") == 2
    assert beside.read_bytes() == brief.read_bytes()


def test_fields_in_braces_are_left_to_the_editor(site: Site) -> None:
    site.briefs.mkdir()
    own = site.briefs / "own.md"
    own.write_text('---\n{title: "x"}\n---\n\nMine.\n', "utf-8")
    result = site.run("withdraw", str(own), "--why", "So.")
    assert result.exit_code == 1
    assert "content/briefs/own.md:2: the fields do not stand on lines of their own" in result.stderr
    assert own.read_text("utf-8").endswith("Mine.\n")


def correct(site: Site, brief: Path, *more: str, at: str = AT) -> None:
    words = ("--wrong", "The vote was on <Monday>.", "--right", "It was on “Tuesday”.")
    result = site.run("correct", str(brief), *words, "--at", at, *more)
    assert result.exit_code == 0, result.stderr


def test_a_correction_stands_in_the_file_and_nothing_else_changes(site: Site, brief: Path) -> None:
    before = brief.read_text("utf-8")
    correct(site, brief, "--by", "Jonas Lind")
    correct(site, brief, at="2026-06-06T09:30:00+02:00")
    first = f'{{date: "{AT}", wrong: "The vote was on <Monday>.", right: "It was on “Tuesday”.", by: "Jonas Lind"}}'
    second = '{date: "2026-06-06T09:30:00+02:00", wrong: "The vote was on <Monday>.", right: "It was on “Tuesday”."}'
    assert added(before, brief.read_text("utf-8")) == ["corrections:", f"  - {first}", f"  - {second}"]


def test_a_correction_is_above_the_brief_in_the_list_in_feeds_and_for_programs(site: Site, brief: Path) -> None:
    site.build()
    assert not (site.built / "corrections").exists()
    assert "corrections/" not in page(site, "")
    correct(site, brief, "--by", "Jonas Lind")
    correct(site, brief, at="2026-06-06T09:30:00+02:00")
    assert site.build("--strict").exit_code == 0
    shown = page(site, URL)
    assert shown.index("This brief said: “The vote was on &lt;Monday&gt;.”") < shown.index('<div class="body">')
    assert shown.index("6 June 2026") < shown.index("5 June 2026")
    assert "Jonas Lind" in shown
    listed = page(site, "corrections")
    assert listed.index("6 June 2026") < listed.index("5 June 2026")
    assert f'href="../{URL}/"' in listed
    assert 'href="corrections/"' in page(site, "")
    feed = ElementTree.fromstring((site.built / "feed.xml").read_text("utf-8"))
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f".//{atom}entry/{atom}updated") == "2026-06-06T07:30:00Z"
    assert feed.findtext(f".//{atom}entry/{atom}published") == "2024-06-18T00:00:00Z"
    assert "It should say: “It was on “Tuesday”.”" in (feed.findtext(f".//{atom}content") or "")
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', shown, re.DOTALL)[1])
    assert data["dateModified"] == "2026-06-06T07:30:00Z"
    assert [(it["@type"], it["datePublished"]) for it in data["correction"]] == [
        ("CorrectionComment", AT),
        ("CorrectionComment", "2026-06-06T09:30:00+02:00"),
    ]
    sitemap = (site.built / "sitemap.xml").read_text("utf-8")
    assert re.search(rf"{URL}/</loc>\s*<lastmod>2026-06-06<", sitemap)
    said = as_json(site, f"{URL}/brief.json")
    assert said["updated"] == "2026-06-06T07:30:00Z"
    assert [it["by"] for it in said["corrections"]] == ["Jonas Lind", None]


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ('corrections: "none"', "is not a list of entries such as"),
        ('corrections: [{wrong: "a", right: "b"}]', "has an entry without a 'date'"),
        ('corrections: [{date: "2026-06-05", wrong: "a", right: " "}]', "has an entry without a 'right'"),
        ('corrections: [{date: "yesterday", wrong: "a", right: "b"}]', "is not a date"),
        ('corrections: [{date: "20260605", wrong: "a", right: "b"}]', "is not a date"),
        ('corrections: [{date: "2026-06-05", wrong: "a", right: "b", who: "c"}]', "unknown field 'who'"),
        ('reviewed: "draft"', "is not an entry such as"),
        ('reviewed: {by: "Ada Quill"}', "has an entry without a 'at'"),
        ('withdrawn: {date: "2026-06-05"}', "has an entry without a 'why'"),
        ("withdrawn: {}", "has an entry without a 'date'"),
        ('expires: "2026-06-05"', "is not a time with its offset"),
    ],
)
def test_a_decision_that_is_not_understood_stops_the_build(site: Site, field: str, problem: str) -> None:
    site.briefs.mkdir()
    (site.briefs / "own.md").write_text(f'---\ntitle: "x"\n{field}\n---\n\nMine.\n', "utf-8")
    result = site.build()
    assert result.exit_code == 1
    assert "content/briefs/own.md:3: " in result.stderr
    assert problem in result.stderr
    assert not site.built.exists()


@pytest.mark.filterwarnings("ignore")  # the other themes' own
@pytest.mark.parametrize("theme", THEMES)
def test_a_withdrawn_brief_leaves_a_notice_and_none_of_its_words(site: Site, theme: str) -> None:
    plugins = CONFIG.replace("theme: digest", f"theme: {theme}").replace("[digest]", "[search, digest]")
    site.config.write_text(plugins, "utf-8")
    site.article("gate.txt")
    site.build()
    (site.briefs / "own.md").write_text(
        f'---\ntitle: "{CANARY}"\nslug: "own"\ndate: "2024-06-18"\naliases: ["/2024/06/17/own/"]\ntags: ["{CANARY}"]\n---\n\n'
        f"{CANARY}\n\n## {CANARY}\n\nText.\n",
        "utf-8",
    )
    (site.briefs / "other.md").write_text('---\ntitle: "Other"\n---\n\nSee [it](own.md).\n', "utf-8")
    site.build()
    before = as_json(site, "2024/06/18/own/brief.json")
    assert CANARY in contents(site)
    result = site.run("withdraw", str(site.briefs / "own.md"), "--why", "It was <i>about</i> another town", "--at", AT)
    assert result.exit_code == 0, result.stderr
    assert site.build("--strict").exit_code == 0
    assert CANARY not in contents(site)
    notice = page(site, "2024/06/18/own")
    assert "This brief was withdrawn on" in notice
    assert "5 June 2026" in notice
    assert "It was &lt;i&gt;about&lt;/i&gt; another town" in notice
    assert '<meta name="robots" content="noindex">' in notice
    assert "../../18/own/" in page(site, "2024/06/17/own")
    assert "18/own" not in (site.built / "sitemap.xml").read_text("utf-8")
    assert URL in (site.built / "sitemap.xml").read_text("utf-8")
    for name, data in site.tree().items():
        if name.endswith(".html") and not name.startswith(("2024/06/18/own", "2024/06/17/own", "undated/other")):
            assert b"/own/" not in data, name
    assert as_json(site, "api/briefs.json")["total"] == 2
    items = {item["id"]: item for item in as_json(site, "feed.json")["items"]}
    assert items[before["id"]]["title"] == "Withdrawn"
    assert items[before["id"]]["date_modified"] == "2026-06-05T07:30:00Z"
    assert "another town" in items[before["id"]]["content_html"]
    after = as_json(site, "2024/06/18/own/brief.json")
    assert after["withdrawn"] == {"date": AT, "why": "It was <i>about</i> another town"}
    assert after["id"] == before["id"]
    assert not any(after[name] for name in ("takeaway", "key_points", "sections", "tags", "people", "sources"))


def test_withdrawing_deletes_nothing_and_a_rebuild_keeps_it(site: Site, brief: Path) -> None:
    before = brief.read_text("utf-8")
    assert site.run("withdraw", str(brief), "--why", "So.", "--at", AT).exit_code == 0
    withdrawn = brief.read_text("utf-8")
    assert added(before, withdrawn) == [f'withdrawn: {{date: "{AT}", why: "So."}}']
    site.article("gate.txt", ARTICLE.replace("£48.2", "£51"))
    site.build()
    assert brief.read_text("utf-8") == withdrawn
    assert "Senn" not in contents(site)
    assert "was withdrawn already" in site.run("withdraw", str(brief), "--why", "Again.").stderr
    assert brief.read_text("utf-8") == withdrawn


@pytest.mark.parametrize(
    "field",
    ['review: "draft"', 'embargo: "2999-01-01T00:00:00Z"', 'expires: "2001-01-01T00:00:00Z"'],
)
def test_what_was_not_public_leaves_no_notice(site: Site, brief: Path, field: str, edited) -> None:
    edited(brief, "\nlanguage:", f"\n{field}\nlanguage:")
    site.run("withdraw", str(brief), "--why", CANARY)
    site.build()
    assert CANARY not in contents(site)
    assert not (site.built / URL).exists()


def test_a_preview_shows_what_is_not_ready_marked_and_a_build_does_not(site: Site) -> None:
    site.briefs.mkdir()
    for name, field in {
        "draft": 'review: "draft"',
        "embargoed": 'embargo: "2999-01-01T00:00:00Z"',
        "expired": 'expires: "2001-01-01T00:00:00Z"',
        "removed": "withdrawn: true",
        "open": "language: en",
    }.items():
        text = f'---\ntitle: "The {name}"\nslug: "{name}"\ndate: "2024-06-18"\n{field}\n---\n\n{CANARY} {name}.\n'
        (site.briefs / f"{name}.md").write_text(text, "utf-8")
    config = load_site(site.config)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert '<span class="mark">Draft</span> The draft' in page(site, "2024/06/18/draft")
    assert '<span class="mark">Under embargo</span> The embargoed' in page(site, "2024/06/18/embargoed")
    assert '<span class="mark">Draft</span> <a href="draft/">' in page(site, "2024/06/18")
    assert 'class="mark"' not in page(site, "2024/06/18/open")
    assert "The expired" not in contents(site)
    assert "The removed" not in contents(site)
    site.build()
    assert "The draft" not in contents(site)
    assert "The embargoed" not in contents(site)
    assert 'class="mark"' not in contents(site)
