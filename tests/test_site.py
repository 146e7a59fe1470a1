"""The site: what is public, under every theme; the same bytes every time; no link that leads nowhere."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from digest.article import parse_article
from tests.conftest import ARTICLE, CONFIG, Site

THEMES = ["digest", "mkdocs", "readthedocs", "material"]
CANARY = "xyzzycanary"


def contents(site: Site) -> bytes:
    """Every byte of the site; the sitemap and the search's index are compressed."""
    return b"\n".join(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in site.tree().values())


@pytest.fixture
def themed(site: Site, request: pytest.FixtureRequest) -> Site:
    site.config.write_text(CONFIG.replace("theme: digest", f"theme: {request.param}"), "utf-8")
    return site


def page(site: Site, url: str) -> str:
    return (site.built / url / "index.html").read_text("utf-8")


def write_brief(site: Site, name: str, fields: str, body: str = "Text.\n") -> None:
    site.briefs.mkdir(exist_ok=True)
    (site.briefs / name).write_text(f"---\n{fields}\n---\n\n{body}", "utf-8")


def write_what_is_not_public(site: Site) -> None:
    """A brief of each kind that readers must not see, with the canary wherever it can stand."""
    write_brief(site, "draft.md", f'title: "{CANARY}"\nreview: "draft"', CANARY)
    write_brief(site, "embargoed.md", f'title: "{CANARY}"\nembargo: "2999-01-01T00:00:00+00:00"', CANARY)
    write_brief(site, "expired.md", f'title: "{CANARY}"\nexpires: "2001-01-01T00:00:00+00:00"', CANARY)
    write_brief(
        site,
        "withdrawn.md",
        f'title: "{CANARY}"\nslug: "w"\ndate: "2024-06-18"\ndescription: "{CANARY}"\nlocated: "{CANARY}"\ntags: ["{CANARY}"]\n'
        f'people: [{{name: "{CANARY}", role: "{CANARY}"}}]\nsources: [{{name: "{CANARY}", url: "https://{CANARY}.org/"}}]\n'
        f'corrections: [{{date: "2024-06-19", wrong: "{CANARY}", right: "{CANARY}", by: "{CANARY}"}}]\n'
        f'reviewed: {{at: "2024-06-18", by: "{CANARY}"}}\n'
        'withdrawn: {date: "2024-06-20", why: "It was about another town."}',
        f"{CANARY}\n\n## Key points\n\n- {CANARY}[^1]\n\n[^1]: “{CANARY}”\n",
    )
    withheld = 'withdrawn: {date: "2024-06-20", why: "' + CANARY + '"}'
    write_brief(site, "never.md", f'title: "{CANARY}"\nreview: "draft"\n{withheld}', CANARY)


@pytest.mark.parametrize(
    "options",
    [
        "use_directory_urls: false\n",
        "site_url: ''\n",
        "PLUGINS: [search, {digest: {review: required}}]\n",
        "PLUGINS: [{digest: {verbatim: {words: 500}, email: {from: a@example.org}}}, search]\n",
        "copyright: Ours\nextra: {a: b}\n",
    ],
)
def test_no_option_lets_out_what_is_not_public(site: Site, options: str) -> None:
    name = options.partition(":")[0].lower()
    kept = "".join(line for line in CONFIG.splitlines(keepends=True) if not line.startswith(f"{name}:"))
    site.config.write_text(kept + options.replace("PLUGINS", "plugins"), "utf-8")
    write_what_is_not_public(site)
    write_brief(site, "open.md", 'title: "Open"\nreview: "approved"', "Everybody may read it.\n")
    assert site.build().exit_code == 0
    assert CANARY.encode() not in contents(site)
    assert b"Everybody may read it." in contents(site)


@pytest.mark.filterwarnings("ignore")  # the other themes' own
@pytest.mark.parametrize("themed", THEMES, indirect=True)
def test_nothing_that_is_not_ready_reaches_the_site(themed: Site) -> None:
    site = themed
    site.article("gate.txt")
    site.build()
    brief = site.brief()
    brief.with_name(f"{brief.stem}.new.md").write_text(f'---\ntitle: "{CANARY}"\n---\n{CANARY}\n', "utf-8")
    site.article(
        "raw.txt", ARTICLE.replace("Fishing crews", f"{CANARY} crews").replace("council backs", "council votes on")
    )
    write_what_is_not_public(site)
    (site.briefs / f".{CANARY}.md").write_text(CANARY, "utf-8")
    (site.articles / "note.md").write_text(
        f"{CANARY} note\n\nThe council met the {CANARY} crews on Monday night.\n", "utf-8"
    )
    result = site.build()
    # The article's own brief may quote the sentence; nothing else may.
    for path in site.briefs.glob("*votes-on*"):
        path.unlink()
    for path in site.briefs.glob("*note*"):
        path.unlink()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site.folder, check=True)
    assert CANARY.encode() not in contents(site), result.stderr
    assert b"tidal gate" in contents(site)
    assert "It was about another town." in page(site, "2024/06/18/w")


def test_an_embargo_lifts_at_its_second(site: Site) -> None:
    write_brief(site, "a.md", f'title: "{CANARY}"\ndate: "2030-01-01"\nembargo: "2030-01-01T00:01:00+01:00"')
    site.build("--now", "2029-12-31T23:00:59+00:00")
    assert CANARY.encode() not in contents(site)
    site.build("--now", "2029-12-31T23:01:00+00:00")
    assert CANARY in page(site, "2030/01/01")


def test_a_brief_expires_at_its_second(site: Site) -> None:
    write_brief(site, "a.md", f'title: "{CANARY}"\ndate: "2030-01-01"\nexpires: "2030-01-01T00:01:00+01:00"')
    site.build("--now", "2029-12-31T23:00:59+00:00")
    assert CANARY in page(site, "2030/01/01")
    site.build("--now", "2029-12-31T23:01:00+00:00")
    assert CANARY.encode() not in contents(site)


def test_where_review_is_required_only_what_is_approved_is_public(site: Site, edited) -> None:
    site.config.write_text(CONFIG.replace("[digest]", "[{digest: {review: required}}]"), "utf-8")
    site.article("gate.txt")
    site.build()
    assert 'review: "draft"' in site.brief().read_text("utf-8")
    assert b"tidal gate" not in contents(site)
    edited(site.brief(), 'review: "draft"', 'review: "approved"')
    site.build()
    assert b"tidal gate" in contents(site)


@pytest.mark.filterwarnings("ignore")  # the other themes' own
@pytest.mark.parametrize("themed", THEMES, indirect=True)
def test_what_an_article_says_is_text_and_never_markup(themed: Site) -> None:
    site = themed
    evil = "<img src=x onerror=alert(1)>"
    site.article(
        "evil.txt",
        f'---\nsource: "{evil}"\nauthor: "{evil}"\npublished: "2024-06-18"\n---\n'
        f"Council {evil} backs</title><script>alert(2)</script> tidal gate\n\n"
        f"The council {evil} voted on Monday to build a gate <script>alert(3)</script> across the river. "
        "It said that [this link](javascript:alert(4)) and {{ config }} were no part of {% raw %} the plan.\n",
    )
    write_brief(
        site,
        "evil.md",
        f"title: '{evil}'\ndescription: '{evil}'\ndate: \"2024-06-18\"\nlocated: '{evil}'\ntags: ['{evil}']\n"
        f"people: [{{name: '{evil}', role: '{evil}'}}]\ncategories: ['{evil}']",
        f"{evil} <script>alert(5)</script>\n\n[a](javascript:alert(6)) ![b](data:text/html,x) <a href='vbscript:x'>c</a>"
        " <b onclick=alert(7)>d</b> [bad](http://[x]/)\n\n<iframe src='https://example.org'></iframe>\n",
    )
    assert site.build().exit_code == 0
    for name, data in site.tree().items():
        if name.endswith(".html") and name not in ("search.html", "404.html"):
            parsed = Parsed.of(data.decode())
            assert not [name for name in parsed.attributes if name.startswith("on")], name
            assert not [script for script in parsed.scripts if script.strip().startswith("alert(")], name
            assert not [link for link in parsed.links if link.split(":")[0] in ("javascript", "vbscript", "data")], name
            assert "iframe" not in parsed.tags, name


@pytest.mark.parametrize("options", ["", "use_directory_urls: false\n", "theme: readthedocs\n"])
@pytest.mark.filterwarnings("ignore")  # the other themes' own
def test_an_alias_does_not_take_the_place_of_a_page(site: Site, options: str) -> None:
    kept = CONFIG if not options.startswith("theme") else CONFIG.replace("theme: digest\n", "")
    site.config.write_text(kept + options, "utf-8")
    facts = 'title: "{}"\ndate: "2024-06-18"\nslug: "{}"\naliases: ["/2024/06/18/", "/2024/06/18/two/", "/old/"]'
    write_brief(site, "one.md", facts.format("One", "one"), "It said one thing.\n")
    write_brief(site, "two.md", facts.format("Two", "two"), "It said two things.\n")
    for _ in range(2):
        result = site.build()
        assert result.exit_code == 0, result.stderr
        if not options.startswith("use_directory_urls"):  # else no page has such an address
            assert "briefs/one.md has the alias '/2024/06/18/'" in result.output
            assert "Two" in page(site, "2024/06/18")
            assert "It said two things." in page(site, "2024/06/18/two")
        assert "briefs/two.md has the alias '/old/', which is the address of another page" in result.output
        assert "2024/06/18/one" in page(site, "old")


@pytest.mark.parametrize("options", ["", "use_directory_urls: false\n"], ids=["folders", "files"])
def test_every_internal_link_leads_somewhere_under_a_sub_path(site: Site, options: str) -> None:
    site.config.write_text(CONFIG + options, "utf-8")
    site.article("gate.txt")
    site.article(
        "undated.txt", ARTICLE.replace("Published 9:10 AM GMT, Tue June 18, 2024\n", "").replace("backs", "likes")
    )
    site.article("earlier.txt", ARTICLE.replace("June 18", "June 17").replace("backs", "debates"))
    site.build()
    write_brief(
        site,
        "mine.md",
        'title: "Mine"\ndate: "2024-06-18"\nslug: "mine"\naliases: ["/old/place/"]',
        f"See [the other]({next(site.briefs.glob('*backs*')).name}#key-points).\n",
    )
    (site.content / "about.md").write_text("# About\n\nSee [a brief](briefs/mine.md).\n", "utf-8")
    assert site.build("--strict").exit_code == 0
    pages = {name: data.decode() for name, data in site.tree().items() if name.endswith(".html")}
    assert len(pages) >= 10
    checked = 0
    for name, text in pages.items():
        base = f"https://example.org/repo/{name.removesuffix('index.html')}"
        for link in Parsed.of(text).links:
            target = urlsplit(urljoin(base, link))
            if target.netloc != "example.org":
                continue
            assert target.path.startswith("/repo/"), (name, link)
            path = target.path.removeprefix("/repo/")
            path += "index.html" if not path or path.endswith("/") else ""
            assert path in site.tree(), (name, link)
            if target.fragment:
                assert f'id="{target.fragment}"' in pages[path], (name, link)
            checked += 1
    assert checked > 60
    assert "url=../../2024/06/18/mine/" in pages["old/place/index.html"]


class Parsed(HTMLParser):
    """What a browser would make of a page: its elements, their attributes, its links and its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.links: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script":
            self.scripts.append(data)

    @classmethod
    def of(cls, text: str) -> Parsed:
        parser = cls()
        parser.feed(text)
        return parser


@pytest.mark.filterwarnings("ignore")  # the other themes' own
@pytest.mark.parametrize("themed", THEMES, indirect=True)
def test_what_turns_text_round_is_shown_and_not_obeyed(themed: Site) -> None:
    site = themed
    site.article("gate.txt", ARTICLE.replace("tidal gate", "tidal \u202egate\u202c"))
    lie = "pay \\u202E001\\u202C \\u2067so"
    write_brief(
        site,
        "a.md",
        f'title: "{lie}"\nslug: "a"\ndescription: "{lie}"\ndate: "2024-06-18"\nlocated: "{lie}"\ntags: ["{lie}"]\n'
        f'people: [{{name: "{lie}"}}]\nsources: [{{name: "{lie}"}}]',
        "Pay \u202e001\u202c [x](https://example.org/\u202egpj.exe).[^1]\n\n[^1]: “Pay \u202e001.”\n",
    )
    assert site.build().exit_code == 0
    shown = page(site, "2024/06/18/a")
    assert "pay [U+202E]001[U+202C] [U+2067]so" in shown
    assert "Pay [U+202E]001[U+202C]" in shown
    for name, data in site.tree().items():
        text = data.decode("utf-8", "replace")
        if name.endswith((".html", ".xml", ".txt")):
            text = re.sub(r'<script type="application/ld\+json">.*?</script>', "", text)
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", text), name
            assert "%E2%80%AE" not in text, name


def test_each_key_point_shows_the_sentence_that_it_came_from(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    shown = page(site, f"2024/06/18/{site.brief().stem}")
    sentence = "Northmoor’s town council voted on Monday to build a tidal gate"
    assert f"{sentence} across" in shown.replace("Monday [17 June 2024]", "Monday")
    assert re.search(
        rf'<details class="evidence">\s*<summary><span class="unseen">Source: paragraph </span>1</summary>\s*<blockquote>\s*<p>“NORTHMOOR — {sentence}',
        shown,
    )
    assert shown.count("<details") == len(re.findall(r"\[\^\d+\](?!:)", site.brief().read_text("utf-8")))
    assert "footnote" not in shown


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ("[{words: 10}]", "90% shorter than the article"),
        ("[{words: 3}, {words: 7}]", "90% shorter than the article"),
        ("[{words: 10}, {name: x}]", None),
        ("[{name: x}]", None),
        ("[]", None),
        ("[{words: 1}]", None),
    ],
)
def test_a_brief_says_how_much_shorter_it_is_where_that_is_known(site: Site, sources: str, said: str | None) -> None:
    site.briefs.mkdir(exist_ok=True)
    (site.briefs / "a.md").write_text(
        f"---\ntitle: A\nsources: {sources}\n---\n\nWord[^1]\n\n[^1]: “Words.”\n", "utf-8"
    )
    site.build()
    assert (said or "min read") in page(site, "undated/a")
    assert said or "shorter" not in page(site, "undated/a")


def test_two_quotes_stay_two(site: Site) -> None:
    write_brief(site, "a.md", 'title: "x"\nslug: "a"', "## Quotes\n\n> “One.”\n>\n> — A\n\n> “Two.”\n>\n> — B\n")
    site.build()
    assert page(site, "undated/a").count("<blockquote>") == 2


def test_what_an_editor_writes_is_rendered_as_markdown(site: Site) -> None:
    write_brief(
        site,
        "a.md",
        'title: "x"\nslug: "a"',
        "Plain *words*.\n\n## Our view\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nNote.[^n]\n\n[^n]: Mine *too*.\n",
    )
    site.build()
    shown = page(site, "undated/a")
    assert "<em>words</em>" in shown
    assert "<td>2</td>" in shown
    assert "Mine too." in shown


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("ur", "rtl"), ("en", "ltr"), ("und", "auto")]
)
def test_a_brief_runs_as_its_language_does(site: Site, language: str, direction: str) -> None:
    fields = f'title: "x"\nslug: "x"\ndate: "2024-06-18"\nlanguage: "{language}"\npeople: [{{name: "Ada Quill"}}]'
    write_brief(site, "a.md", fields)
    site.build()
    for url in ("2024/06/18/x", "2024/06/18", "", "people/ada-quill"):
        assert re.search(rf'<article class="(brief|item)" lang="{language}" dir="{direction}"', page(site, url)), url
    write_brief(site, "a.md", 'title: "x"\nslug: "x"\nlanguage: null')
    site.build()
    assert re.search(r'<article class="brief" dir="auto"', page(site, "undated/x"))


@pytest.mark.filterwarnings("ignore")  # the other themes' own
@pytest.mark.parametrize("themed", THEMES, indirect=True)
def test_a_brief_can_be_sent_on_by_mail_under_every_theme(themed: Site) -> None:
    site = themed
    write_brief(site, "a.md", 'title: "Gate & “ferry”?"\nslug: "x"\ndescription: "50% of it"\ndate: "2024-06-18"', "")
    site.build()
    (link,) = [link for link in Parsed.of(page(site, "2024/06/18/x")).links if link.startswith("mailto:")]
    assert link == (
        "mailto:?subject=Gate%20%26%20%E2%80%9Cferry%E2%80%9D%3F"
        "&body=50%25%20of%20it%0D%0A%0D%0Ahttps%3A//example.org/repo/2024/06/18/x/"
    )
    site.config.write_text(site.config.read_text("utf-8").replace("site_url: https://example.org/repo/\n", ""), "utf-8")
    site.build()
    assert "mailto:" not in page(site, "2024/06/18/x")


def test_no_date_is_said_and_not_guessed(site: Site) -> None:
    site.article("gate.txt", ARTICLE.replace("Published 9:10 AM GMT, Tue June 18, 2024\n", ""))
    site.build()
    assert "date: null" in site.brief().read_text("utf-8")
    shown = page(site, f"undated/{site.brief().stem}")
    assert "date not known" in shown
    assert not re.search(r"\b20(?!25\b)\d\d\b", shown)


def test_home_shows_the_newest_edition_and_lists_the_ones_before(site: Site) -> None:
    for day in (18, 17, 16):
        site.article(f"{day}.txt", ARTICLE.replace("June 18", f"June {day}").replace("three votes", f"{day} votes"))
    site.build()
    home = page(site, "")
    assert re.search(r"<h1>.*Tuesday, 18 June 2024", home)
    assert [home.index(f"{day} votes") for day in (18, 17, 16)] == sorted(
        home.index(f"{day} votes") for day in (18, 17, 16)
    )
    assert "June 2024" in page(site, "archive")
    edition = page(site, "2024/06/17")
    assert "17 votes" in edition
    assert "18 votes" not in edition


def test_the_same_build_twice_gives_the_same_bytes(site: Site) -> None:
    site.article("gate.txt")
    site.article("other.txt", ARTICLE.replace("June 18", "June 17").replace("backs", "debates"))
    (site.content / "about.md").write_text("# About\n", "utf-8")
    trees = []
    for zone, seed in (("UTC", "1"), ("Pacific/Auckland", "2")):
        for path in site.briefs.glob("*.md"):
            path.unlink()
        shutil.rmtree(site.built, ignore_errors=True)
        shutil.rmtree(site.folder / ".cache", ignore_errors=True)
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", "from digest.cli import main; main()", "build", "-q"]
        subprocess.run(command, cwd=site.folder, env=environment, check=True)
        briefs = {path.name: path.read_bytes() for path in site.briefs.iterdir()}
        trees.append((briefs, site.steady()))
    assert trees[0] == trees[1]


def test_mkdocs_builds_the_same_site_by_itself(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    built = site.steady()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--strict"], cwd=site.folder, check=True)
    assert site.steady() == built


def test_a_template_of_the_sites_own_comes_first(site: Site) -> None:
    own = site.folder / "overrides"
    (own / "pages").mkdir(parents=True)
    theme = Path(__file__).parents[1] / "site_templates"
    (own / "brief.md.j2").write_text((theme / "brief.md.j2").read_text("utf-8").replace("— {{", "– {{"), "utf-8")
    (own / "pages" / "archive.html").write_text("<h1>Everything</h1>", "utf-8")
    site.config.write_text(CONFIG.replace("theme: digest", "theme: {name: digest, custom_dir: overrides}"), "utf-8")
    site.article("gate.txt")
    assert site.build("--strict").exit_code == 0
    assert "> – Ada Quill" in site.brief().read_text("utf-8")
    assert "<h1>Everything</h1>" in page(site, "archive")
    assert not any(name.endswith(".j2") for name in site.tree())


@pytest.mark.parametrize(
    "name",
    [
        "draft.md~",
        "draft.md.bak",
        "draft.orig",
        "#draft.md#",
        "draft.txt",
        "draft.html",
        "DRAFT.MD",
        "draft.markdown",
        "draft.new.md.bak",
        "draft.svg",
    ],
)
def test_nothing_but_public_briefs_and_pictures_leaves_the_briefs_folder(site: Site, name: str) -> None:
    site.article("gate.txt")
    site.build()
    (site.briefs / name).write_text(f'---\ntitle: "{CANARY}"\nreview: "draft"\n---\n\n{CANARY}\n', "utf-8")
    (site.briefs / "chart.png").write_bytes(b"\x89PNG")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site.folder, check=True)
    assert CANARY.encode() not in contents(site)
    assert b"tidal gate" in contents(site)
    assert (site.built / "briefs/chart.png").is_file()


@pytest.mark.parametrize("name", ["briefs/chart.png", "notes.txt", "other/notes.txt", "page.md"])
def test_a_link_out_of_the_content_folder_is_not_published(site: Site, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / Path(name).name).write_text(CANARY, "utf-8")
    site.article("gate.txt")
    site.build()
    link = site.content / name
    if "other" in name:
        link.parent.symlink_to(secret)
    else:
        link.symlink_to(secret / link.name)
    (site.content / "logo.png").symlink_to("logo-of-2024.png")
    (site.content / "logo-of-2024.png").write_bytes(b"\x89PNG")
    assert site.build("--strict").exit_code == 1
    assert f"{name} is a link to a file outside the content folder" in site.build().stderr
    assert CANARY.encode() not in contents(site)
    assert (site.built / "logo.png").is_file()


HELD = {
    "front matter behind a blank line": '\n---\nembargo: "2999-06-05T00:01:00+00:00"\n---\n{}',
    "front matter behind an unseen mark": '\u200b---\nembargo: "2999-06-05T00:01:00+00:00"\n---\n{}',
    "front matter with old line ends": '---\rembargo: "2999-06-05T00:01:00+00:00"\r---\r{}',
    "a line": "Embargo: 2999-06-05T00:01:00+00:00\n\n{}",
    "a line behind others and a blank one": "Source: Wire\nDate: 2024-06-18\n\nEmbargo: 2999-06-05T00:01:00+00:00\n\n{}",
    "a release's line": "EMBARGOED UNTIL 00:01 GMT, 5 June 2999\n\n{}",
    "a release's line, strictly": "STRICTLY EMBARGOED: not for publication before 5 June 2999\n\n{}",
    "a marked line": "**Embargo:** 5 June 2999, 00:01 GMT\n\n{}",
    "behind another label": "PRESS RELEASE – EMBARGOED UNTIL 5 JUNE 2999, 00:01 GMT\n\n{}",
    "in a sentence": "This release is embargoed until 5 June 2999.\n\n{}",
    "with a bare date": "EMBARGO 5 JUNE 2999\n\n{}",
    "hold": "Hold for release until June 5, 2999\n\n{}",
    "for release after": "FOR RELEASE AFTER 6:00 a.m. June 5, 2999\n\n{}",
    "in German": "SPERRFRIST: 5. Juni 2999, 00:01 Uhr\n\n{}",
    "in French": "SOUS EMBARGO JUSQU’AU 5 juin 2999\n\n{}",
    "a line at the foot": "{}\n\nUnder embargo until 5 June 2999\n",
}


@pytest.mark.parametrize("text", HELD.values(), ids=HELD.keys())
def test_an_embargo_in_an_article_holds_its_brief_back(site: Site, text: str) -> None:
    site.article("gate.txt", text.replace("{}", ARTICLE))
    assert site.build().exit_code == 0
    assert 'embargo: "2999-06-0' in site.brief().read_text("utf-8")
    assert b"Senn" not in contents(site)


def test_an_embargo_that_is_not_understood_is_an_error(site: Site) -> None:
    site.article("gate.txt", f"EMBARGOED UNTIL further notice\n\n{ARTICLE}")
    result = site.build()
    assert result.exit_code == 1
    assert "content/articles/gate.txt:1: speaks of an embargo without a date" in result.stderr
    assert not site.briefs.exists()


def test_an_embargo_that_is_not_understood_holds_the_brief_that_is_there(site: Site) -> None:
    article = site.article("gate.txt")
    site.build()
    before = site.tree()
    article.write_text(f"Embargo: next Friday\n\n{ARTICLE}", "utf-8")
    result = site.build()
    assert result.exit_code == 1
    assert "is not built while a brief or an embargo is wrong" in result.stderr
    assert site.tree() == before


def test_an_embargo_that_comes_later_holds_an_edited_brief_too(site: Site, edited) -> None:
    article = site.article("gate.txt")
    site.build()
    before = site.tree()
    edited(site.brief(), "## Key points", "## Our view\n\nMine.\n\n## Key points")
    article.write_text(f"Embargo: 2999-06-05T00:01:00+00:00\n\n{ARTICLE}", "utf-8")
    result = site.build()
    assert result.exit_code == 1
    assert f"content/briefs/{site.brief().name}: its article is now under embargo" in result.stderr
    assert site.tree() == before
    edited(site.brief(), "\nlanguage:", '\nembargo: "2999-06-05T00:01:00+00:00"\nlanguage:')
    assert site.build().exit_code == 0
    assert b"Senn" not in contents(site)


def test_a_date_that_becomes_known_moves_the_page_and_leaves_a_redirect(site: Site) -> None:
    undated = ARTICLE.replace("Published 9:10 AM GMT, Tue June 18, 2024\n", "")
    article = site.article("gate.txt", undated)
    site.build()
    article.write_text(f"Published: 2024-06-18\n\n{undated}", "utf-8")
    site.build()
    site.build()
    slug = site.brief().stem
    assert "<h1>" in page(site, f"2024/06/18/{slug}")
    assert f"url=../../2024/06/18/{slug}/" in page(site, f"undated/{slug}")


@pytest.mark.parametrize(
    "line",
    [
        "Cuba has been under embargo since 1962, the ministry said.",
        "Embargo on oil to end, the council told the crews on Monday.",
        "The report was under embargo until Tuesday, the mayor said.",
        "Under embargo since 1962, the island has few ships.",
        "Embargoed goods were found on the quay.",
        "Embargo: how the island coped",
        "For release on bail he had to pay.",
    ],
)
def test_a_story_about_an_embargo_is_public_and_whole(site: Site, line: str) -> None:
    site.article("gate.txt", ARTICLE.replace("\nThe council will raise", f"\n{line}\n\nThe council will raise"))
    assert site.build().exit_code == 0
    assert b"Senn" in contents(site)
    article = parse_article((site.articles / "gate.txt").read_text("utf-8"))
    assert article.embargo is None
    assert line in [sentence.text for sentence in article.sentences]


@pytest.mark.parametrize(
    "field", ["draft: true", 'draft: "yes"', "withdrawn: true", "withdrawn: [so]", "published: false"]
)
def test_the_words_of_other_generators_hold_a_brief_back_too(site: Site, field: str) -> None:
    write_brief(site, "a.md", f'title: "{CANARY}"\n{field}', CANARY)
    assert site.build().exit_code == 0
    assert CANARY.encode() not in contents(site)


@pytest.mark.parametrize(
    "field",
    [
        'Review: "draft"',
        'embargoed: "2999-01-01T00:00:00Z"',
        'reveiw: "draft"',
        'expired: "2001-01-01T00:00:00Z"',
        'expiryDate: "2001-01-01T00:00:00Z"',
        'withdrawal: {date: "2001-01-01", why: "So."}',
    ],
)
def test_a_misspelt_field_that_would_hold_back_is_an_error(site: Site, field: str) -> None:
    write_brief(site, "a.md", f'title: "x"\n{field}', CANARY)
    result = site.build()
    assert result.exit_code == 1
    assert "content/briefs/a.md:3: " in result.stderr
    assert "did you mean" in result.stderr


def test_a_build_that_fails_leaves_the_last_site(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    before = site.tree()
    write_brief(site, "bad.md", "title: a: b")
    assert site.build().exit_code == 1
    assert (
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site.folder, check=False, capture_output=True
        ).returncode
        != 0
    )
    assert site.tree() == before


@pytest.mark.parametrize("year", ["0999", "1944", "2205", "9999"])
def test_any_year_has_its_pages(site: Site, year: str) -> None:
    write_brief(site, "a.md", f'title: "x"\nslug: "x"\ndate: "{year}-06-18"')
    assert site.build().exit_code == 0
    assert "<h1>" in page(site, f"{year}/06/18/x")
    assert page(site, f"{year}/06/18")


def test_a_person_a_place_a_week_and_a_month_have_pages_that_the_brief_leads_to(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    brief = page(
        site,
        next(
            name.removesuffix("/index.html")
            for name in site.tree()
            if "2024/06/18/" in name and name.count("/") == 4 and name.endswith("/index.html")
        ),
    )
    assert 'href="../../../../people/ada-quill/"' in brief
    person = page(site, "people/ada-quill")
    assert "“We have mopped the same kitchens four times in ten years" in person
    assert "2024/06/18/" in person
    assert "Ada Quill" in page(site, "people")
    assert "tidal gate" in page(site, "2024/w25")
    assert 'href="18/"' in page(site, "2024/06")
    assert 'href="06/18/"' in page(site, "2024")


def test_a_day_of_many_briefs_is_shown_in_pages_and_none_is_missing(site: Site) -> None:
    for number in range(60):
        write_brief(site, f"b{number}.md", f'title: "Brief {number:02}"\nslug: "brief-{number:02}"\ndate: "2024-06-18"')
    assert site.build("--strict").exit_code == 0
    first, second = page(site, "2024/06/18"), page(site, "2024/06/18/page/2")
    assert 'href="page/2/"' in first
    assert "Brief 00" in first
    assert "Brief 50" not in first
    assert 'href="../../brief-59/"' in second


def test_a_site_may_say_itself_how_it_is_made(site: Site) -> None:
    site.article("gate.txt")
    (site.content / "about.md").write_text("# Ourselves\n\nWe read the papers at five.\n", "utf-8")
    assert site.build("--strict").exit_code == 0
    assert "We read the papers at five." in page(site, "about")
