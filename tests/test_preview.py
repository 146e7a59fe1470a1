"""The preview: a brief that was saved is shown at once, and the site is then what a whole build gives."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from time import monotonic, sleep
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build
from mkdocs.livereload import LiveReloadServer

from digest.site import preview, serving
from digest.site.host import load_site
from tests.conftest import ARTICLE, Site


class Served:
    """A site on MkDocs' own server, and how often all of it was built."""

    def __init__(self, site: Site) -> None:
        self.site, self.builds = site, 0
        config = load_site(site.config)
        self._plugins = config.plugins
        self._plugins.on_startup(command="serve", dirty=False)
        build(config)
        server = LiveReloadServer(self._build, "127.0.0.1", 0, config.site_dir, "/repo/", polling_interval=0.1)
        server.watch(config.docs_dir)
        self._server = self._plugins.on_serve(server, config=config, builder=self._build)
        self._thread = threading.Thread(target=self._server.serve, daemon=True)
        self._thread.start()
        while not self.builds:  # until the folder is watched
            (site.content / "imprint.md").write_text(f"# Imprint\n\n{monotonic()}\n", "utf-8")
            sleep(0.2)
        while self.builds != self._builds_before(0.5):
            pass
        self.builds = 0

    def _builds_before(self, pause: float) -> int:
        builds = self.builds
        sleep(pause)
        return builds

    def _build(self) -> None:
        build(load_site(self.site.config))
        self.builds += 1

    def page(self, url: str) -> str:
        with urlopen(f"http://127.0.0.1:{self._server.server_port}/repo/{url}") as answer:
            return answer.read().decode("utf-8")

    def shows(self, url: str, words: str) -> bool:
        """Whether a page comes to show these words."""
        end = monotonic() + 30
        while words not in self.page(url):
            if monotonic() > end:
                return False
            sleep(0.02)
        return True

    def close(self) -> None:
        self._server.shutdown(wait=True)
        self._thread.join()
        self._plugins.on_shutdown()


@pytest.fixture
def served(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Served]]:
    monkeypatch.setattr("digest.site.issue.find_pagefind", lambda: None)
    monkeypatch.setattr(preview, "PAUSE", 1.5)
    monkeypatch.setattr(preview, "SOON", 0)
    site.article("gate.txt")
    site.article("ferry.txt", ARTICLE.replace("backs tidal gate", "orders two ferries"))
    site.build()
    made: list[Served] = []

    def serve() -> Served:
        made.append(Served(site))
        return made[-1]

    yield serve
    for it in made:
        it.close()


def test_a_saved_brief_is_shown_before_all_else_is_built(site: Site, served: Callable[[], Served], edited) -> None:
    it = served()
    brief = next(site.briefs.glob("*gate*"))
    edited(brief, "council backs tidal gate by three votes", "council backs the gate")
    url = f"2024/06/18/{brief.stem.removeprefix('2024-06-18-')}/"
    assert it.shows(url, "Northmoor council backs the gate")
    assert it.builds == 0
    early = (site.built / url / "index.html").read_bytes()
    assert it.shows("2024/06/18/", "Northmoor council backs the gate")
    assert it.builds == 1
    assert (site.built / url / "index.html").read_bytes() == early
    previewed = site.tree()
    shutil.rmtree(site.built)
    shutil.rmtree(site.folder / ".cache")
    build(load_site(site.config))
    assert previewed == site.tree()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: ", 'review: "draft"\ndate: '),
        ('slug: "', 'slug: "other-'),
        ("people:", 'withdrawn: {date: "2024-06-19", why: "It was wrong."}\npeople:'),
    ],
)
def test_a_brief_of_which_more_changed_than_its_words_waits_for_the_whole_build(
    site: Site, served: Callable[[], Served], edited, old: str, new: str
) -> None:
    it = served()
    edited(next(site.briefs.glob("*gate*")), old, new)
    end = monotonic() + 30
    while it.builds == 0 and monotonic() < end:
        sleep(0.02)
    assert it.builds == 1


def test_a_brief_that_is_wrong_is_told_and_the_preview_goes_on(
    site: Site, served: Callable[[], Served], edited, caplog: pytest.LogCaptureFixture
) -> None:
    it = served()
    brief = next(site.briefs.glob("*gate*"))
    edited(brief, 'title: "', "title: [")
    end = monotonic() + 30
    while brief.name not in caplog.text and monotonic() < end:
        sleep(0.05)
    assert f"{brief.name}:3: not valid YAML" in caplog.text
    edited(brief, "title: [", 'title: "Mended. ')
    assert it.shows(f"2024/06/18/{brief.stem.removeprefix('2024-06-18-')}/", "Mended.")


def test_a_preview_follows_the_templates_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    monkeypatch.setattr(serving, "serve", lambda *_, **options: asked.update(options))
    assert site.run("serve", "-f", str(site.config)).exit_code == 0
    assert asked == {"open_in_browser": False, "watch_theme": True}
