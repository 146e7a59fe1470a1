"""Time `digest build` beside plain `mkdocs build` on the same Markdown.

    python benchmarks/build.py [BRIEFS …]

Medians of five alternating runs, whole process, with the peak memory of each.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

RUNS = 5
SEED = 2024
DIGEST = [sys.executable, "-c", "from digest.cli import main; main()", "build", "-q"]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "-q"]
CONFIG = "site_name: Benchmark\ndocs_dir: content\ntheme: digest\nplugins: [digest]\n"
PEER = "site_name: Benchmark\ndocs_dir: content/briefs\nplugins: []\nvalidation: {nav: {omitted_files: ignore}}\nnav: [index.md]\n"

WHO = [
    "The council",
    "The harbour authority",
    "The union",
    "The ferry operator",
    "The mayor of Northmoor",
    "The school board",
]
DID = ["approved", "rejected", "postponed", "announced", "questioned", "published"]
WHAT = [
    "a plan for the old sea wall",
    "a rise in harbour dues",
    "the budget for next year",
    "a report on the winter floods",
]
HOW = [
    "after four hours of debate",
    "by three votes",
    "without giving reasons",
    "to the surprise of residents",
    "for the second time",
]


def write_articles(folder: Path, count: int) -> None:
    """Write articles of about 220 words, a dozen a day."""
    chance = random.Random(SEED)
    folder.mkdir(parents=True)

    def sentence() -> str:
        return f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(HOW)}, {chance.randint(2, 900)} people said."

    for number in range(count):
        day = date(2024, 1, 1) + timedelta(days=number // 12)
        paragraphs = [" ".join(sentence() for _ in range(3)) for _ in range(5)]
        paragraphs.insert(2, f"“We counted {number} of them on that day,” said Ada Quill, the mayor of Northmoor.")
        headline = f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}, case {number}"
        text = f"{headline}\nPublished {day:%B} {day.day}, {day.year}\n\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"{number}.txt").write_text(text, "utf-8")


def timed(command: list[str], folder: Path, config: str) -> float:
    """Seconds that a whole process takes."""
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True)
    return time.perf_counter() - begun


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
                cold.append(timed(DIGEST, folder, CONFIG))
                again.append(timed(DIGEST, folder, CONFIG))
                (folder / "content" / "briefs" / "index.md").write_text("# Home\n", "utf-8")
                peer.append(timed(MKDOCS, folder, PEER))
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            figures = [median(cold), median(again), median(peer)]
            print(
                f"{count:8} {figures[0]:13.2f}s {figures[1]:15.2f}s {figures[2]:12.2f}s {figures[1] / figures[2]:6.2f} {peak:9.0f}"
            )
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
