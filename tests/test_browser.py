"""The site in a real browser: by keyboard, without JavaScript, on a phone, in the dark, under a sub-path."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from digest.cli import main
from tests.conftest import Site

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
if not CHROMIUM and os.environ.get("DIGEST_BROWSER_REQUIRED"):
    pytest.fail("these tests must run here, and there is no Chromium", pytrace=False)
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine; Debian has it as the package chromium"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # the local server's sockets, closed by its threads
]
SAMPLE = Path(__file__).parents[1]
(POLICY,) = re.findall(r"Content-Security-Policy: (.+)", (SAMPLE / "README.md").read_text("utf-8"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class UnderRepo(SimpleHTTPRequestHandler):
    """Serves the site at /repo/, as GitHub Pages serves a project's, and its 404 page."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/repo") if path.startswith("/repo/") else "/nowhere")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(SAMPLE / "content", folder / "content")
    config = (SAMPLE / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace('site_url: ""', "site_url: https://example.org/repo/"), "utf-8")
    built = CliRunner().invoke(
        main, ["build", "-q", "--strict", "-f", str(folder / "mkdocs.yml")], catch_exceptions=False
    )
    assert built.exit_code == 0, built.output
    yield from served(folder / "site")


def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(UnderRepo, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def address_of_long_words(site: Site) -> Iterator[str]:
    for number in range(3):
        word = f"Donau{'dampfschifffahrts' * 9}gesellschaft{number}"
        text = f"{word} sells its ships\n\n{word.upper()} — The {word} sold its ships on Monday, Ada {word} said.\n"
        site.article(f"{number}.txt", f"Source: {word}\nPublished: 2024-06-18\n\n{text}")
    assert site.build("-q").exit_code == 0
    yield from served(site.built)


@pytest.fixture(scope="module")
def browser() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


def opened_page(browser, address: str, **options: object) -> Iterator:
    """A page that must ask nobody else for anything, and do nothing that the policy forbids."""
    context = browser.new_context(**options)
    opened = context.new_page()
    strangers, forbidden = [], []
    opened.on("request", lambda it: strangers.append(it.url) if not it.url.startswith(address) else None)
    opened.on("console", lambda it: forbidden.append(it.text) if "Content Security Policy" in it.text else None)
    yield opened
    context.close()
    assert strangers == []
    assert forbidden == []


@pytest.fixture(params=[True, False], ids=["JavaScript", "no JavaScript"])
def page(browser, request: pytest.FixtureRequest, address: str) -> Iterator:
    yield from opened_page(browser, address, java_script_enabled=request.param)


@pytest.fixture
def scripted(browser, address: str) -> Iterator:
    yield from opened_page(browser, address, permissions=["clipboard-read", "clipboard-write"])


@pytest.fixture
def plain(browser, address: str) -> Iterator:
    yield from opened_page(browser, address, java_script_enabled=False)


SHIFT = """() => new Promise((answer) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const it of list.getEntries()) sum += it.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => answer(sum), 100);
})"""
"""How far what is on a page moved while it came: the web's Cumulative Layout Shift."""
PAGES = {
    "home": "",
    "edition": "2024/06/18/",
    "week": "2024/w25/",
    "brief": "2024/06/18/lower-quay-cheers-as-council-backs-tidal-gate-by-three-votes/",
    "transcript": "2024/02/13/press-briefing-by-mayor-ada-quill-and-water-director-jonas/",
    "person": "people/ada-quill/",
    "index": "people/",
    "archive": "archive/",
    "year": "2024/",
    "month": "2024/06/",
    "undated": "undated/",
    "about": "about/",
    "search": "search/?q=Northmoor",
    "not found": "nothing/",
}


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (390, "light"), (1200, "dark"), (1200, "light")])
def test_axe_finds_nothing_that_would_keep_a_reader_out(browser, address: str, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page, found = context.new_page(), {}
    for name, path in PAGES.items():
        page.goto(f"{address}{path}")
        if "?q=" in path and page.locator("form.search").count():
            page.locator(".results article").first.wait_for()
        for summary in page.locator("summary:visible").all()[:3]:
            summary.click()
        report = axe.Axe().run(page)
        assert report.response["passes"], name
        found |= {name: [it["id"] for it in report.response["violations"]]} if report.violations_count else {}
    context.close()
    assert found == {}


@pytest.fixture
def search(scripted, address: str):
    pytest.importorskip("pagefind_bin", reason="the search comes with the extra `search`")
    scripted.goto(f"{address}search/")
    return scripted


def first_brief(page, address: str) -> None:
    page.goto(f"{address}2024/06/18/")
    page.locator(".item a").first.click()
    page.wait_for_url("**/2024/06/18/*/")


def press_until(page, locator, key: str = "Tab") -> None:
    for _ in range(80):
        page.keyboard.press(key)
        if locator.and_(page.locator(":focus")).count():
            return
    pytest.fail(f"{locator} is never reached by {key}")


def test_from_home_to_a_source_sentence_by_keyboard(page, address: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    press_until(page, page.get_by_role("link", name="Tuesday, 18 June 2024"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/2024/06/18/")
    press_until(page, page.locator(".item a").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/2024/06/18/*/")
    sentence = page.locator(".evidence blockquote").first
    assert not sentence.is_visible()
    press_until(page, page.locator(".evidence summary").first)
    page.keyboard.press("Enter")
    sentence.wait_for(state="visible")


def test_on_a_wide_screen_each_sentence_stands_beside_its_point(page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for name in ("brief", "transcript"):
        page.goto(f"{address}{PAGES[name]}")
        boxes = page.evaluate("""
            [...document.querySelectorAll(".said + .evidence blockquote")].map((note) => [
              note.closest(".evidence").previousElementSibling.getBoundingClientRect().toJSON(),
              note.getBoundingClientRect().toJSON(),
            ])""")
        assert len(boxes) > 5
        for said, note in boxes:
            assert note["width"] > 200
            assert said["right"] < note["left"]
            assert note["right"] <= 1280
            assert note["top"] < said["bottom"] + 1
        tops = sorted((note["top"], note["bottom"]) for _, note in boxes)
        assert all(above[1] <= below[0] for above, below in pairwise(tops))
        assert page.locator(".evidence blockquote").first.is_visible()
        assert not page.locator(".evidence summary").first.is_visible()


def test_each_page_has_one_headline_and_the_landmarks(page, address: str) -> None:
    for name, path in PAGES.items():
        if name not in ("search", "not found"):
            assert page.goto(f"{address}{path}").status == 200
        assert page.locator("h1").count() == 1, path
        assert page.locator("header, main, footer, nav").count() >= 4, path


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES.values():
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("width", [320, 1280])
def test_a_long_word_makes_no_page_and_no_mail_wider(
    browser, site: Site, address_of_long_words: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, bypass_csp=True
    )  # mails have styles in them
    page = context.new_page()
    paths = sorted(path.relative_to(site.built).as_posix() for path in site.built.rglob("*.html"))
    assert "2024/06/18/email.html" in paths
    for path in paths:
        page.goto(f"{address_of_long_words}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_cut_off_on_a_narrow_screen(page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}2024/06/18/")
    page.locator(".item a").first.click()
    box = page.locator("article.brief").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_the_page_is_dark_where_the_reader_wants_it(page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    dark = page.screenshot(clip={"x": 2, "y": 300, "width": 1, "height": 1})
    page.emulate_media(color_scheme="light")
    assert page.screenshot(clip={"x": 2, "y": 300, "width": 1, "height": 1}) != dark


def test_a_page_that_is_not_there_leads_back(page, address: str) -> None:
    assert page.goto(f"{address}2024/01/nothing/").status == 404
    assert page.get_by_role("heading", name="Page not found").is_visible()
    page.get_by_role("link", name="latest edition").click()
    page.wait_for_url(address)
    assert page.locator(".edition-head").is_visible()


def found_by(page) -> list[str]:
    page.locator(".found:not(:empty)").wait_for()
    page.wait_for_timeout(500)  # as long as it takes to be sure that no other answer comes
    return page.locator(".results h2").all_inner_texts()


def all_found_by(page) -> list[str]:
    """With those behind the button: the first answer has ten."""
    shown = len(found_by(page))
    page.locator(".more-results").click()
    page.locator(f".results article:nth-of-type({shown + 1})").wait_for()
    return found_by(page)


def test_the_search_finds_a_brief_by_a_word_in_a_quote_and_filters_by_outlet(search) -> None:
    field = search.get_by_label("Words")
    assert field.and_(search.locator(":focus")).count()
    field.fill("kitchens")
    title = "Northmoor backs its tidal gate, by three votes"
    quoting = found_by(search)
    assert title in quoting
    assert len(quoting) == 3
    assert search.locator("mark").first.inner_text() == "kitchens"
    field.fill("Northmoor")
    everywhere = found_by(search)
    assert len(everywhere) > 2
    search.get_by_label("Outlet").select_option("The Harbour Gazette")
    assert found_by(search) == [title]
    assert search.url.endswith("?q=Northmoor&outlets=The+Harbour+Gazette")
    search.reload()
    assert found_by(search) == [title]
    search.get_by_role("link", name=title).click()
    search.wait_for_url("**/2024/06/18/*/")
    assert search.get_by_role("heading", name=title).is_visible()
    search.go_back()
    assert found_by(search) == [title]


def test_the_search_sorts_by_date_and_leaves_no_brief_out(search) -> None:
    search.get_by_label("Words").fill("on")
    best = all_found_by(search)
    search.get_by_label("Order").select_option("date")
    newest = all_found_by(search)
    assert len(newest) == len(set(newest)) == len(list((SAMPLE / "content" / "briefs").iterdir()))
    assert sorted(newest) == sorted(best)
    days = search.locator(".results .meta").all_inner_texts()
    assert "2022" in days[-2]
    assert "2024" in days[0]
    search.get_by_label("Date").select_option("2022-11")
    assert len(found_by(search)) == 2


def test_what_a_reader_searches_for_is_text(search, address: str) -> None:
    search.goto(f"{address}search/?q=<b>kitchens</b>&people=<img src=x onerror=alert(1)>")
    assert found_by(search) == []
    assert search.get_by_role("status").inner_text() == "No brief found."
    assert search.locator("main img, main b").count() == 0


def test_a_slash_leads_to_the_search_but_not_while_writing(search, address: str) -> None:
    search.goto(f"{address}archive/")
    search.keyboard.press("/")
    search.wait_for_url("**/search/")
    search.locator("input[name=q]:focus").wait_for()
    search.keyboard.type("and/or")
    assert search.get_by_label("Words").input_value() == "and/or"


def test_without_javascript_the_search_points_to_the_archive(plain, address: str) -> None:
    pytest.importorskip("pagefind_bin", reason="the search comes with the extra `search`")
    plain.goto(f"{address}search/")
    assert not plain.locator("form").is_visible()
    plain.locator("main a").click()
    plain.wait_for_url("**/archive/")


def background(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_reader_chooses_dark_and_it_stays(scripted, address: str) -> None:
    scripted.emulate_media(color_scheme="light")
    scripted.goto(address)
    light, switch = background(scripted), scripted.get_by_role("button", name="Appearance")
    assert switch.inner_text() == "Appearance: automatic"
    switch.click()
    assert background(scripted) == light
    switch.click()
    assert switch.inner_text() == "Appearance: dark"
    dark = background(scripted)
    assert dark != light
    scripted.reload()
    assert background(scripted) == dark
    assert switch.inner_text() == "Appearance: dark"
    scripted.goto(f"{address}archive/")
    assert background(scripted) == dark
    switch.click()
    assert switch.inner_text() == "Appearance: automatic"
    scripted.reload()
    assert background(scripted) == light


def size_of_text(page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")


def test_the_reader_chooses_larger_text_by_keyboard_and_it_stays(scripted, address: str) -> None:
    scripted.set_viewport_size({"width": 320, "height": 800})
    scripted.goto(f"{address}{PAGES['brief']}")
    usual, switch = size_of_text(scripted), scripted.get_by_role("button", name="Text:")
    assert switch.inner_text() == "Text: normal"
    press_until(scripted, switch)
    assert scripted.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    scripted.keyboard.press("Enter")
    assert switch.inner_text() == "Text: large"
    large = size_of_text(scripted)
    assert large > usual * 1.1
    scripted.keyboard.press("Space")
    assert switch.inner_text() == "Text: largest"
    assert size_of_text(scripted) > large
    scripted.reload()
    assert size_of_text(scripted) > large
    for path in PAGES.values():
        scripted.goto(f"{address}{path}")
        assert scripted.evaluate("document.documentElement.scrollWidth") <= 320, path
    scripted.get_by_role("button", name="Text:").click()
    scripted.goto(f"{address}{PAGES['brief']}")
    assert size_of_text(scripted) == usual


def test_larger_text_changes_nothing_in_print(scripted, address: str) -> None:
    scripted.emulate_media(media="print")
    scripted.goto(address)
    printed = size_of_text(scripted)
    scripted.evaluate("localStorage.setItem('digest-text', 'largest')")
    scripted.reload()
    assert size_of_text(scripted) == printed


def test_without_javascript_no_button_is_shown(plain, address: str) -> None:
    first_brief(plain, address)
    assert plain.locator("button").count() >= 3
    assert not any(button.is_visible() for button in plain.locator("button").all())
    assert plain.get_by_role("link", name="Share by mail").get_attribute("href").startswith("mailto:?subject=")


def test_a_brief_is_copied_as_text_with_its_sources(scripted, address: str) -> None:
    first_brief(scripted, address)
    scripted.get_by_role("button", name="Copy as text").click()
    scripted.get_by_role("status").get_by_text("Copied").wait_for()
    lines = scripted.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0] == scripted.locator("h1").inner_text()
    assert "Key points" in lines
    points = lines[lines.index("Key points") + 1 :]
    assert points[0].startswith("- ") or points[1].startswith("- ")
    assert "Sources" in lines
    assert lines[-1].startswith("https://example.org/repo/2024/06/18/")
    assert not any("paragraph" in line or "Copy" in line for line in lines)
    scripted.get_by_role("button", name="Copy link").click()
    scripted.wait_for_timeout(200)
    assert scripted.evaluate("navigator.clipboard.readText()") == lines[-1]


@pytest.mark.parametrize("kind", ["home", "edition", "brief", "transcript"])
def test_a_page_is_light_and_stays_in_its_place(scripted, address: str, kind: str) -> None:
    asked: list[str] = []
    scripted.on("request", lambda it: asked.append(it.url))
    scripted.goto(f"{address}{PAGES[kind]}")
    assert 1 < len(asked) <= 6
    sizes = []
    for url in asked:
        with urlopen(url) as answer:
            sizes.append(len(gzip.compress(answer.read())))
    assert sum(sizes) <= 30_000
    assert scripted.evaluate(SHIFT) == 0


def test_an_edition_prints_as_at_most_two_pages_without_anything_to_click(page, address: str) -> None:
    page.goto(f"{address}2024/06/18/")
    printed = page.pdf(prefer_css_page_size=True)
    assert 1 <= printed.count(b"/Type /Page\n") <= 2
    page.emulate_media(media="print")
    assert not page.locator("nav:visible, button:visible").count()
    page.goto(f"{address}{PAGES['brief']}")
    assert page.locator(".evidence").count() > 3
    assert not page.locator("nav:visible, button:visible, .tools:visible, .evidence:visible").count()


SET = """async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map((it) => it.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "caches": [], "workers": 0}


def test_no_page_sets_anything_or_asks_anybody_else(browser, address: str) -> None:
    # Without the policy, so that the pages themselves are looked at and not what a host forbids them.
    context = browser.new_context(bypass_csp=True)
    page, asked = context.new_page(), []
    context.on("request", lambda it: asked.append(it.url))
    for path in [*PAGES.values(), "2024/06/18/email.html", "feed.xml", "withdrawn/"]:
        page.goto(f"{address}{path}", wait_until="networkidle")
        for summary in page.locator("summary:visible").all():
            summary.click()
        if path != "feed.xml":
            assert page.evaluate(SET) == NOTHING, path
    page.goto(address)
    page.get_by_role("button", name="Appearance").click()
    assert page.evaluate(SET) == {**NOTHING, "local": ["digest-appearance"]}
    page.get_by_role("button", name="Appearance").click()
    page.get_by_role("button", name="Appearance").click()
    assert page.evaluate(SET) == NOTHING
    assert context.cookies() == []
    context.close()
    assert len(asked) > 30
    assert [url for url in asked if not url.startswith(address.removesuffix("repo/"))] == []
