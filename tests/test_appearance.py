"""The theme as a configuration has it: colours, fonts, logo and menu, wrong values named, nothing in the pages."""

from __future__ import annotations

import re

import pytest

from digest.site.appearance import (
    ACCENTS,
    THEME_CSS,
    Appearance,
    AppearanceError,
    contrast_of,
    parse_appearance,
    theme_css,
)
from digest.site.catalogue import Kind
from digest.templates import theme_folder
from tests.conftest import CONFIG, Site

STYLES = (theme_folder() / "css/digest.css").read_text("utf-8")


@pytest.mark.parametrize("theme", [{}, {"palette": {}}, {"palette": [{"scheme": "slate"}]}, {"font": {}}])
def test_nothing_said_changes_nothing(theme: dict[str, object]) -> None:
    assert parse_appearance(theme) == Appearance()
    assert theme_css(parse_appearance(theme)) == ""


def test_the_themes_own_colours_are_those_of_its_style_sheet() -> None:
    assert f"--accent: light-dark({ACCENTS[0]}, {ACCENTS[1]});" in STYLES
    assert theme_css(parse_appearance({"palette": {"accent": ACCENTS[0]}})) == ""


def test_colours_and_fonts_become_a_style_sheet() -> None:
    palette = [{"scheme": "default", "accent": "#1f4e79"}, {"scheme": "slate", "accent": "#9cf"}]
    font = {"text": 'Charter,  "Bitstream Charter", serif', "interface": "Verdana, sans-serif"}
    assert theme_css(parse_appearance({"palette": palette, "font": font})) == (
        "@media screen {\n  :root { --accent: light-dark(#1f4e79, #9cf); }\n}\n"
        ':root { --serif: Charter, "Bitstream Charter", serif; --sans: Verdana, sans-serif; }\n'
    )


def test_one_scheme_leaves_the_other() -> None:
    assert parse_appearance({"palette": {"accent": "#000"}}).accents == ("#000", ACCENTS[1])
    assert parse_appearance({"palette": [{"scheme": "slate", "accent": "#fff"}]}).accents == (ACCENTS[0], "#fff")


def test_the_menu_has_the_lists_that_are_named() -> None:
    assert parse_appearance({"indexes": ["topics", "people"]}).indexes == (Kind.TOPIC, Kind.PERSON)
    assert parse_appearance({"indexes": []}).indexes == ()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_of("#000000", "#fff") == pytest.approx(21)
    assert contrast_of("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("theme", "problem"),
    [
        ({"palette": "indigo"}, "palette: 'indigo' is not a colour for a scheme such as"),
        ({"palette": {"primary": "indigo"}}, "palette: {'primary': 'indigo'} is not a colour for a scheme such as"),
        ({"palette": {"scheme": "dark"}}, "palette: scheme: 'dark' is neither 'default', the light one, nor 'slate'"),
        ({"palette": {"accent": "indigo"}}, "palette: accent: 'indigo' is not a colour such as '#1f4e79', in quotes"),
        ({"palette": {"accent": "#12"}}, "palette: accent: '#12' is not a colour"),
        ({"palette": {"accent": "#fff;} x{"}}, "palette: accent: '#fff;} x{' is not a colour"),
        ({"palette": {"accent": 112233}}, "palette: accent: 112233 is not a colour"),
        ({"palette": {"accent": "#ffaa00"}}, "palette: accent: #ffaa00 is too near to the ground"),
        ({"palette": {"scheme": "slate", "accent": "#222"}}, "and must be 4.5 or more; choose a lighter one"),
        ({"font": "Georgia"}, "font: 'Georgia' is not made of 'text' and 'interface'"),
        ({"font": {"code": "Courier"}}, "is not made of 'text' and 'interface'"),
        ({"font": {"text": "Georgia; } body {"}}, "font: text: 'Georgia; } body {' is not a list of fonts such as"),
        ({"font": {"text": "url(https://example.org/a.woff)"}}, "is not a list of fonts such as"),
        ({"font": {"text": '"Georgia'}}, "is not a list of fonts such as"),
        ({"font": {"text": ""}}, "is not a list of fonts such as"),
        ({"logo": "https://example.org/logo.svg"}, "logo: 'https://example.org/logo.svg' is not the path of a picture"),
        ({"logo": "../logo.svg"}, "is not the path of a picture"),
        ({"logo": "/etc/logo.svg"}, "is not the path of a picture"),
        ({"indexes": ["persons"]}, "indexes: ['persons'] is not a list of some of people, organisations, places,"),
        ({"indexes": "people"}, "indexes: 'people' is not a list of some of"),
    ],
)
def test_a_wrong_value_is_named(theme: dict[str, object], problem: str) -> None:
    with pytest.raises(AppearanceError, match=re.escape(problem)):
        parse_appearance(theme)


THEME = """\
theme:
  name: digest
  logo: img/logo.svg
  palette: {accent: "#1f4e79"}
  font: {text: "Charter, serif"}
  indexes: [topics]
"""


def test_a_sites_looks_are_in_one_file_and_in_no_page(site: Site) -> None:
    site.config.write_text(CONFIG.replace("theme: digest\n", THEME), "utf-8")
    (site.content / "img").mkdir()
    (site.content / "img/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    site.article("gate.txt")
    site.build()
    assert "#1f4e79" in (site.built / THEME_CSS).read_text("utf-8")
    page = (site.built / "2024/06/18/index.html").read_text("utf-8")
    assert f'<link rel="stylesheet" href="../../../{THEME_CSS}">' in page
    assert '<img class="logo" src="../../../img/logo.svg" alt="">Morning' in page
    assert re.findall(r'href="../../../(\w+)/">', page.partition("</nav>")[0]) == ["archive", "topics"]
    assert not re.search(r"<style|style=", page)
    email = (site.built / "2024/06/18/email.html").read_text("utf-8")
    assert "border-left:3px solid #1f4e79" in email
    assert ACCENTS[0] not in email
    assert (site.built / "people/index.html").exists()


@pytest.mark.parametrize("theme", ['palette: {accent: "red"}', "logo: img/none.svg"])
def test_a_build_with_wrong_looks_says_what_is_wrong_and_leaves_the_last_site(site: Site, theme: str) -> None:
    site.article("gate.txt")
    site.build()
    before = site.tree()
    site.config.write_text(CONFIG.replace("theme: digest\n", f"theme:\n  name: digest\n  {theme}\n"), "utf-8")
    failed = site.build()
    assert failed.exit_code == 1
    assert f"mkdocs.yml: theme.{theme.partition(':')[0]}: " in failed.output
    assert site.tree() == before


def test_without_looks_of_its_own_a_site_has_one_style_sheet(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    assert THEME_CSS not in site.addresses()
    assert (site.built / "index.html").read_text("utf-8").count('rel="stylesheet"') == 1
