"""What many pages show is printed once, and says on each of them what it would say if it were printed there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from jinja2 import DictLoader, Environment

from digest import fragments
from digest.fragments import Remember
from tests.conftest import ARTICLE, CONFIG, Site


def test_a_fragment_is_printed_once_for_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments, "_AT_HAND", 3)
    environment = Environment(extensions=[Remember], autoescape=True)
    printed: list[str] = []
    template = environment.from_string(
        "{% remember name, 1 %}{{ say(name) }}{% endremember %}{% remember 1 %}, of {{ say('all') }}{% endremember %}"
    )

    def show(name: str) -> str:
        return template.render(name=name, say=lambda it: printed.append(it) or it)

    assert [show(it) for it in ("<a>", "b", "<a>")] == ["&lt;a&gt;, of all", "b, of all", "&lt;a&gt;, of all"]
    assert printed == ["<a>", "all", "b"]
    assert [show(it) for it in ("c", "c", "b")] == ["c, of all", "c, of all", "b, of all"]
    assert printed[3:] == ["c", "all", "b"]  # for which the others were forgotten


def test_processes_that_read_the_templates_in_different_orders_share_what_they_printed() -> None:
    kept: dict[str, Sequence[str]] = {}
    printed: list[str] = []

    def environment() -> Environment:
        made = Environment(
            loader=DictLoader({it: f"{{% remember 1 %}}{{{{ say('{it}') }}}}{{% endremember %}}" for it in "ab"}),
            extensions=[Remember],
        )
        remember = made.extensions[Remember.identifier]
        assert isinstance(remember, Remember)
        remember.keep = lambda name, make: kept[name] if name in kept else kept.setdefault(name, make())
        return made

    for order in ("ab", "ba"):
        here = environment()
        for name in order:
            assert here.get_template(name).render(say=lambda it: printed.append(it) or it) == name
    assert printed == ["a", "b"]


@pytest.mark.parametrize("addresses", ["true", "false"])
def test_what_is_remembered_is_what_would_be_printed(
    site: Site, monkeypatch: pytest.MonkeyPatch, addresses: str
) -> None:
    """With pages of the site's own in and below the folders that the frame of every page links to."""
    for number in range(3):
        site.article(f"{number}.txt", ARTICLE.replace("three votes", f"{number + 3} votes"))
    site.article("other.txt", ARTICLE.replace("June 18", "June 19").replace("tidal gate", "sea wall"))
    for name in ("ice", "js", "people", "archive/js", "2024/06", "css/digest/more"):
        path = site.content / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Of {name}\n\nWords.\n", "utf-8")
    (site.content / "css" / "own.css").write_text("", "utf-8")
    nav = f"use_directory_urls: {addresses}\nnav: [archive/js.md, 2024/06.md, css/digest/more.md, {{More: [people.md]}}]\n"
    more = "extra_css: [css/own.css]\nplugins: [{digest: {search: false, cards: false}}]\n"
    site.config.write_text(CONFIG.replace("plugins: [digest]\n", more) + nav, "utf-8")
    assert site.build().exit_code == 0
    remembered = site.tree()
    monkeypatch.setattr(Remember, "_printed", lambda self, place, values, caller: caller())
    (site.folder / ".cache").rename(site.folder / "other")
    assert site.build().exit_code == 0
    assert remembered == site.tree()
