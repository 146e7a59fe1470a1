"""Growth, what `digest build` takes as an archive grows: of raw articles in number and in length, or of briefs.

    python -m benchmarks.growth [ARTICLES …] [--words LENGTH …]
    python -m benchmarks.growth --briefs BRIEFS …

Each size is built once from the articles alone; or from briefs, then with one changed, then with nothing changed. All
pages, feeds, mails and JSON files are included, the search's index, which another program makes, is not. CPU time and memory
are those of all processes together; memory that they share counts once. Linux only, where the system tells of that.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import change_brief, write_archive
from benchmarks.articles import made_articles
from benchmarks.site import DIGEST, WITHOUT_SEARCH

_PAUSE = 0.1
"""Seconds between two looks at the memory."""
_KIB_A_MIB = 1024


@dataclass(frozen=True, slots=True)
class Grown:
    """One build, or another command."""

    seconds: float
    """Of CPU time."""
    elapsed: float
    """Seconds by the clock."""
    peak: float
    """Most memory seen at one time, in MiB."""


def watched(command: Sequence[str], folder: Path) -> Grown:
    """Run a command in a site's folder, and look at its processes until they end."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder)
    peak = 0
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        peak = max(peak, sum(map(_memory_of, _family(process.pid))))
        time.sleep(_PAUSE)
    _, status, usage = ended
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Grown(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, peak / _KIB_A_MIB)


def _family(process: int) -> Iterator[int]:
    """A process and those that it has started."""
    yield process
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from _family(int(child))


def _memory_of(process: int) -> int:
    """In KiB, its share of what it has in common with others."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def write_articles(folder: Path, count: int, *, words: int | None = None) -> None:
    """Write so many articles, a file each, and the configuration of a site."""
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for article in made_articles(count, words=words):
        (articles / f"{article.number}.txt").write_text(article.text, "utf-8")
    (folder / "mkdocs.yml").write_text(WITHOUT_SEARCH, "utf-8")


def measure(count: int, words: int) -> Grown:
    """Build a site of so many articles of about so many words."""
    folder = Path(tempfile.mkdtemp())
    try:
        write_articles(folder, count, words=words)
        return watched(DIGEST, folder)
    finally:
        shutil.rmtree(folder)


def measure_briefs(count: int) -> Iterator[tuple[str, Grown]]:
    """Build a site of so many briefs, then with one changed, then with nothing changed."""
    folder = Path(tempfile.mkdtemp())
    try:
        write_archive(folder, count)
        (folder / "mkdocs.yml").write_text(WITHOUT_SEARCH, "utf-8")
        yield "cold", watched(DIGEST, folder)
        change_brief(folder, count // 2)
        yield "one changed", watched(DIGEST, folder)
        yield "nothing changed", watched(DIGEST, folder)
    finally:
        shutil.rmtree(folder)


def main(arguments: list[str]) -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description="Say what a build takes as an archive grows.")
    parser.add_argument("articles", nargs="*", type=int, default=[2_000, 5_000, 10_000])
    parser.add_argument("--words", nargs="*", type=int, default=[300, 1_200])
    parser.add_argument("--briefs", nargs="*", type=int, default=[], help="numbers of briefs, in place of articles")
    asked = parser.parse_args(arguments)
    if asked.briefs:
        print("  briefs                       CPU s   seconds   peak MiB")
        for count in asked.briefs:
            for step, grown in measure_briefs(count):
                print(f"{count:8} {step:20} {grown.seconds:13.1f} {grown.elapsed:9.1f} {grown.peak:10.0f}", flush=True)
        return
    print("articles   words    CPU s   ms an article   peak MiB   KiB an article more")
    for words in asked.words:
        least: tuple[int, float] | None = None
        for count in asked.articles:
            grown = measure(count, words)
            more = f"{(grown.peak - least[1]) * _KIB_A_MIB / (count - least[0]):10.1f}" if least else ""
            each = grown.seconds * 1000 / count
            print(f"{count:8} {words:7} {grown.seconds:8.1f} {each:15.1f} {grown.peak:10.0f} {more}", flush=True)
            least = least or (count, grown.peak)


if __name__ == "__main__":
    main(sys.argv[1:])
