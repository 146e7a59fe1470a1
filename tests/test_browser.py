"""The site in a real browser: by keyboard, without JavaScript, on a phone, in the dark, under a sub-path."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli import main

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
if not CHROMIUM and os.environ.get("DIGEST_BROWSER_REQUIRED"):
    pytest.fail("these tests must run here, and there is no Chromium", pytrace=False)
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine; Debian has it as the package chromium"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # the local server's sockets, closed by its threads
]
SAMPLE = Path(__file__).parents[1]
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
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(UnderRepo, directory=str(folder / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(params=[True, False], ids=["JavaScript", "no JavaScript"])
def page(browser, request: pytest.FixtureRequest, address: str) -> Iterator:
    context = browser.new_context(java_script_enabled=request.param)
    opened = context.new_page()
    strangers = []
    opened.on("request", lambda it: strangers.append(it.url) if not it.url.startswith(address) else None)
    yield opened
    context.close()
    assert strangers == []


def press_until(page, locator, key: str = "Tab") -> None:
    for _ in range(80):
        page.keyboard.press(key)
        if locator.and_(page.locator(":focus")).count():
            return
    pytest.fail(f"{locator} is never reached by {key}")


def test_from_home_to_a_source_sentence_by_keyboard(page, address: str) -> None:
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


def test_each_page_has_one_headline_and_the_landmarks(page, address: str) -> None:
    for path in (
        "",
        "about/",
        "archive/",
        "2024/",
        "2024/06/",
        "2024/06/18/",
        "2024/w25/",
        "people/",
        "people/ada-quill/",
        "topics/",
        "undated/",
    ):
        assert page.goto(f"{address}{path}").status == 200
        assert page.locator("h1").count() == 1, path
        assert page.locator("header, main, footer, nav").count() >= 4, path


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
