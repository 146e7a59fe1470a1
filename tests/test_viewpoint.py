"""Readers see what is no report: its genre beside its outlet, and whose view its points are above them."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from digest.brief import FrontMatter, Source
from digest.card import card_of
from digest.errors import FieldError
from digest.markdown import parse_brief, render_brief
from digest.site.viewpoint import viewpoint_of
from digest.site.wording import read_wording
from digest.store import read_brief
from tests.conftest import ARTICLE, CONFIG, Site

DAY = "2026/06/03/"
URL = f"{DAY}the-gate-was-never-about-fish/"
OPINION = """\
Source: The Harbour Gazette
Published: 2026-06-03

Opinion | The gate was never about fish
By Ada Quill

The tidal gate that Northmoor opened this week is a monument to a decade in which nobody dared to move the town.

Every gate that is built fails one day, and the higher the wall the deeper the water behind it.
"""
VIEW = "These points are the view of Ada Quill."


def text_of(html: bytes) -> str:
    """What a page shows, without its elements."""
    body = html.decode().partition("</head>")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", body)))


@pytest.fixture
def opinion(site: Site) -> Site:
    site.article("gate.txt", OPINION)
    assert site.build("--strict").exit_code == 0
    return site


def test_a_brief_of_an_opinion_says_so_wherever_it_is_read(opinion: Site) -> None:
    tree = opinion.tree()
    page = text_of(tree[f"{URL}index.html"])
    assert "Opinion · The Harbour Gazette" in page
    assert page.index(VIEW) < page.index("is a monument to a decade")
    for listed in ("index.html", f"{DAY}index.html", "outlets/the-harbour-gazette/index.html"):
        assert "Opinion · The Harbour Gazette" in text_of(tree[listed]), listed
    mail = text_of(tree[f"{DAY}email.html"])
    assert f"The gate was never about fish Opinion · {VIEW}" in mail
    written = tree[f"{DAY}email.txt"].decode()
    assert "\nOpinion: The gate was never about fish\n" in written
    assert written.index(VIEW) < written.index("is a monument")
    link = unquote(re.search(r'href="(mailto:[^"]*)"', tree[f"{URL}index.html"].decode())[1])  # type: ignore[index]
    assert "subject=Opinion: The gate was never about fish" in link
    assert link.index(VIEW) < link.index("is a monument")


def test_it_stands_behind_the_news_of_its_section(opinion: Site) -> None:
    news = OPINION.replace("Opinion | The gate was never about fish\nBy Ada Quill", "Town opens its gate")
    opinion.article("news.txt", news)
    assert opinion.build().exit_code == 0
    tree = opinion.tree()
    for listed in ("index.html", f"{DAY}index.html", f"{DAY}email.html"):
        page = text_of(tree[listed])
        assert page.index("Town opens its gate") < page.index("The gate was never about fish"), listed


def test_programs_are_told_too(opinion: Site) -> None:
    tree = opinion.tree()
    for name in ("api/briefs.json", f"{URL}brief.json"):
        told = json.loads(tree[name])
        assert told.get("briefs", [told])[0]["genres"] == ["Opinion"]
    (item,) = json.loads(tree["feed.json"])["items"]
    assert item["tags"][0] == "Opinion"
    assert item["content_html"].index(VIEW) < item["content_html"].index("is a monument")
    entry = ElementTree.fromstring(tree["feed.xml"]).find("{http://www.w3.org/2005/Atom}entry")
    assert entry is not None
    category = entry.find("{http://www.w3.org/2005/Atom}category")
    assert category is not None
    assert category.attrib == {
        "term": "Opinion",
        "label": "Opinion",
        "scheme": "http://cv.iptc.org/newscodes/genre/",
    }
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', tree[f"{URL}index.html"].decode())
    assert script
    described = json.loads(script[1])
    assert (described["genre"], described["isBasedOn"][0]["@type"]) == (["Opinion"], "OpinionNewsArticle")


def test_a_brief_of_a_report_says_nothing_of_it(site: Site) -> None:
    site.article("gate.txt", ARTICLE)
    assert site.build("--strict").exit_code == 0
    assert "genres" not in site.brief().read_text("utf-8")
    shown = {name for name, data in site.tree().items() if b'class="genre"' in data or b'class="viewpoint"' in data}
    assert shown == set()


def test_what_an_editor_says_of_it_wins_and_is_kept(opinion: Site, edited) -> None:
    kept = edited(opinion.brief(), 'genres: ["Opinion"]', 'genres: ["Analysis", "Long read"]')
    assert opinion.build("--strict").exit_code == 0
    assert opinion.brief().read_text("utf-8") == kept
    page = text_of(opinion.tree()[f"{URL}index.html"])
    assert "Analysis · Long read · The Harbour Gazette" in page
    assert VIEW not in page


def test_an_editor_says_it_where_an_article_is_added(site: Site) -> None:
    result = site.run("add", "-f", str(site.config), "--genre", "op-ed", "-", input=ARTICLE)
    assert result.exit_code == 0
    assert 'genre: "Opinion"' in next(iter(site.articles.glob("*.txt"))).read_text("utf-8")
    assert parse_brief(site.brief().read_text("utf-8")).front_matter.genres == ("Opinion",)
    wrong = site.run("add", "-f", str(site.config), "--genre", "drama", "-", input=ARTICLE)
    assert wrong.exit_code == 2
    assert "--genre is not a genre: use one of Advertiser Supplied" in wrong.stderr


@pytest.mark.parametrize(
    ("field", "says"),
    [('genres: ["Opinon"]', "did you mean 'Opinion'?"), ('genre: "Opinion"', "did you mean 'genres'?"), ('genres: "Opinion"', "not a list")],
)  # fmt: skip
def test_a_genre_that_would_not_be_seen_is_an_error(field: str, says: str) -> None:
    with pytest.raises(FieldError) as refused:
        parse_brief(f'---\ntitle: "The gate"\n{field}\n---\n\nIt is late.\n')
    assert (refused.value.line, says in refused.value.problem) == (3, True)


def test_a_list_remembers_them(opinion: Site) -> None:
    stored = read_brief(opinion.content, opinion.brief())
    assert card_of(stored).front_matter == stored.brief.front_matter


def test_a_site_says_it_in_its_language(site: Site) -> None:
    site.config.write_text(CONFIG.replace("theme: digest", "theme: {name: digest, locale: de}"), "utf-8")
    site.article("gate.txt", OPINION)
    assert site.build("--strict").exit_code == 0
    page = text_of(site.tree()[f"{URL}index.html"])
    assert "Meinung · The Harbour Gazette" in page
    assert "Diese Punkte geben die Meinung von Ada Quill wieder." in page
    assert '<span class="genre" lang="de">' in site.tree()["index.html"].decode()


def test_a_withdrawn_opinion_tells_nothing(opinion: Site) -> None:
    assert opinion.run("withdraw", str(opinion.brief()), "-f", str(opinion.config), "--why", "Late.").exit_code == 0
    assert opinion.build("--strict").exit_code == 0
    assert b"Opinion" not in b"".join(opinion.steady().values())


@pytest.mark.parametrize(
    ("genres", "author", "said"),
    [
        ((), "Ada Quill", None),
        (("Analysis",), "Ada Quill", None),
        (("Opinion",), "Ada Quill", "These points are the view of Ada Quill."),
        (("opinion",), None, "These points are an opinion."),
        (("Review",), "Ada Quill", "These points are the judgement of Ada Quill."),
        (("Opinion", "Sponsored"), "Ada Quill", "An advertiser paid for the article that these points are from."),
        (("Satire",), "Ada Quill", "The article is satire: these points are not meant as fact."),
    ],
)
def test_whose_view_it_is(genres: tuple[str, ...], author: str | None, said: str | None) -> None:
    facts = FrontMatter(title="The gate", slug="gate", genres=genres, sources=(Source(author=author),))
    assert viewpoint_of(facts, read_wording("en")) == said


def test_of_several_articles_no_single_author_holds_the_view() -> None:
    sources = (Source(author="Ada Quill"), Source(author="Jonas Lind"))
    facts = FrontMatter(title="The gate", slug="gate", genres=("Opinion",), sources=sources)
    assert viewpoint_of(facts, read_wording("en")) == "These points are an opinion."


def test_genres_are_written_and_read() -> None:
    text = '---\ntitle: "The gate"\nslug: "gate"\ngenres: ["Opinion", "Long read"]\n---\n\nIt is late.\n'
    assert 'genres: ["Opinion", "Long read"]\n' in render_brief(parse_brief(text))
