"""Feeds: Atom and JSON Feed that any reader understands, of what is public, whatever a title holds."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tests.conftest import ARTICLE, CONFIG, Site

ATOM = "{http://www.w3.org/2005/Atom}"
ROOT = "https://example.org/repo/"
SCHEMAS = Path(__file__).parent / "schemas"
ATOM_SCHEMA = etree.RelaxNG(file=str(SCHEMAS / "atom.rng"))
JSON_SCHEMA = Draft202012Validator(json.loads((SCHEMAS / "json_feed.json").read_text("utf-8")))
HOSTILE = 'a ]]> </title><script>alert(1)</script> & "b" \\u0000\\u000b\\ufffe\\u202e c'


def write_brief(site: Site, name: str, fields: str, body: str = "Text.\n") -> Path:
    site.briefs.mkdir(exist_ok=True)
    path = site.briefs / name
    path.write_text(f"---\n{fields}\n---\n\n{body}", "utf-8")
    return path


def feeds(site: Site, ending: str) -> dict[str, str]:
    return {name: data.decode() for name, data in site.tree().items() if name.endswith(f"feed.{ending}")}


def check_atom(text: str) -> ElementTree.Element:
    """A feed as RFC 4287 wants it: what its schema cannot say is that ids differ and which links there have to be."""
    ATOM_SCHEMA.assertValid(etree.fromstring(text.encode()))
    feed = ElementTree.fromstring(text)
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) <= 50
    for entry in feed.findall(f"{ATOM}entry"):
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")].count("alternate") == 1
        assert entry.findtext(f"{ATOM}content")
    return feed


def check_json(text: str) -> dict[str, Any]:
    """A feed as JSON Feed 1.1 wants it."""
    feed: dict[str, Any] = json.loads(text)
    JSON_SCHEMA.validate(feed)
    assert feed["feed_url"].startswith(ROOT)
    assert feed["home_page_url"].startswith(ROOT)
    assert all(author["name"] for author in feed["authors"])
    for item in feed["items"]:
        assert item["url"].startswith(ROOT)
        assert datetime.fromisoformat(item["date_published"].replace("Z", "+00:00")).tzinfo
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed


def test_a_draft_an_embargoed_brief_and_an_article_are_in_no_feed(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    write_brief(site, "a.md", 'title: "Kept"\ndate: "2024-06-18"\nreview: "draft"\ntags: ["Kept"]')
    write_brief(site, "b.md", 'title: "Kept too"\ndate: "2024-06-18"\nembargo: "2999-01-01T00:00:00Z"\ntags: ["Kept"]')
    site.build()
    texts = [*feeds(site, "xml").values(), *feeds(site, "json").values()]
    assert texts
    for text in texts:
        assert "Kept" not in text
        assert "three votes" in text


def test_the_site_and_each_person_topic_and_outlet_has_valid_feeds(site: Site) -> None:
    site.article("gate.txt", f"Source: The Harbour Gazette\nURL: https://example.org/story\n{ARTICLE}")
    site.build()
    atom, as_json = feeds(site, "xml"), feeds(site, "json")
    assert {"feed.xml", "people/ada-quill/feed.xml", "outlets/the-harbour-gazette/feed.xml"} <= atom.keys()
    assert any(name.startswith("topics/") for name in atom)
    assert {name.removesuffix("xml") for name in atom} == {name.removesuffix("json") for name in as_json}
    for name, text in atom.items():
        check_atom(text)
        parsed = feedparser.parse(text)
        assert not parsed.bozo, name
        (entry,) = parsed.entries
        (item,) = check_json(as_json[f"{name.removesuffix('xml')}json"])["items"]
        assert entry.id == item["id"]
        assert entry.link == item["url"] == f"{ROOT}2024/06/18/{site.brief().stem}/"
        assert entry.title == item["title"] == "Northmoor council backs tidal gate by three votes"
        assert entry.published == item["date_published"] == "2024-06-18T00:00:00Z"
        assert entry.links[1].rel == "via"
        assert entry.links[1].href == item["external_url"] == "https://example.org/story"
        assert [tag.term for tag in entry.tags] == item["tags"]


def test_an_entry_says_all_that_the_brief_says_with_its_sources(site: Site) -> None:
    site.article("gate.txt", f"Source: The Harbour Gazette\n{ARTICLE}")
    site.build()
    (item,) = check_json(feeds(site, "json")["feed.json"])["items"]
    content = item["content_html"]
    assert ElementTree.fromstring(feeds(site, "xml")["feed.xml"]).findtext(f".//{ATOM}content") == content
    assert "<blockquote>" in content
    assert "“NORTHMOOR — Northmoor’s town council voted on Monday" in content
    assert "The Harbour Gazette, paragraph 1" in content
    assert "Source: The Harbour Gazette, Wren Castellane, 18 June 2024" in content
    assert "class=" not in content


def test_links_between_briefs_are_absolute_in_a_feed_and_relative_on_a_page(site: Site) -> None:
    write_brief(site, "a.md", 'title: "A"\nslug: "a"\ndate: "2024-06-18"', "See [b](b.md#x).\n")
    write_brief(site, "b.md", 'title: "B"\nslug: "b"\ndate: "2024-06-17"')
    assert site.build("--strict").exit_code == 0
    (item,) = [item for item in check_json(feeds(site, "json")["feed.json"])["items"] if item["title"] == "A"]
    assert f'href="{ROOT}2024/06/17/b/#x"' in item["content_html"]
    assert 'href="../../17/b/#x"' in (site.built / "2024/06/18/a/index.html").read_text("utf-8")


def test_a_hostile_title_stays_a_title(site: Site) -> None:
    write_brief(
        site,
        "a.md",
        f'title: "{HOSTILE.replace(chr(34), chr(92) + chr(34))}"\ndate: "2024-06-18"\ntags: ["]]>", " "]\n'
        'language: \'x" y="\'\nlocated: "\\u0001"',
        "<script>alert(2)</script> ]]> <b onclick=alert(3)>b</b> \x01\x0b [a](javascript:alert(4))\n",
    )
    assert site.build().exit_code == 0
    feed = check_atom(feeds(site, "xml")["feed.xml"])
    title = feed.findtext(f"{ATOM}entry/{ATOM}title") or ""
    assert title == 'a ]]> </title><script>alert(1)</script> & "b" [U+202E] c'
    assert not feedparser.parse(feeds(site, "xml")["feed.xml"]).bozo
    item = check_json(feeds(site, "json")["feed.json"])["items"][0]
    assert not feed.findall(f"{ATOM}entry")[0].attrib
    assert "language" not in item
    for content in (feed.findtext(f"{ATOM}entry/{ATOM}content") or "", item["content_html"]):
        assert not re.search(r"<script|onclick|javascript:", content)


def test_an_id_outlives_the_headline_the_sites_address_and_the_day(site: Site, edited) -> None:
    site.article("gate.txt")
    site.build()

    def known() -> set[str]:
        return {item["id"] for item in json.loads(feeds(site, "json")["feed.json"])["items"]}

    first = known()
    brief = site.brief()
    edited(brief, "Northmoor council backs", "Council approves")
    site.config.write_text(CONFIG.replace("https://example.org/repo/", "https://news.example.com/"), "utf-8")
    site.build()
    assert "https://news.example.com/2024" in feeds(site, "xml")["feed.xml"]
    assert known() == first
    edited(brief, 'date: "2024-06-18"', f'date: "2024-06-19"\naliases: ["/about/gate/", "/2024/06/18/{brief.stem}/"]')
    site.build()
    assert "2024/06/19/" in feeds(site, "xml")["feed.xml"]
    assert known() == first


def test_two_briefs_have_two_ids(site: Site) -> None:
    for day in ("18", "19"):
        write_brief(site, f"{day}.md", f'title: "Weather"\nslug: "weather"\ndate: "2024-06-{day}"')
    site.build()
    assert len(check_json(feeds(site, "json")["feed.json"])["items"]) == 2


def test_an_embargoed_brief_is_published_when_the_embargo_lifts(site: Site) -> None:
    write_brief(site, "a.md", 'title: "A"\ndate: "2024-06-18"\nembargo: "2024-06-20T06:00:00+02:00"')
    write_brief(site, "b.md", 'title: "B"\ndate: "0999-06-18"\nembargo: "0001-01-01T00:00:00+14:00"')
    site.build()
    times = {item["title"]: item["date_published"] for item in check_json(feeds(site, "json")["feed.json"])["items"]}
    assert times == {"A": "2024-06-20T04:00:00Z", "B": "0999-06-18T00:00:00Z"}


def test_a_feed_has_the_fifty_newest_and_none_without_a_day(site: Site) -> None:
    for number in range(60):
        write_brief(
            site, f"{number}.md", f'title: "N{number}"\ndate: "2024-{number // 20 + 1:02}-{number % 20 + 1:02}"'
        )
    write_brief(site, "undated.md", 'title: "Undated"')
    site.build()
    titles = [item["title"] for item in check_json(feeds(site, "json")["feed.json"])["items"]]
    assert titles == [f"N{number}" for number in range(59, 9, -1)]
    assert len(check_atom(feeds(site, "xml")["feed.xml"]).findall(f"{ATOM}entry")) == 50


def test_a_site_of_undated_briefs_has_no_feed_and_no_link_to_one(site: Site) -> None:
    write_brief(site, "undated.md", 'title: "Undated"\ntags: ["Harbour"]')
    assert site.build("--strict").exit_code == 0
    assert not feeds(site, "xml")
    assert "feed." not in (site.built / "index.html").read_text("utf-8")


def test_pages_name_their_feeds(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    home = (site.built / "index.html").read_text("utf-8")
    assert '<link rel="alternate" type="application/atom+xml" href="feed.xml" title="Morning">' in home
    person = (site.built / "people/ada-quill/index.html").read_text("utf-8")
    assert 'type="application/feed+json" href="feed.json" title="Ada Quill – Morning"' in person
    assert 'href="../../feed.xml"' in person


@pytest.mark.parametrize("theme", ["mkdocs", "digest"])
def test_without_an_address_the_site_says_once_what_it_leaves_out(site: Site, theme: str) -> None:
    site.config.write_text(
        CONFIG.replace("site_url: https://example.org/repo/", "").replace("theme: digest", f"theme: {theme}"), "utf-8"
    )
    site.article("gate.txt")
    result = site.build("--strict", "-v")
    assert result.exit_code == 0
    assert result.stderr.count("no 'site_url' is set") == 1
    names = site.tree().keys()
    assert not [name for name in names if name.endswith(("feed.xml", "feed.json", "brief.json", "email.html"))]
    assert "ld+json" not in (site.built / "2024/06/18" / site.brief().stem / "index.html").read_text("utf-8")


def test_a_file_of_the_sites_own_comes_first(site: Site) -> None:
    site.article("gate.txt")
    (site.content / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    site.build()
    assert site.tree()["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    (site.content / "robots.txt").unlink()
    site.build()
    assert b"Sitemap: https://example.org/repo/sitemap.xml" in site.tree()["robots.txt"]


def test_no_template_is_published(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    assert not [name for name in site.tree() if name.endswith(".j2")]
