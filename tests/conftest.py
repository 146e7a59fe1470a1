"""What the tests share: a content folder, a site to build, and hypothesis' pace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from digest.cli import main

settings.register_profile("quick", max_examples=60, deadline=None)
settings.load_profile("quick")

ARTICLE = """\
Northmoor council backs tidal gate by three votes
By Wren Castellane
Published 9:10 AM GMT, Tue June 18, 2024

NORTHMOOR — Northmoor’s town council voted on Monday to build a tidal gate across the mouth of the River Senn, ending a debate of eleven years.

The steel barrier will cost £48.2 million and protect about 1,300 households behind the old sea wall. Fishing crews fear that closures will trap their boats.

“We have mopped the same kitchens four times in ten years,” said Ada Quill, the mayor of Northmoor, after the vote.

The council will raise £30 million through a bond this autumn. Contractors may bid from September, and construction is expected to start in March 2025.
"""
CONFIG = (
    "site_name: Morning\nsite_url: https://example.org/repo/\ndocs_dir: content\ntheme: digest\nplugins: [digest]\n"
)


class Site:
    """A site in a folder of its own, driven by the command line as a user would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.articles = self.content / "articles"
        self.briefs = self.content / "briefs"
        self.built = folder / "site"
        self.articles.mkdir(parents=True)
        self.config = folder / "mkdocs.yml"
        self.config.write_text(CONFIG, "utf-8")

    def article(self, name: str, text: str = ARTICLE) -> Path:
        path = self.articles / name
        path.write_text(text, "utf-8")
        return path

    def run(self, *arguments: str, input: str | bytes | None = None) -> Result:  # noqa: A002  # click's name
        return CliRunner().invoke(main, list(arguments), input=input, catch_exceptions=False)

    def build(self, *arguments: str) -> Result:
        return self.run("build", "-f", str(self.config), *arguments)

    def brief(self) -> Path:
        (path,) = [path for path in self.briefs.rglob("*.md") if not path.name.endswith(".new.md")]
        return path

    def tree(self) -> dict[str, bytes]:
        files = (path for path in self.built.rglob("*") if path.is_file())
        return {path.relative_to(self.built).as_posix(): path.read_bytes() for path in sorted(files)}

    def addresses(self) -> set[str]:
        """Where there is a file, but for those of the search's index, which are named by what is in them."""
        return {name for name in self.tree() if not name.startswith("pagefind/")}

    def steady(self) -> dict[str, bytes]:
        """The files that are the same at every build: all but those in which Pagefind lists filters in any order."""
        changing = (".pf_filter", ".pf_meta", "pagefind-entry.json")
        return {name: data for name, data in self.tree().items() if not name.endswith(changing)}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = Site(tmp_path / "site")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One site of all hostile cases, without a search, whose index is made by another program."""
    from tests.hostile.site import build_hostile

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("digest.site.issue.find_pagefind", lambda: None)
        return build_hostile(tmp_path_factory.mktemp("hostile") / "site")


@pytest.fixture
def edited() -> Callable[[Path, str, str], str]:
    """Change a file as an editor would, and give its text."""

    def edit(path: Path, old: str, new: str) -> str:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path.read_text("utf-8")

    return edit
