"""Check, what `digest check` takes for briefs with their articles at hand, and again where nothing has changed.

    python -m benchmarks.check [ARTICLES …]

The articles are as long as news is, about 600 words, and each has its brief as generated. CPU time and memory are those
of all processes together; memory that they share counts once. Linux only, where the system tells of that.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.growth import Grown, watched, write_articles
from digest.settings import Settings
from digest.update import update_briefs

CHECK = [sys.executable, "-c", "from digest.cli import main; main()", "check", "-q"]


def measure(count: int) -> tuple[Grown, Grown]:
    """Check so many briefs, and check them again."""
    folder = Path(tempfile.mkdtemp())
    try:
        write_articles(folder, count)
        update_briefs(folder / "content", Settings())
        return watched(CHECK, folder), watched(CHECK, folder)
    finally:
        shutil.rmtree(folder)


def main(arguments: list[str]) -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description="Say what a check takes.")
    parser.add_argument("articles", nargs="*", type=int, default=[1_000, 2_000])
    print("  briefs    CPU s   ms a brief   peak MiB   CPU s again   peak MiB again")
    for count in parser.parse_args(arguments).articles:
        cold, again = measure(count)
        each = cold.seconds * 1000 / count
        print(f"{count:8} {cold.seconds:8.1f} {each:12.1f} {cold.peak:10.0f} {again.seconds:13.1f} {again.peak:16.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
