"""A build that does only what changed gives, byte for byte, what a clean build gives, whatever happened before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from digest.site import issue
from tests.conftest import CONFIG, Site

START = datetime(2026, 6, 5, 12, tzinfo=timezone.utc)
PEOPLE = ["Ada Quill", "Jonas Lind", "Wren Castellane"]
TOPICS = ["tidal gate", "ferry", "budget", "Northmoor"]


class Desk:
    """Somebody who works on a digest: each method is a thing that happens to a site."""

    def __init__(self, site: Site, seed: int) -> None:
        self.site, self.chance, self.now = site, Random(seed), START
        self.made = 0
        site.briefs.mkdir(exist_ok=True)

    def brief(self) -> Path | None:
        return self.chance.choice(sorted(self.site.briefs.glob("*.md")) or [None])

    def add(self) -> None:
        self.made += 1
        self._write(self.site.briefs / f"brief-{self.made}.md")

    def add_many(self) -> None:
        for _ in range(18):
            self.add()

    def _write(self, path: Path, fields: str = "") -> None:
        chance = self.chance
        day = (START - timedelta(days=chance.randint(0, 40))).date() if chance.random() < 0.9 else None
        names = ", ".join(f'{{name: "{name}"}}' for name in chance.sample(PEOPLE, chance.randint(0, 2)))
        tags = ", ".join(f'"{tag}"' for tag in chance.sample(TOPICS, chance.randint(0, 3)))
        link = f"See [the other](brief-{chance.randint(1, 5)}.md)." if chance.random() < 0.3 else ""
        path.write_text(
            f'---\ntitle: "Title {chance.randint(1, 99)} & <b>"\nslug: "{path.stem}"\n'
            + (f'date: "{day}"\n' if day else "")
            + f'people: [{names}]\ntags: [{tags}]\nsources: [{{name: "The {chance.choice(TOPICS)} Gazette"}}]\n{fields}---\n\n'
            + f"It was said {chance.randint(1, 99)} times.[^1]\n\n## Quotes\n\n> “Yes”\n>\n> — {chance.choice(PEOPLE)}[^1]\n\n"
            + f"{link}\n\n[^1]: “So it was.” (The Gazette, paragraph 1)\n",
            "utf-8",
        )

    def edit(self) -> None:
        if path := self.brief():
            self._write(path)

    def _set(self, fields: str) -> None:
        if path := self.brief():
            self._write(path, fields)

    def make_a_draft(self) -> None:
        self._set('review: "draft"\n')

    def approve(self) -> None:
        self._set('review: "approved"\nreviewed: {at: "2026-06-01", by: "Ada Quill"}\n')

    def put_under_embargo(self) -> None:
        self._set(f'embargo: "{(self.now + timedelta(hours=3)).isoformat()}"\n')

    def let_expire(self) -> None:
        self._set(f'expires: "{(self.now + timedelta(hours=3)).isoformat()}"\n')

    def correct(self) -> None:
        self._set('corrections: [{date: "2026-06-02", wrong: "ten", right: "two"}]\n')

    def withdraw(self) -> None:
        self._set('withdrawn: {date: "2026-06-03", why: "It was about another town."}\n')

    def label(self) -> None:
        self._set(f'genres: ["{self.chance.choice(["Opinion", "Review", "Long read"])}"]\n')

    def move(self) -> None:
        self._set('aliases: ["/2020/01/01/earlier/"]\n')

    def wait(self) -> None:
        self.now += timedelta(hours=self.chance.randint(1, 6))

    def set_the_clock_back(self) -> None:
        self.now -= timedelta(hours=8)

    def delete(self) -> None:
        if path := self.brief():
            path.unlink()

    def rename(self) -> None:
        if path := self.brief():
            path.rename(path.with_name(f"renamed-{path.name}"))

    def configure(self) -> None:
        self.site.config.write_text(f"{CONFIG}site_description: No {self.chance.randint(1, 9)}\n", "utf-8")

    def add_a_page(self) -> None:
        linked = self.brief()
        (self.site.content / "imprint.md").write_text(
            f"# Imprint\n\n{f'[brief](briefs/{linked.name})' if linked else 'We.'}\n", "utf-8"
        )

    def replace_our_page(self) -> None:
        (self.site.content / "about.md").write_text("# About us\n\nWe.\n", "utf-8")

    def override_a_template(self) -> None:
        theme = self.site.folder / "theme" / "pages"
        theme.mkdir(parents=True, exist_ok=True)
        (theme / "withdrawn.html").write_text(f"Gone {self.chance.randint(1, 9)}.", "utf-8")
        self.site.config.write_text(
            CONFIG.replace("theme: digest", "theme: {name: digest, custom_dir: theme}"), "utf-8"
        )

    def delete_a_page_of_the_site(self) -> None:
        if pages := sorted(self.site.built.rglob("*.html")):
            self.chance.choice(pages).unlink()

    def change_a_file_of_the_site(self) -> None:
        if pages := sorted(self.site.built.rglob("*.*")):
            page = self.chance.choice(pages)
            if page.is_file():
                page.write_text("not ours", "utf-8")

    def delete_a_folder_of_the_site(self) -> None:
        shutil.rmtree(self.site.built / "people", ignore_errors=True)

    def leave_strangers_in_the_site(self) -> None:
        if self.site.built.exists():
            for folder in (self.site.built, self.site.built / "archive", self.site.built / "2020" / "other"):
                folder.mkdir(parents=True, exist_ok=True)
                (folder / "stranger.html").write_text("x", "utf-8")

    def lose_the_cache(self) -> None:
        shutil.rmtree(self.site.folder / ".cache", ignore_errors=True)

    def damage_the_cache(self) -> None:
        for path in sorted((self.site.folder / ".cache").rglob("*.tsv")):
            data = bytearray(path.read_bytes())
            for _ in range(5):
                data[self.chance.randrange(len(data))] = self.chance.randrange(256)
            path.write_bytes(bytes(data[: self.chance.randrange(len(data) // 2, len(data) + 1)]))


HAPPENINGS: dict[str, Callable[[Desk], None]] = {
    name: method for name, method in vars(Desk).items() if not name.startswith("_") and name != "brief"
}


@pytest.fixture(autouse=True)
def _without_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issue, "find_pagefind", lambda: None)  # whose index is not the same twice


@settings(
    max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(sorted(HAPPENINGS)), min_size=4, max_size=9))
@example(1, ["add_many", "add_many", "add_many", "add", "delete"])
@example(2, ["add_many", "put_under_embargo", "wait", "let_expire", "wait", "set_the_clock_back"])
@example(3, ["add_many", "correct", "label", "withdraw", "move", "make_a_draft", "approve"])
@example(4, ["add", "delete_a_page_of_the_site", "change_a_file_of_the_site", "leave_strangers_in_the_site", "delete"])
@example(5, ["add_many", "damage_the_cache", "edit", "lose_the_cache", "rename", "delete_a_folder_of_the_site"])
@example(6, ["add", "add_a_page", "replace_our_page", "delete", "override_a_template", "withdraw", "configure"])
def test_any_history_ends_in_what_a_clean_build_gives(
    tmp_path_factory: pytest.TempPathFactory, seed: int, happenings: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    desk = Desk(Site(folder / "site"), seed)
    for number, happening in enumerate(happenings):
        HAPPENINGS[happening](desk)
        result = desk.site.build("-q", "--now", desk.now.isoformat())
        clean = folder / f"clean-{number}"
        shutil.copytree(desk.site.folder, clean, ignore=shutil.ignore_patterns("site", ".cache"))
        other = Site.__new__(Site)
        other.built, other.config = clean / "site", clean / "mkdocs.yml"
        fresh = other.build("-q", "--now", desk.now.isoformat())
        assert result.exit_code == fresh.exit_code == 0
        ours, theirs = desk.site.tree(), other.tree()
        assert sorted(ours.keys() ^ theirs.keys()) == [], happening
        assert [name for name in ours if ours[name] != theirs[name]] == [], happening
