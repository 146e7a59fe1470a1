"""Peers, other site generators on the same briefs: how each is given them, and started.

Each writes a page for every brief. Hugo, Pelican and Material's blog also write a page for every tag; plain MkDocs
writes the pages alone.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.archive import made_brief
from digest.brief import Brief
from digest.markdown import render_body
from digest.text.yaml_writing import dump_mapping

_PAGE = "<!doctype html>\n<html lang=en>\n<title>{title}</title>\n<h1>{title}</h1>\n{content}\n</html>\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """A site generator."""

    name: str
    command: tuple[str, ...]
    posts: str
    """The folder of the briefs' files, below the site's."""
    prepare: Callable[[Path], None]
    """Writes what else it needs into the site's folder."""

    @property
    def is_here(self) -> bool:
        """Whether it is installed."""
        program = self.command[0]
        return shutil.which(program) is not None and (
            program != sys.executable or find_spec(self.command[2]) is not None
        )

    def write_briefs(self, folder: Path, numbers: Sequence[int], *, of: int) -> None:
        """Write briefs as the peer reads them."""
        posts = folder / self.posts
        posts.mkdir(parents=True, exist_ok=True)
        for number in numbers:
            made = made_brief(number, of=of)
            (posts / f"{made.name}.md").write_text(f"---\n{_fields(made.brief)}---\n{render_body(made.brief)}", "utf-8")


def _fields(brief: Brief) -> str:
    """Front matter as site generators read it; Material's blog wants a date without quotation marks."""
    facts = brief.front_matter
    written = dump_mapping(
        {
            "title": facts.title,
            "date": facts.date,
            "slug": facts.slug,
            "description": facts.description,
            "categories": list(facts.categories),
            "tags": [*facts.tags, *facts.places, *facts.organisations, *(person.name for person in facts.people)],
        }
    )
    return written.replace(f'date: "{facts.date}"', f"date: {facts.date}")


def _prepare_hugo(folder: Path) -> None:
    (folder / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "Benchmark"\npaginate = 50\n'
        '[permalinks]\nposts = "/:year/:month/:day/:slug/"\n[taxonomies]\ncategory = "categories"\ntag = "tags"\n'
    )
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    page = _PAGE.replace("{title}", "{{ .Title }}")
    listed = '<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
    (layouts / "single.html").write_text(page.replace("{content}", "{{ .Content }}"))
    for name in ("list.html", "terms.html"):
        (layouts / name).write_text(page.replace("{content}", listed))


def _prepare_mkdocs(folder: Path) -> None:
    theme = folder / "theme"
    theme.mkdir()
    page = _PAGE.replace("{title}", "{{ page.title }}").replace("{content}", "{{ page.content }}")
    (theme / "main.html").write_text(page)
    (folder / "mkdocs.yml").write_text(
        "site_name: Benchmark\ntheme: {name: null, custom_dir: theme}\nplugins: []\nnav: [index.md]\n"
        "validation: {nav: {omitted_files: ignore}}\n"
    )
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Benchmark\n")


def _prepare_material(folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "tags.md").write_text("# Tags\n\n<!-- material/tags -->\n")
    (folder / "docs" / "blog").mkdir()
    (folder / "docs" / "blog" / "index.md").write_text("# Blog\n")
    (folder / "mkdocs.yml").write_text(
        "site_name: Benchmark\nsite_url: https://example.org/\ntheme: material\nplugins: [blog, tags, search]\n"
    )


def _prepare_pelican(folder: Path) -> None:
    (folder / "pelicanconf.py").write_text(
        "SITENAME = 'Benchmark'\nSITEURL = 'https://example.org'\nPATH = 'content'\nDEFAULT_PAGINATION = 50\n"
        "ARTICLE_SAVE_AS = '{date:%Y}/{date:%m}/{date:%d}/{slug}/index.html'\nTIMEZONE = 'UTC'\n"
    )


PEERS = (
    Peer("Hugo", ("hugo", "--quiet", "--config", "hugo.toml"), "content/posts", _prepare_hugo),
    Peer("MkDocs, bare", (sys.executable, "-m", "mkdocs", "build", "-q"), "docs/briefs", _prepare_mkdocs),
    Peer("Material’s blog", (sys.executable, "-m", "mkdocs", "build", "-q"), "docs/blog/posts", _prepare_material),
    Peer("Pelican", (sys.executable, "-m", "pelican", "-q", "-s", "pelicanconf.py"), "content", _prepare_pelican),
)
