"""What programs read: JSON of each brief, its index, and the metadata in a page's head."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.conftest import ARTICLE, CONFIG, Site

ROOT = "https://example.org/repo/"


def write_brief(site: Site, name: str, fields: str, body: str = "Text.\n") -> None:
    site.briefs.mkdir(exist_ok=True)
    (site.briefs / name).write_text(f"---\n{fields}\n---\n\n{body}", "utf-8")


def load(site: Site, url: str) -> dict[str, Any]:
    return json.loads((site.built / url).read_text("utf-8"))


class Head(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.properties: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self._open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._open = tag == "script" and "src" not in found
        if tag == "meta" and "property" in found:
            self.properties.append((found["property"] or "", found["content"] or ""))

    def handle_data(self, data: str) -> None:
        if self._open:
            self.scripts.append(data)
            self._open = False


def head(site: Site, url: str) -> Head:
    return Head((site.built / url / "index.html").read_text("utf-8"))


def test_a_brief_as_json_says_what_the_brief_says(site: Site) -> None:
    site.article("gate.txt", f"Source: The Harbour Gazette\n{ARTICLE}")
    site.build()
    stem = site.brief().stem
    brief = load(site, f"2024/06/18/{stem}/brief.json")
    assert list(brief) == [
        "id", "url", "json", "title", "date", "description", "language", "outlets", "people", "organisations", "places",
        "categories", "tags", "genres", "published", "updated", "located", "sources", "approved", "reviewed", "edited",
        "corrections", "withdrawn", "takeaway", "key_points", "exchanges", "quotes", "figures", "timeline", "outlook", "open_questions", "sections",
    ]  # fmt: skip
    assert brief["url"] == f"{ROOT}2024/06/18/{stem}/"
    assert brief["json"] == f"{ROOT}2024/06/18/{stem}/brief.json"
    assert brief["sources"] == [
        {
            "name": "The Harbour Gazette",
            "url": None,
            "author": "Wren Castellane",
            "published": brief["sources"][0]["published"],
        }
    ]
    assert brief["takeaway"]["evidence"][0]["outlet"] == "The Harbour Gazette"
    assert brief["takeaway"]["evidence"][0]["paragraph"] == 1
    (quote,) = brief["quotes"]
    assert quote["speaker"] == "Ada Quill"
    assert quote["evidence"][0]["text"].startswith("“We have mopped")
    assert brief["people"] == [{"name": "Ada Quill", "role": quote["role"]}]
    assert brief["edited"] is False


def test_all_sections_and_an_editors_own_are_in_the_json(site: Site) -> None:
    write_brief(
        site,
        "a.md",
        'title: "A"\nslug: "a"\ndate: "2024-06-18"\nreview: "approved"\nnote: "for ourselves"',
        "Takeaway.\n\n## Asked and answered\n\n**Why?**[^1]\n\n> “So.”\n>\n> — Ada Quill, Mayor[^1]\n\n"
        "## In figures\n\n- Nine boats.[^1]\n\n## Timeline\n\n- **18 June 2024:** A vote.[^1]\n\n"
        "## What is open\n\n- Who pays?\n\n## Our view\n\nMine.\n\n[^1]: “Said.” (The Gazette, paragraph 2)\n",
    )
    site.build()
    brief = load(site, "2024/06/18/a/brief.json")
    evidence = [{"text": "Said.", "outlet": "The Gazette", "paragraph": 2}]
    assert brief["exchanges"] == [
        {
            "question": {"text": "Why?", "evidence": evidence},
            "answer": {"text": "So.", "speaker": "Ada Quill", "role": "Mayor", "evidence": evidence},
        }
    ]
    assert brief["figures"] == [{"text": "Nine boats.", "evidence": evidence}]
    assert brief["timeline"] == [{"text": "A vote.", "when": "18 June 2024", "evidence": evidence}]
    assert brief["open_questions"] == [{"text": "Who pays?", "evidence": []}]
    assert brief["sections"] == [{"heading": "Our view", "markdown": "Mine."}]
    assert (brief["approved"], brief["edited"]) == (True, True)
    assert "for ourselves" not in json.dumps(brief)


def test_the_index_lists_every_public_brief_in_pages_that_follow_each_other(site: Site) -> None:
    for number in range(60):
        write_brief(site, f"{number}.md", f'title: "N{number:02}"\ndate: "2024-06-18"')
    write_brief(site, "undated.md", 'title: "Undated"')
    write_brief(site, "draft.md", 'title: "Draft"\nreview: "draft"')
    site.build()
    first = load(site, "api/briefs.json")
    assert first["total"] == 61
    assert first["next"] == f"{ROOT}api/briefs/page/2.json"
    second = load(site, first["next"].removeprefix(ROOT))
    assert (second["next"], second["total"]) == (None, None)
    briefs = [*first["briefs"], *second["briefs"]]
    assert [brief["title"] for brief in briefs] == [*(f"N{number:02}" for number in range(60)), "Undated"]
    for brief in briefs[::20]:
        assert load(site, brief["json"].removeprefix(ROOT))["id"] == brief["id"]


def test_a_new_brief_leaves_the_pages_of_the_index_behind_the_first_as_they_are(site: Site) -> None:
    for number in range(100):
        write_brief(site, f"{number}.md", f'title: "N{number:02}"\ndate: "2024-06-18"')
    site.build()
    before = {name: data for name, data in site.tree().items() if name.startswith("api/briefs/page/")}
    write_brief(site, "new.md", 'title: "New"\ndate: "2024-06-19"')
    site.build()
    assert len(before) == 2
    assert {name: site.tree()[name] for name in before} == before
    assert load(site, "api/briefs.json")["total"] == 101


def test_a_page_tells_what_it_is(site: Site) -> None:
    site.article("gate.txt", f"Source: The Harbour Gazette\nURL: https://example.org/story\n{ARTICLE}")
    site.build()
    url = f"2024/06/18/{site.brief().stem}"
    found = head(site, url)
    properties = dict(found.properties)
    assert properties["og:type"] == "article"
    assert properties["og:url"] == f"{ROOT}{url}/"
    assert properties["og:title"] == "Northmoor council backs tidal gate by three votes"
    assert properties["og:description"]
    assert properties["article:published_time"] == "2024-06-18T00:00:00Z"
    (script,) = found.scripts
    article = json.loads(script)
    assert article["@context"] == "https://schema.org"
    assert article["@type"] == "NewsArticle"
    assert article["url"] == f"{ROOT}{url}/"
    assert article["isBasedOn"][0]["url"] == "https://example.org/story"
    assert article["isBasedOn"][0]["publisher"]["name"] == "The Harbour Gazette"
    assert article["citation"][0].startswith("Wren Castellane, The Harbour Gazette, 2024-06-18")
    (quotation,) = article["hasPart"]
    assert quotation["@type"] == "Quotation"
    assert quotation["spokenByCharacter"]["name"] == "Ada Quill"
    assert "null" not in script
    home = head(site, "")
    assert dict(home.properties)["og:type"] == "website"
    assert home.scripts == []


def test_what_is_not_known_is_not_told(site: Site) -> None:
    write_brief(site, "a.md", 'title: "A"\nslug: "a"', "## Quotes\n\n> “One.”\n")
    site.build()
    found = head(site, "undated/a")
    assert not [name for name, _ in found.properties if name.startswith("article:")]
    article = json.loads(found.scripts[0])
    assert not {"datePublished", "dateModified", "isBasedOn", "citation", "mentions"} & article.keys()
    assert article["hasPart"] == [{"@type": "Quotation", "text": "One."}]
    assert load(site, "undated/a/brief.json")["published"] is None


def test_a_hostile_title_stays_in_its_script(site: Site) -> None:
    title = "</script><script>alert(1)</script><!-- ]]> & \u2028 \u202e"
    quoted = title.replace("\u2028", "\\u2028")
    write_brief(site, "a.md", f'title: "{quoted}"\nslug: "a"\ndate: "2024-06-18"', f"{title}\n")
    site.build()
    shown = (site.built / "2024/06/18/a/index.html").read_text("utf-8")
    found = Head(shown)
    assert len(found.scripts) == 1
    assert json.loads(found.scripts[0])["headline"] == title
    assert dict(found.properties)["og:title"] == title.replace("\u202e", "[U+202E]")
    assert not re.search(r"<script>alert", shown)
    assert load(site, "2024/06/18/a/brief.json")["title"] == title


@pytest.mark.filterwarnings("ignore")  # the other theme's own
def test_another_theme_gets_the_files_and_no_tags_that_it_does_not_know(site: Site) -> None:
    site.config.write_text(CONFIG.replace("theme: digest", "theme: readthedocs"), "utf-8")
    site.article("gate.txt")
    assert site.build("--strict").exit_code == 0
    url = f"2024/06/18/{site.brief().stem}"
    assert load(site, f"{url}/brief.json")
    assert {"feed.xml", "api/briefs.json", "robots.txt", "2024/06/18/email.txt"} <= site.tree().keys()
    assert "Metadata(" not in (site.built / url / "index.html").read_text("utf-8")
