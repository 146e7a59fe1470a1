"""The published site sets nothing, tracks nothing, and has a reader's browser ask nobody else."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import Site

SAMPLE = Path(__file__).parents[1] / "content"
SCRIPTS = Path(__file__).parents[1] / "site_templates" / "js"
HOME = "https://example.org/repo/"
PRYING = "eye.example"
EDITED = f"""\
---
title: "A brief with what its editor found elsewhere"
date: "2024-06-18"
sources: [{{name: "The Gazette", url: "https://gazette.example/story"}}]
---

The harbour, as [the Gazette](https://gazette.example/map) drew it. ![A map](https://{PRYING}/map.png)

![Ours](chart.png) ![Ours too](HTTPS://{PRYING}/1.png) ![A]( <//{PRYING}/2.png> )

<img src="https://{PRYING}/3.png" alt="b"> <img src="//{PRYING}/4.png"> <img src="/\\{PRYING}/5.png">

<div style="background: url(https://{PRYING}/6.png)"><img src=" ht&#9;tps://{PRYING}/7.png" srcset="https://{PRYING}/8.png 2x"></div>

<video src="https://{PRYING}/9.mp4" poster="https://{PRYING}/10.png"></video><iframe src="https://{PRYING}/11"></iframe>

<svg><image href="https://{PRYING}/12.png"/></svg><link rel="stylesheet" href="https://{PRYING}/13.css">

<style>@import "https://{PRYING}/14.css";</style><script src="https://{PRYING}/15.js"></script>
"""
# Where an address may stand that no browser asks before the reader follows it.
_FOLLOWED = {("a", "href"), ("meta", "content"), ("blockquote", "cite"), ("q", "cite")}
_NAMED = {"canonical", "alternate"}


class _Asked(HTMLParser):
    """The addresses of a page that a browser asks by itself, and its styles."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.styles: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name == "style":
                self.styles.append(value)
            elif tag == "meta" and name == "content" and given.get("http-equiv", "").lower() == "refresh":
                self.addresses.append(value.partition("url=")[2])
            elif (tag, name) not in _FOLLOWED and not (tag == "link" and given["rel"] in _NAMED):
                self.addresses += re.findall(r"(?:(?<![\w:])[a-zA-Z][\w+.-]*:)?[/\\]{2}[^\s,]+", value)
                if name in ("src", "href", "action", "data", "poster", "ping", "background"):
                    self.addresses.append(value)

    def handle_data(self, data: str) -> None:
        if self._style:
            self.styles.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._style = False


def strangers(page: str) -> Iterator[str]:
    """The addresses on other hosts that a browser asks when it shows a page."""
    asked = _Asked()
    asked.feed(page)
    asked.close()
    found = [*asked.addresses, *(address for style in asked.styles for address in in_styles(style))]
    for address in found:
        parts = urlsplit("".join(address.split()).replace("\\", "/"))
        if (parts.scheme and parts.scheme != "data") or parts.netloc:
            yield address


def in_styles(css: str) -> list[str]:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return [one.strip("\"' ") for pair in re.findall(r"url\(([^)]*)\)|@import\s+([^;]+)", css) for one in pair if one]


@pytest.mark.parametrize(
    "page",
    [
        '<img src="https://eye.example/1.png">',
        '<img src="//eye.example/1.png">',
        '<img src="/\\eye.example/1.png">',
        '<img src="a.png" srcset="a.png, https://eye.example/2.png 2x">',
        '<link rel="stylesheet" href="https://eye.example/x.css">',
        '<link rel="preconnect" href="//eye.example">',
        '<script src="https://eye.example/x.js"></script>',
        '<p style="background: url(https://eye.example/x.png)">',
        '<style>@import "https://eye.example/x.css";</style>',
        '<meta http-equiv="refresh" content="0; url=https://eye.example/">',
        '<form action="https://eye.example/"></form>',
        '<a href="x" ping="https://eye.example/">x</a>',
        '<video poster="https://eye.example/x.png"></video>',
    ],
)
def test_what_the_next_test_finds(page: str) -> None:
    assert list(strangers(page))
    assert not list(strangers('<a href="https://gazette.example/">x</a><img src="a.png"><p title="a: b">'))


@pytest.fixture
def full(site: Site) -> Site:
    """A site with all that a site can have."""
    shutil.rmtree(site.content)
    shutil.copytree(SAMPLE, site.content)
    (site.content / "articles" / "withdrawn.txt").write_text("The ferry sinks\n\nThe ferry sank on Monday.\n", "utf-8")
    site.build()
    (withdrawn,) = [path for path in site.briefs.glob("*.md") if "ferry-sinks" in path.name]
    corrected = max(path for path in site.briefs.glob("*.md") if path != withdrawn)
    site.run("withdraw", str(withdrawn), "--why", "It did not.")
    site.run("correct", str(corrected), "--wrong", "On Monday.", "--right", "On Tuesday.")
    (site.briefs / "elsewhere.md").write_text(EDITED, "utf-8")
    (site.briefs / "chart.png").write_bytes(b"\x89PNG")
    return site


def test_no_page_style_feed_or_mail_has_a_browser_ask_another_host(full: Site) -> None:
    result = full.build()
    assert f"links to 'https://{PRYING}/map.png', which is no page of the site" in result.output
    pages = 0
    for name, data in full.tree().items():
        if name.startswith("pagefind/"):
            continue
        if name.endswith(".html"):
            pages += 1
            assert list(strangers(data.decode())) == [], name
        elif name.endswith(".css"):
            assert all(not urlsplit(it).netloc for it in in_styles(data.decode())), name
        elif name.endswith("feed.json"):
            for item in json.loads(data)["items"]:
                asked = [it for it in strangers(item.get("content_html", "")) if not it.startswith(HOME)]
                assert asked == [], name
        elif name.endswith(".xml"):
            assert PRYING not in re.sub(r"&lt;a .*?&gt;|<a .*?>", "", data.decode()), name
    assert pages > 50
    brief = full.tree()["2024/06/18/elsewhere/index.html"].decode()
    assert 'src="../../../../briefs/chart.png"' in brief
    assert 'href="https://gazette.example/map"' in brief
    assert f"{HOME}briefs/chart.png" in full.tree()["feed.xml"].decode()


def test_the_scripts_remember_what_the_reader_chose_and_nothing_else(full: Site) -> None:
    full.build()
    scripts = {name: data.decode() for name, data in full.tree().items() if name.endswith((".js", ".mjs"))}
    assert {"js/digest.js", "js/search.js"} <= set(scripts)
    for name, script in scripts.items():
        for word in ("cookie", "sessionStorage", "indexedDB", "sendBeacon", "serviceWorker", "caches.", "geolocation"):
            assert word not in script, f"{name}: {word}"
        if name.startswith("js/"):
            assert "://" not in re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE), name
            assert set(re.findall(r"\.(?:set|get|remove)Item\(\s*([^,)]+)", script)) <= {"`digest-${name}`"}, name
    (choices,) = re.findall(r"CHOICES = \{(.*?)\};", scripts["js/digest.js"])
    assert re.findall(r"(\w+): \[", choices) == ["appearance", "text"]
    assert "localStorage" not in "".join(script for name, script in scripts.items() if name != "js/digest.js")
    for name, data in full.tree().items():
        if name.endswith(".html"):
            inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*ld\+json)[^>]*>", data.decode())
            assert inline == [], name
            assert not re.search(r"\son\w+\s*=", re.sub(r">[^<]*<", "><", data.decode())), name
