"""The desk: a small site with all that an editor can lose, and a morning's changes to it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.conftest import ARTICLE, Site

NOW = "2026-06-10T12:00:00+00:00"
"""What every build takes for the present."""
CANARIES = ("kestrel", "heron")
"""Words of a draft and of a brief under embargo, which no reader may see."""

_CONFIG = """\
site_name: Morning
site_url: https://example.org/repo/
docs_dir: content
theme: digest
plugins: [{digest: {search: false, cards: false}}]
"""
_BY_HAND = '---\ntitle: "{title}"\ndate: "2024-06-1{day}"\n{fields}---\n\nThe {word} was seen at the quay.\n'


def open_desk(folder: Path) -> Site:
    """A site as it is before anything is built."""
    site = Site(folder)
    site.config.write_text(_CONFIG, "utf-8")
    for number, name in enumerate(("edited", "ferry", "gate", "restored")):
        site.article(f"{name}.txt", ARTICLE.replace("by three votes", f"by {number + 4} votes, with one {name}"))
    site.briefs.mkdir()
    held = 'embargo: "2030-01-01T00:01:00+00:00"\n'
    for day, (name, word, fields) in enumerate(
        (("draft", CANARIES[0], 'review: "draft"\n'), ("held", CANARIES[1], held), ("gone", "gull", ""))
    ):
        text = _BY_HAND.format(title=f"A {word}", day=day, fields=fields, word=word)
        (site.briefs / f"{name}.md").write_text(text, "utf-8")
    (site.content / "imprint.md").write_text("# Imprint\n\nWe are the *Morning*.\n", "utf-8")
    return site


def edit(site: Site) -> None:
    """Edit two briefs that were generated; one of them has a new draft beside it as soon as its article changes."""
    for name in ("edited", "restored"):
        _replace(_brief_of(site, name), "## Key points", "## What counts")
    _replace(site.articles / "restored.txt", "about 1,300 households", "about 1,400 households")


def change(site: Site) -> None:
    """What happens in a morning.

    The articles of an edited brief and of one as generated change, another edited brief is as generated again, one is
    withdrawn, one deleted, and an article is added.
    """
    for name in ("edited", "gate"):
        _replace(site.articles / f"{name}.txt", "£48.2 million", "£48.9 million")
    _replace(_brief_of(site, "restored"), "## What counts", "## Key points")
    _replace(_brief_of(site, "ferry"), "digest:", 'withdrawn: {date: "2026-06-03", why: "It was another."}\ndigest:')
    (site.briefs / "gone.md").unlink()
    site.article("new.txt", ARTICLE.replace("by three votes", "at last"))


def _brief_of(site: Site, name: str) -> Path:
    (path,) = [
        it
        for it in site.briefs.glob("*.md")
        if f"articles/{name}.txt" in it.read_text("utf-8") and not it.name.endswith(".new.md")
    ]
    return path


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too, by its path; a folder without files as a name with `/`."""
    found: dict[str, bytes] = {}
    for path, folders, names in os.walk(folder):
        below = os.path.relpath(path, folder)
        found |= {os.path.normpath(f"{below}/{name}"): Path(path, name).read_bytes() for name in names}
        if not folders and not names:
            found[f"{below}/"] = b""
    return found


def put_back(saved: Path, folder: Path) -> None:
    """Make a folder what it was when it was saved, times too."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(saved, folder, symlinks=True)
