"""Time `digest build` beside plain `mkdocs build` on the same Markdown.

    python -m benchmarks.build [BRIEFS …]

Medians of five alternating runs, whole process, with the peak memory of a build from articles.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.articles import made_articles
from benchmarks.process import Run, run

RUNS = 5
DIGEST = [sys.executable, "-c", "from digest.cli import main; main()", "build", "-q"]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "-q"]
CONFIG = "site_name: Benchmark\ndocs_dir: content\ntheme: digest\nplugins: [digest]\n"
PEER = "site_name: Benchmark\ndocs_dir: content/briefs\nplugins: []\nvalidation: {nav: {omitted_files: ignore}}\nnav: [index.md]\n"


def write_articles(folder: Path, count: int) -> None:
    """Write so many made-up articles, a file each."""
    folder.mkdir(parents=True)
    for article in made_articles(count):
        (folder / f"{article.number}.txt").write_text(article.text, "utf-8")


def built(command: list[str], folder: Path, config: str) -> Run:
    """One whole build under this configuration."""
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return run(command, folder=folder)


def main(*counts: str) -> None:
    """Print a table, a line for each size."""
    print(
        f"{'briefs':>8} {'from articles':>14} {'nothing changed':>16} {'plain MkDocs':>13} {'ratio':>6} {'peak MiB':>9}"
    )
    for count in map(int, counts or ("100", "400")):
        folder = Path(tempfile.mkdtemp())
        try:
            write_articles(folder / "content" / "articles", count)
            cold, again, peer = [], [], []
            for _ in range(RUNS):
                shutil.rmtree(folder / "content" / "briefs", ignore_errors=True)
                cold.append(built(DIGEST, folder, CONFIG))
                again.append(built(DIGEST, folder, CONFIG))
                (folder / "content" / "briefs" / "index.md").write_text("# Home\n", "utf-8")
                peer.append(built(MKDOCS, folder, PEER))
            figures = [median(it.seconds for it in runs) for runs in (cold, again, peer)]
            peak = max(it.peak for it in cold)
            print(
                f"{count:8} {figures[0]:13.2f}s {figures[1]:15.2f}s {figures[2]:12.2f}s {figures[1] / figures[2]:6.2f} {peak:9.0f}"
            )
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
