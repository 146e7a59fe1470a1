"""Time the build of a site beside its peers, on briefs made up.

    python -m benchmarks.site [BRIEFS …] [--peers NAME …] [--runs N]

Whole processes, start-up included. Ours writes every page, feed, mail and JSON file; its search index is timed apart.
Every run of one is followed by one of each other; medians, and the most memory of any run.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.archive import CONFIG, change_brief, write_archive
from benchmarks.articles import made_articles
from benchmarks.peers import PEERS, Peer
from benchmarks.process import Run, run

DIGEST = [sys.executable, "-c", "from digest.cli import main; main()", "build", "-q"]
WITHOUT_SEARCH = CONFIG.replace("[digest]", "[{digest: {search: false}}]")
MOST_FOR_SLOW_PEERS = 1_000
"""Briefs that Material's blog is run with at most: at 10,000 it takes minutes."""
SMALLEST_FILE = 9_000
"""Bytes of a page, for the bare writing of files."""


class Ours:
    """The site of an archive, built by `digest build`."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder, self._count, self._added = folder, count, 0
        write_archive(folder, count)
        (folder / "mkdocs.yml").write_text(WITHOUT_SEARCH, "utf-8")

    def build(self) -> Run:
        """As it is."""
        return run(DIGEST, folder=self._folder)

    def cold(self) -> Run:
        """From the briefs alone."""
        shutil.rmtree(self._folder / "site", ignore_errors=True)
        shutil.rmtree(self._folder / ".cache", ignore_errors=True)
        return self.build()

    def after_a_change(self) -> Run:
        """After the words of one brief changed."""
        change_brief(self._folder, self._count // 2 + self._added)
        self._added += 1
        return self.build()

    def after_an_addition(self) -> Run:
        """After one brief was added, the newest."""
        write_archive(self._folder, self._count + 1, first=self._count)
        (self._folder / "mkdocs.yml").write_text(WITHOUT_SEARCH, "utf-8")
        self._count += 1
        return self.build()

    def search_index(self) -> Run:
        """What an index of all pages takes by itself."""
        (self._folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
        self.build()
        shutil.rmtree(self._folder / "site" / "pagefind")
        found = self.build()
        (self._folder / "mkdocs.yml").write_text(WITHOUT_SEARCH, "utf-8")
        return found


class Theirs:
    """The site of the same briefs, built by a peer."""

    def __init__(self, peer: Peer, folder: Path, count: int) -> None:
        self._peer, self._folder = peer, folder
        folder.mkdir()
        peer.prepare(folder)
        peer.write_briefs(folder, range(count), of=count)

    def cold(self) -> Run:
        """From the briefs alone."""
        for built in ("public", "site", "output", "resources", "cache", "__pycache__"):
            shutil.rmtree(self._folder / built, ignore_errors=True)
        return run(self._peer.command, folder=self._folder)

    def again(self) -> Run:
        """Over the site of the last run, as after a change."""
        return run(self._peer.command, folder=self._folder)


def bare_writing(folder: Path, count: int) -> Run:
    """The writing of so many files, and nothing else."""
    script = (
        "import os, sys\nfor number in range(int(sys.argv[1])):\n    os.makedirs(f'{sys.argv[2]}/{number}')\n"
        f"    open(f'{{sys.argv[2]}}/{{number}}/index.html', 'wb').write(b'x' * {SMALLEST_FILE})"
    )
    shutil.rmtree(folder, ignore_errors=True)
    return run([sys.executable, "-c", script, str(count), str(folder)])


def from_articles(folder: Path, count: int) -> Run:
    """A site from raw articles alone."""
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for article in made_articles(count):
        (articles / f"{article.number}.txt").write_text(article.text, "utf-8")
    (folder / "mkdocs.yml").write_text(WITHOUT_SEARCH, "utf-8")
    return run(DIGEST, folder=folder)


def measure(count: int, peers: list[Peer], runs: int) -> None:
    """Print the figures of an archive of this size."""
    folder = Path(tempfile.mkdtemp())
    try:
        ours = Ours(folder / "ours", count)
        tasks: dict[str, Callable[[], Run]] = {
            "bare writing of the pages": lambda: bare_writing(folder / "bare", count),
            "digest, cold": ours.cold,
            "digest, nothing changed": ours.build,
            "digest, one brief changed": ours.after_a_change,
            "digest, one brief added": ours.after_an_addition,
        }
        for peer in peers:
            theirs = Theirs(peer, folder / peer.name, count)
            tasks[f"{peer.name}, cold"] = theirs.cold
            tasks[f"{peer.name}, one changed"] = theirs.again
        found: dict[str, list[Run]] = {name: [] for name in tasks}
        for _ in range(runs):
            for name, task in tasks.items():
                found[name].append(task())
        if find_spec("pagefind_bin"):
            found["digest, search index alone"] = [ours.search_index()]
        found["digest, from articles"] = [from_articles(folder / "articles", count)]
        print(f"\n{count} briefs")
        for name, of_it in found.items():
            print(f"  {name:32} {median(it.seconds for it in of_it):8.2f} s {max(it.peak for it in of_it):7.0f} MiB")
    finally:
        shutil.rmtree(folder)


def main(arguments: list[str]) -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description="Time the build of a site beside its peers.")
    parser.add_argument("briefs", nargs="*", type=int, default=[100, 1_000])
    parser.add_argument(
        "--peers", nargs="*", default=[peer.name for peer in PEERS], help="by their names; none: no name"
    )
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args(arguments)
    for count in asked.briefs:
        peers = [peer for peer in PEERS if peer.name in asked.peers and peer.is_here]
        slow = {"Material’s blog"} if count > MOST_FOR_SLOW_PEERS else set()
        measure(count, [peer for peer in peers if peer.name not in slow], asked.runs)


if __name__ == "__main__":
    main(sys.argv[1:])
