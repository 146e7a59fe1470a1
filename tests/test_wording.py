"""The site's own words: each language has every phrase, and a site in it says nothing in English."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from digest.site.wording import WORDING, WordingError, apart, make_wording, parse_languages, problem_of, read_wording
from digest.templates import theme_folder
from tests.conftest import CONFIG, Site

THEME = theme_folder()
LANGUAGES = parse_languages((THEME / WORDING).read_text("utf-8"))
ENGLISH = LANGUAGES["en"]
OTHERS = sorted(LANGUAGES.keys() - {"en"})


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_phrase_and_fills_in_the_same(language: str) -> None:
    phrases = LANGUAGES[language]
    assert list(phrases) == list(ENGLISH)
    assert {name: problem for name in phrases if (problem := problem_of(name, phrases[name], ENGLISH))} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_mkdocs_finds_each_language_and_does_not_warn(language: str) -> None:
    assert (THEME / "locales" / language / "LC_MESSAGES" / "messages.mo").is_file()


def test_every_phrase_is_said_somewhere_and_none_is_missing() -> None:
    sources = [*THEME.rglob("*.html"), *THEME.rglob("*.j2"), *Path(__file__).parents[1].glob("digest/site/*.py")]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    called = set(re.findall(r"""words(?:\.html|\.count)?\(["'](\w+)["'][,)]""", text))
    counted = {name.partition(".")[0] for name in ENGLISH if "." in name}
    assert called - counted <= ENGLISH.keys()
    apart = {name for name in ENGLISH if not re.search(rf"""["'_]{name.partition(".")[0]}\b""", text)}
    assert {
        name for name in apart if not name.startswith(("about_", "approved", "genre_", "organisations_", "places_"))
    } == set()


@pytest.mark.parametrize(
    ("language", "day", "long_day", "month", "week"),
    [
        ("en", "2025-08-15", "Friday, 15 August 2025", "August 2025", "Week 33, 2025"),
        ("fr", "2025-08-15", "vendredi 15 août 2025", "août 2025", "Semaine 33, 2025"),
        ("fr", "2025-08-01", "vendredi 1er août 2025", "août 2025", "Semaine 31, 2025"),
        ("de", "2025-08-15", "Freitag, 15. August 2025", "August 2025", "Woche 33, 2025"),
        ("es", "2024-12-30", "lunes, 30 de diciembre de 2024", "diciembre de 2024", "Semana 1, 2025"),
    ],
)
def test_dates_are_written_as_a_language_writes_them(
    language: str, day: str, long_day: str, month: str, week: str
) -> None:
    words, when = read_wording(language), date.fromisoformat(day)
    assert (words.long_day(when), words.month(when), words.week(when)) == (long_day, month, week)
    assert words.day(f"{day}T23:30:00+02:00") == words.day(when)


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("en", "1 brief", "2 briefs"), ("fr", "1 brève", "2 brèves"), ("de", "1 Meldung", "2 Meldungen")],
)
def test_counts_have_their_plural(language: str, one: str, many: str) -> None:
    words = read_wording(language)
    assert (words.count("briefs", 1), words.count("briefs", 2)) == (one, many)


def test_words_stand_in_the_marks_of_their_own_language() -> None:
    words = read_wording("en")
    assert words.quoted("Oui {x}", "fr") == "«\u00a0Oui {x}\u00a0»"
    assert words.quoted("Ja", "de-AT") == "„Ja“"
    assert read_wording("de").quoted("?", "fi") == "„?“"


def test_what_stands_in_a_phrase_is_escaped_and_links_are_not() -> None:
    words = read_wording("en")
    assert "&lt;b&gt;" in words.html("said", words="<b>")


def test_a_language_that_nobody_wrote_is_said_in_english() -> None:
    words = read_wording("xx")
    assert (words.language, words("latest")) == ("en", "Latest")


def test_a_site_in_a_language_that_nobody_wrote_is_told_so(site: Site) -> None:
    site.config.write_text(CONFIG.replace("theme: digest", "theme: {name: digest, locale: it}"), "utf-8")
    assert "nobody has written the site's words in 'it'" in site.build().stderr


def test_a_site_says_something_otherwise_and_leaves_the_rest() -> None:
    words = make_wording("fr", LANGUAGES, {"fr": {"latest": "Aujourd’hui"}})
    assert (words("latest"), words("archive")) == ("Aujourd’hui", "Archives")
    words = make_wording("nl", LANGUAGES, {"nl": {"latest": "Vandaag"}})
    assert (words.language, words("latest"), words("archive")) == ("nl", "Vandaag", "Archive")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("fr: {lattest: Hier}", "fr.lattest: there is no such phrase"),
        ("fr: {date: '{day} {month}'}", "fr.date: must hold {day}, {month}, {year}, as the English one does"),
        ("fr: {latest: '{day}'}", "fr.latest: must not hold braces"),
        ("fr: {page_of: '{number.real} {total}'}", "fr.page_of: must hold {number}, {total}, as the English one does"),
        ("fr: {page_of: '{number} {total'}", "fr.page_of: must hold {number}, {total}, as the English one does"),
        ("fr: {months: [janvier]}", "fr.months: is not a list of 12 names"),
        ("fr: {latest: [a]}", "fr.latest: is not text"),
        ("fr: Hier", "fr: is not a list of phrases such as 'latest: À la une'"),
        ("- fr", "the file: is not a list of languages such as 'fr:' with phrases below it"),
        ("fr: }", "line 1: is not YAML"),
    ],
)
def test_a_sites_own_file_that_does_not_fit_is_an_error(text: str, problem: str) -> None:
    with pytest.raises(WordingError, match=re.escape(f"{WORDING}: {problem}")):
        make_wording("fr", LANGUAGES, parse_languages(text))


def words_of(html: str) -> str:
    html = re.sub(r"<(script|style).*?</\1>", "", html, flags=re.DOTALL)
    labels = " ".join(re.findall(r'(?:aria-label|data-\w+|title)="([^"]*)"', html))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html) + labels).split())


@pytest.mark.parametrize("language", OTHERS)
def test_a_site_in_a_language_says_none_of_its_own_words_in_english(site: Site, language: str) -> None:
    site.config.write_text(CONFIG.replace("theme: digest", f"theme: {{name: digest, locale: {language}}}"), "utf-8")
    site.article("gate.txt")
    site.article("ferry.txt", "Ferry stops\n\nThe ferry stopped on Monday, said Jonas Lind. The quay is closed.\n")
    site.build()
    for name in ("gate", "ferry"):
        path = next(path for path in site.briefs.glob("*.md") if f"articles/{name}.txt" in path.read_text("utf-8"))
        if name == "gate":
            site.run("correct", "-f", str(site.config), str(path), "--wrong", "1", "--right", "2")
    built = site.build("--strict")
    assert built.exit_code == 0, built.stderr
    english = {
        phrase
        for name, phrase in ENGLISH.items()
        if isinstance(phrase, str) and "{" not in phrase and LANGUAGES[language][name] != phrase and len(phrase) > 5
    }
    for name, data in site.tree().items():
        if name.endswith((".html", ".txt")) and not name.startswith("pagefind/"):
            text = words_of(data.decode())
            assert f'lang="{language}"' in data.decode() or name.endswith(".txt"), name
            found = {phrase for phrase in english if re.search(rf"\b{re.escape(phrase)}(?!\w)", text)}
            assert not found, name
    assert WORDING not in site.addresses()
    assert not any(name.startswith("locales") for name in site.addresses())


def test_a_sites_own_wording_lies_beside_its_own_templates(site: Site) -> None:
    theme = "theme: {name: digest, custom_dir: own}"
    site.config.write_text(CONFIG.replace("theme: digest", theme), "utf-8")
    (site.folder / "own").mkdir()
    (site.folder / "own" / WORDING).write_text("en: {latest: Today}\n", "utf-8")
    site.article("gate.txt")
    site.build()
    assert ">Today</a>" in (site.built / "index.html").read_text("utf-8")
    assert WORDING not in site.addresses()
    (site.folder / "own" / WORDING).write_text("en: {lattest: Today}\n", "utf-8")
    failed = site.build()
    assert failed.exit_code == 1
    assert "wording.yml: en.lattest: there is no such phrase" in failed.output


def test_under_material_the_pages_are_in_its_language(site: Site) -> None:
    pytest.importorskip("material", reason="mkdocs-material is not installed")
    site.config.write_text(CONFIG.replace("theme: digest", "theme: {name: material, language: de}"), "utf-8")
    site.article("gate.txt")
    site.build()
    assert "Dienstag, 18. Juni 2024" in (site.built / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("quotation", "shown"),
    [
        ("“It rained.”", "“It rained.”"),
        ("““It rained,” she said.”", "“\u202f“It rained,” she said.”"),
        ("“She said: “It rained.””", "“She said: “It rained.”\u202f”"),
        ("“‘So,’ he said.”", "“\u202f‘So,’ he said.”"),
        ("“A “b” c”", "“A “b” c”"),
        ("“”", "“”"),
    ],
)
def test_marks_that_meet_stand_apart(quotation: str, shown: str) -> None:
    assert apart(quotation) == shown
