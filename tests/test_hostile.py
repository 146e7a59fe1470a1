"""Hostile articles and briefs: whatever a file holds, it is text on the page, the build ends, and nothing else is read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email import message_from_string
from email.policy import default
from functools import cache

import pytest

from digest.brief import Brief
from digest.errors import FieldError
from digest.markdown import is_as_generated, parse_brief, render_brief, split_brief
from digest.pipeline import make_brief, write_brief
from digest.settings import Settings
from digest.site.body import BodyRenderer
from digest.site.wording import read_wording
from tests.conftest import Site
from tests.hostile import inserts, whole
from tests.hostile.documents import HARMLESS, article_with
from tests.hostile.site import REFUSED_ARTICLES, SECRET, articles, briefs, build_harmless, is_refused
from tests.markup import Markup, markup_of
from tests.test_feeds import check_atom, check_json

ARTICLES = articles()
REFUSED = [name for name in ARTICLES if is_refused(name)]
ACTIVE = frozenset(
    "script style iframe frame object embed applet base meta link form input button svg math template noscript".split()  # noqa: SIM905
)
RUNNING = re.compile(
    r"\s*[\x00-\x20]*(?:javascript|data|vbscript|file|blob|livescript|mocha|view-source|feed|jar)\s*:", re.IGNORECASE
)
"""Addresses that no link or picture may have."""
SETTINGS = Settings()
PLAIN = BodyRenderer(read_wording("en"), ["toc", "tables", "fenced_code"])
RICH = BodyRenderer(
    read_wording("en"),
    ["toc", "tables", "fenced_code", "attr_list", "abbr", "def_list", "admonition", "md_in_html", "nl2br", "wikilinks"],
)
"""With what a site's configuration may ask for beside MkDocs' own."""


def made_of(text: str) -> Brief:
    brief = make_brief(text, path="articles/a.txt", sha256="0", settings=SETTINGS)
    assert brief is not None
    return brief


def words_of(page: str) -> str:
    """What a reader sees of a page's HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


@cache
def harmless_markup() -> Markup:
    """What stands in the body of a brief of a harmless article of the same shape."""
    return markup_of(PLAIN.render(split_brief(write_brief(made_of(article_with(HARMLESS, 1)), SETTINGS)).body))


def test_there_are_enough_cases() -> None:
    assert len(inserts()) >= 400
    assert len(ARTICLES) + len(whole("briefs")) >= 500
    assert len(REFUSED) == len(REFUSED_ARTICLES)


@pytest.mark.parametrize("name", REFUSED)
def test_an_article_whose_fields_are_wrong_is_refused(name: str) -> None:
    with pytest.raises(FieldError):
        made_of(ARTICLES[name])


@pytest.mark.parametrize("name", [name for name in ARTICLES if not is_refused(name)])
def test_an_article_is_shown_as_the_text_that_it_is(name: str) -> None:
    brief = made_of(ARTICLES[name])
    assert parse_brief(render_brief(brief)) == brief
    parts = split_brief(write_brief(brief, SETTINGS))
    assert is_as_generated(parts, parse_brief(write_brief(brief, SETTINGS)).front_matter.digest)
    harmless = harmless_markup()
    for renderer in (PLAIN, RICH):
        page = renderer.render(parts.body)
        markup = markup_of(page)
        assert markup.elements <= harmless.elements | {"strong"}
        assert markup.pairs <= harmless.pairs
        assert markup.values("class") <= harmless.values("class")
        if renderer is RICH:
            continue
        shown = words_of(page)
        for said in (*([brief.takeaway] if brief.takeaway else ()), *brief.key_points, *brief.quotes):
            assert said.text in shown
            assert all(evidence.text in shown for evidence in said.evidence)


def test_a_brief_that_is_wrong_is_refused() -> None:
    readable, refused = briefs()
    assert len(readable) >= 440
    assert len(refused) >= 25
    assert not any("javascript:alert" in text.split("---")[1] for name, text in readable.items() if "link that" in name)


@pytest.fixture(scope="module")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("digest.site.issue.find_pagefind", lambda: None)
        return build_harmless(tmp_path_factory.mktemp("harmless") / "site")


def pages(site: Site) -> Iterator[tuple[str, str]]:
    for path in sorted(site.built.rglob("*.html")):
        yield path.relative_to(site.built).as_posix(), path.read_text("utf-8")


def test_every_case_has_its_page(hostile_site: Site) -> None:
    written = sum(1 for path in hostile_site.briefs.glob("*.md") if not path.name.startswith("by-hand-"))
    assert written == len(ARTICLES) - len(REFUSED)
    assert sum(1 for _ in hostile_site.built.glob("*/*/*/*/brief.json")) + sum(
        1 for _ in hostile_site.built.glob("undated/*/brief.json")
    ) == written + len(briefs()[0])


def test_no_page_and_no_mail_holds_anything_active(hostile_site: Site, harmless_site: Site) -> None:
    usual = [markup_of(text) for _, text in pages(harmless_site)]
    elements = frozenset().union(*(it.elements for it in usual))
    attributes = frozenset().union(*(it.pairs for it in usual))
    scripts = {
        it for markup in usual for it in markup.attributes if it[0] in ACTIVE and it[1] in ("src", "type", "rel")
    }
    count = 0
    for name, text in pages(hostile_site):
        markup, count = markup_of(text), count + 1
        moved = "http-equiv" in {attribute for _, attribute in markup.pairs}  # an alias, which leads to another page
        assert markup.elements & ACTIVE <= elements, name
        assert not [
            it for it in markup.pairs - attributes if it[1].startswith("on") or it[1] in ("style", "srcdoc", "name")
        ], name
        for _, attribute, value in markup.attributes:
            assert attribute not in ("href", "src") or not RUNNING.match(value), (name, value)
        assert moved or {it[2].rpartition("/")[2] for it in markup.attributes if it[:2] == ("script", "src")} <= {
            it[2].rpartition("/")[2] for it in scripts
        }, name
        assert text.count("<script") == text.count("</script>") <= 2, name
        assert "420007" not in text, f"{name}: a template in an article was run"
    assert count > 1000


def test_feeds_are_valid_and_hold_words_and_nothing_active(hostile_site: Site) -> None:
    count = 0
    for path in hostile_site.built.rglob("feed.json"):
        for item in check_json(path.read_text("utf-8"))["items"]:
            check_content(item["content_html"], path.as_posix())
    for path in hostile_site.built.rglob("feed.xml"):
        count += 1
        for content in check_atom(path.read_text("utf-8")).iter("{http://www.w3.org/2005/Atom}content"):
            check_content(content.text or "", path.as_posix())
    assert count > 100


def check_content(text: str, name: str) -> None:
    markup = markup_of(text)
    assert not markup.elements & ACTIVE, name
    assert not [attribute for _, attribute in markup.pairs if attribute.startswith("on") or attribute == "style"], name
    assert not [value for value in markup.values("href", "src") if RUNNING.match(value)], name


def test_a_mail_has_no_header_of_an_articles(hostile_site: Site) -> None:
    hostile_site.config.write_text(hostile_site.config.read_text("utf-8"), "utf-8")
    made = hostile_site.run("email", "-f", str(hostile_site.config), "2024-06-18")
    message = message_from_string(made.stdout, policy=default)
    assert set(message.keys()) <= {"Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "From", "To"}
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]


def test_nothing_is_read_or_written_outside(hostile_site: Site) -> None:
    around = hostile_site.folder.parent
    assert {path.name for path in around.iterdir()} == {"site", "secret.txt"}
    assert {path.name for path in hostile_site.folder.iterdir()} == {
        ".cache",
        "content",
        "site",
        "mkdocs.yml",
        "secret.txt",
    }
    assert {path.name for path in hostile_site.content.iterdir()} == {"articles", "briefs"}
    assert not list(around.rglob("hacked"))
    for path in hostile_site.built.rglob("*"):
        assert path.resolve().is_relative_to(hostile_site.built.resolve())
        if path.is_file():
            data = path.read_bytes()
            assert SECRET.encode() not in data
            assert b"root:x:0" not in data


def test_names_of_files_and_addresses_are_plain(hostile_site: Site) -> None:
    for path in (*hostile_site.briefs.iterdir(), *hostile_site.built.rglob("*")):
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*|старый|место", path.name), path
