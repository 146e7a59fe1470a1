"""Hostile articles and briefs in a real browser: nothing of theirs runs, with the Content-Security-Policy and without it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from tests.conftest import Site
from tests.test_browser import UnderRepo, browser, pytestmark  # noqa: F401  # a fixture and the marks

CANARY = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "open", "print"]) window[name] = () => { window.ran.push(name); };
addEventListener("securitypolicyviolation", (event) => window.ran.push(event.violatedDirective + " " + event.blockedURI));
"""
HOVER = """
() => {
  const events = ["click", "mouseover", "mouseenter", "pointerenter", "focus", "toggle", "wheel", "error", "load"];
  for (const element of document.querySelectorAll("main *:not(:is(a, button), :is(a, button) *)"))
    for (const name of events) element.dispatchEvent(new Event(name));
  const links = [...document.querySelectorAll("[href], [src], [action], [formaction], [data]")];
  const odd = links.map((it) => it.href ?? it.src ?? it.action ?? it.data ?? "").map(String)
    .filter((it) => it && !/^(https?|mailto):/.test(it));
  const scripts = [...document.scripts].filter((it) => it.type != "application/ld+json").map((it) => it.src);
  const handlers = [...document.querySelectorAll("*")].flatMap((it) => [...it.attributes])
    .filter((it) => it.name.startsWith("on")).map((it) => it.name);
  const active = document.querySelectorAll("iframe, object, embed, base, style, form, svg, main link, main meta, main script");
  return {ran: window.ran, odd, scripts, handlers, active: [...active].map((it) => it.outerHTML.slice(0, 80))};
}
"""
"""Does what a reader may do, and tells what there is that could run or lead to no page."""


class WithoutPolicy(UnderRepo):
    """The same site from a host that sends no Content-Security-Policy."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Content-Security-Policy":
            super().send_header(keyword, value)


@pytest.fixture
def address(hostile_site: Site, host: type[UnderRepo]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(hostile_site.built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()
    server.server_close()


# More pages are looked at where nothing but the page itself is in the way of what would run.
@pytest.mark.parametrize(("host", "every"), [(UnderRepo, 8), (WithoutPolicy, 2)], ids=["with the policy", "without it"])
def test_nothing_of_an_article_runs(hostile_site: Site, browser, address: str, every: int) -> None:  # noqa: F811
    urls = [path.parent.relative_to(hostile_site.built).as_posix() for path in hostile_site.built.rglob("brief.json")]
    assert len(urls) > 850
    context = browser.new_context()
    context.add_init_script(CANARY)
    page = context.new_page()
    asked, dialogs, found = [], [], {}

    def route(it) -> None:
        if it.request.url.startswith(address):
            it.continue_()
        else:
            asked.append((page.url, it.request.url))
            it.abort()

    context.route(lambda url: not url.startswith(address), route)
    page.on("dialog", lambda it: (dialogs.append(it.message), it.dismiss()))
    context.on("page", lambda it: dialogs.append(f"a window: {it.url}"))
    for url in ("", "2024/06/18", "people", "topics", "archive", *sorted(urls)[::every]):
        page.goto(f"{address}{url}/" if url else address)
        seen = page.evaluate(HOVER)
        by_hand = "/case-" in url or "undated" in url
        pictures = [it for it in seen["ran"] if it.startswith("img-src ")] if by_hand else []
        scripts = [it for it in seen["scripts"] if it != f"{address}js/digest.js"]
        problems = [
            *(it for it in seen["ran"] if it not in pictures),
            *seen["odd"],
            *scripts,
            *seen["handlers"],
            *seen["active"],
        ]
        if problems:
            found[url] = problems
    context.close()
    assert found == {}
    assert dialogs == []
    # An editor may set a picture from elsewhere; an article may not.
    assert not [(place, url) for place, url in asked if "/case-" not in place]
