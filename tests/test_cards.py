"""The pictures that a shared link is shown with: small, the same every time, and never half a headline."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from digest.site.cards import SIZE, Pen, ShareCard, find_pen
from tests.conftest import CONFIG as PLAIN_CONFIG
from tests.conftest import Site

pytestmark = pytest.mark.skipif(not find_pen(), reason="cards come with the extra `cards`")
CONFIG = PLAIN_CONFIG.replace("[digest]", "[{digest: {cards: true}}]")
MANY = "Northmoor backs its tidal gate, by three votes, after a debate of eleven years " * 6


@pytest.fixture
def site(site: Site) -> Site:
    site.config.write_text(CONFIG, "utf-8")
    return site


@pytest.fixture(scope="module")
def pen() -> Pen:
    found = find_pen()
    assert found
    return found


def card(
    headline: str, *, kicker: str = "Environment", foot: str = "The Harbour Gazette", lines: tuple[str, ...] = ()
) -> ShareCard:
    return ShareCard(name="Morning", headline=headline, kicker=kicker, foot=foot, lines=lines, accent="#8a1c13")


@pytest.mark.parametrize("headline", ["中文标题", "عنوان", "A 🙂 headline", "\x07bell", "\ufffe"])
def test_a_headline_that_the_font_cannot_write_has_no_card(pen: Pen, headline: str) -> None:
    assert not pen.can_draw(card(headline))


@pytest.mark.parametrize(
    "headline",
    [
        "",
        "x",
        "Gate",
        "Żółw i łódź: „tak“ – ½ €",
        "Мэр и город",
        MANY,
        "x" * 3000,
        "word " * 3000,
        "W" * 40,
        "a\u00a0b\n\tc",
    ],
)
def test_any_other_headline_has_a_small_card_that_is_the_same_every_time(pen: Pen, headline: str) -> None:
    assert pen.can_draw(card(headline))
    drawn = pen.draw(card(headline))
    assert drawn == pen.draw(card(headline))
    assert len(drawn) < 40_000
    image = pytest.importorskip("PIL.Image").open(io.BytesIO(drawn))
    assert image.size == SIZE


@pytest.mark.parametrize("given", [card(MANY, lines=()), card("Tuesday", lines=(MANY, "x" * 900, "y", "z"), foot="")])
def test_nothing_is_drawn_into_the_margins_or_over_the_foot(pen: Pen, given: ShareCard) -> None:
    image = pytest.importorskip("PIL.Image").open(io.BytesIO(pen.draw(given)))
    assert image.crop((0, 0, 60, 630)).getbbox() is None
    assert image.crop((1140, 0, 1200, 630)).getbbox() is None
    assert image.crop((0, 612, 1200, 630)).getbbox() is None
    assert image.crop((0, 549, 1200, 556)).getbbox() is None


def property_of(html: str, name: str) -> str | None:
    found = re.search(rf'<meta (?:property|name)="{name}" content="([^"]*)">', html)
    return found[1] if found else None


def test_each_brief_and_edition_has_one_and_its_page_names_it(site: Site) -> None:
    site.article("gate.txt")
    site.article(
        "none.txt", "A storm without a day\n\nThe storm closed the harbour. The quay is wet, said Ada Quill.\n"
    )
    site.build()
    cards = {name for name in site.addresses() if name.endswith(".png")}
    assert len(cards) == 3
    for name in cards:
        page = (site.built / name).with_name("index.html").read_text("utf-8")
        assert property_of(page, "og:image") == f"https://example.org/repo/{name}"
        assert property_of(page, "twitter:card") == "summary_large_image"
        assert (site.built / name).read_bytes().startswith(b"\x89PNG")
    home = (site.built / "index.html").read_text("utf-8")
    assert property_of(home, "og:image") == "https://example.org/repo/2024/06/18/card.png"
    people = (site.built / "people/index.html").read_text("utf-8")
    assert property_of(people, "og:image") is None
    assert property_of(people, "twitter:card") == "summary"


def test_what_is_not_public_has_no_card(site: Site) -> None:
    site.briefs.mkdir()
    for name, field in (("a", 'review: "draft"'), ("b", 'withdrawn: {date: "2024-06-19", why: "Wrong."}')):
        (site.briefs / f"{name}.md").write_text(
            f'---\ntitle: {name}\ndate: "2024-06-18"\n{field}\n---\n\nText.\n', "utf-8"
        )
    site.build()
    assert not any(name.endswith(".png") for name in site.addresses())
    assert "og:image" not in (site.built / "2024/06/18/b/index.html").read_text("utf-8")


def test_a_brief_in_a_script_that_the_font_has_not_is_shared_without_a_picture(site: Site) -> None:
    site.briefs.mkdir()
    (site.briefs / "a.md").write_text('---\ntitle: "中文"\nslug: a\ndate: "2024-06-18"\n---\n\nText.\n', "utf-8")
    site.build()
    assert not any(name.endswith(".png") for name in site.addresses())
    assert property_of((site.built / "2024/06/18/a/index.html").read_text("utf-8"), "twitter:card") == "summary"


def test_without_an_address_or_the_extra_there_is_none(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.article("gate.txt")
    site.config.write_text(CONFIG.replace("site_url: https://example.org/repo/\n", ""), "utf-8")
    site.build()
    assert not any(name.endswith(".png") for name in site.addresses())
    site.config.write_text(CONFIG, "utf-8")
    monkeypatch.setattr("digest.site.issue.find_pen", lambda: None)
    site.build()
    assert not any(name.endswith(".png") for name in site.addresses())
    assert "og:image" not in (site.built / "index.html").read_text("utf-8")


def test_a_card_follows_its_headline_and_is_not_drawn_again_for_nothing(site: Site, edited) -> None:
    site.article("gate.txt")
    site.build()
    (card,) = site.built.glob("2024/06/18/*/card.png")
    before, when = card.read_bytes(), card.stat().st_mtime_ns
    edited(site.config, "site_name: Morning", "site_name: Morning\nsite_description: News")
    site.build()
    assert card.stat().st_mtime_ns == when
    edited(site.brief(), "tidal gate by three votes", "gate")
    site.build()
    assert card.read_bytes() != before


def test_the_font_comes_with_its_licence() -> None:
    found = find_pen()
    assert found
    folder = Path(found._fonts)
    assert "SIL Open Font License" in (folder / "LICENSE.txt").read_text("utf-8")
