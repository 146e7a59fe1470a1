"""Time `digest extract` on one core, beside summarisers that choose sentences.

    python -m benchmarks.extract [DATA.jsonl] [--articles COUNT …] [--words LENGTH …] [--runs RUNS]

Two tables: how speed and memory change with the number of articles, and how the cost of one
article grows with its length. The articles are made up, the same every time; those of the first
table are taken from DATA.jsonl where it is given, over and over until there are enough.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.articles import made_articles
from benchmarks.process import Run, keep_to_one_core, run

ARTICLES = (200, 2_000, 20_000)
WORDS = (100, 300, 1_000, 3_000, 5_000, 10_000, 50_000)
RUNS = 3
REFERENCE = 1_000
"""The length, in words, whose cost a word the other lengths' is held against."""
TOTAL, PEERS_TOTAL = 200_000, 20_000
"""Words in all articles of one length: many short ones or a few long ones."""
PEERS_LONGEST = 5_000
"""Words; longer articles would take a peer minutes."""
PEERS = ("sumy LexRank", "sumy TextRank", "summa TextRank")
STATED = ("title", "text", "published", "language")
DIGEST = [sys.executable, "-c", "from digest.cli import main; main()", "extract"]
ROOT = Path(__file__).parents[1]

Document = Mapping[str, Any]


def made_documents(articles: int, *, words: int | None = None) -> Iterator[Document]:
    """Made-up articles as documents."""
    return ({"id": str(it.number), "text": it.text} for it in made_articles(articles, words=words))


def documents_of(data: Path) -> Iterator[Document]:
    """The documents of a file without end, over and over, numbered anew and without their gold."""
    number = 0
    while True:
        begun_with = number
        with data.open(encoding="utf-8") as lines:
            for document in (json.loads(line) for line in lines if line.strip()):
                yield {"id": str(number)} | {name: document[name] for name in STATED if name in document}
                number += 1
        if number == begun_with:
            sys.exit(f"{data}: no documents")


def write(documents: Iterable[Document], path: Path) -> tuple[int, int]:
    """Write documents as JSON Lines; how many, and how many words they have together."""
    articles = words = 0
    with path.open("w", encoding="utf-8") as lines:
        for document in documents:
            lines.write(json.dumps(document, ensure_ascii=False) + "\n")
            articles, words = articles + 1, words + len(document["text"].split())
    return articles, words


def digest(path: Path) -> Run:
    """One run of `digest extract`, as a user starts it."""
    return run([*DIGEST, str(path)], folder=ROOT)


def peer(name: str, path: Path) -> Run:
    """One run of a peer, whose seconds are those that it chooses sentences in."""
    made = run([sys.executable, "-m", "benchmarks.peer", name, str(path)], folder=ROOT, keep_output=True)
    return replace(made, seconds=float(made.output))


def medians(systems: Mapping[str, Callable[[], Run]], runs: int) -> dict[str, Run]:
    """What each system takes; the runs alternate, so that what slows the machine for a while slows all."""
    made = [{name: system() for name, system in systems.items()} for _ in range(runs)]
    return {
        name: Run(median(each[name].seconds for each in made), median(each[name].peak for each in made), "")
        for name in systems
    }


def print_speeds(counts: Sequence[int], data: Path | None, runs: int, folder: Path) -> None:
    """A line for each number of articles; the peers have one for the smallest number, which tells for all."""
    print(
        f"{'':14}{'articles':>9}{'words':>12}{'articles/s':>12}{'peak MiB':>10}" + _columns(f"× {it}" for it in PEERS)
    )
    path = folder / "articles.jsonl"
    speeds: dict[str, float] = {}
    for number in sorted(counts):
        documents = islice(documents_of(data), number) if data else made_documents(number)
        articles, words = write(documents, path)
        systems: dict[str, Callable[[], Run]] = {"digest": partial(digest, path)}
        if not speeds:
            systems |= {name: partial(peer, name, path) for name in PEERS}
        taken = medians(systems, runs)
        for name in systems.keys() - {"digest"}:
            speeds[name] = articles / taken[name].seconds
        for name, it in taken.items():
            speed = articles / it.seconds
            ratios = _columns(f"{speed / speeds[other]:.2f}" for other in PEERS) if name == "digest" else ""
            print(f"{name:14}{articles:9,}{words:12,}{speed:12.1f}{it.peak:10.0f}{ratios}")


def print_costs(lengths: Sequence[int], runs: int, folder: Path) -> None:
    """A line for each length and system; start-up is left out, and the reference comes first."""
    print(f"{'':14}{'words':>9}{'ms/article':>12}{'µs/word':>10}{f'of {REFERENCE:,}':>10}{'peak MiB':>10}")
    many, few, none = (folder / f"{name}.jsonl" for name in ("many", "few", "none"))
    write([], none)
    reference: dict[str, float] = {}
    for length in (REFERENCE, *sorted(set(lengths) - {REFERENCE})):
        sizes = {"digest": write(made_documents(max(1, TOTAL // length), words=length), many)}
        systems: dict[str, Callable[[], Run]] = {"start-up": partial(digest, none), "digest": partial(digest, many)}
        if length <= PEERS_LONGEST:
            size = write(made_documents(max(1, PEERS_TOTAL // length), words=length), few)
            systems |= {name: partial(peer, name, few) for name in PEERS}
            sizes |= dict.fromkeys(PEERS, size)
        taken = medians(systems, runs)
        for name, (articles, words) in sizes.items():
            cost = taken[name].seconds - (taken["start-up"].seconds if name == "digest" else 0)
            a_word = cost / words
            ratio = a_word / reference.setdefault(name, a_word)
            print(
                f"{name:14}{words / articles:9,.0f}{1e3 * cost / articles:12.1f}{1e6 * a_word:10.1f}{ratio:10.2f}"
                f"{taken[name].peak:10.0f}"
            )


def _columns(cells: Iterable[str]) -> str:
    return "".join(f"{cell:>17}" for cell in cells)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extract", description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA.jsonl", help="articles for the first table")
    parser.add_argument("--articles", nargs="+", type=int, default=ARTICLES, metavar="COUNT")
    parser.add_argument("--words", nargs="*", type=int, default=WORDS, metavar="LENGTH")
    parser.add_argument("--runs", type=int, default=RUNS)
    asked = parser.parse_args()
    if asked.data and not asked.data.is_file():
        parser.error(f"{asked.data}: no such file")
    # Threads that share one core, and the peers' small matrices, lose more than they gain.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    print(f"Medians of {asked.runs} alternating runs{', on one core' if keep_to_one_core() else ''}.")
    print(
        "digest does all that `digest extract` does: furniture, sentences, key points, quotes, names, dates, figures."
    )
    print("The peers choose three sentences and do nothing else; the sentences are split by digest.")
    with tempfile.TemporaryDirectory() as folder:
        print(
            f"\nArticles {f'from {asked.data}' if asked.data else 'made up'}; digest with its start-up, the peers without:\n"
        )
        print_speeds(asked.articles, asked.data, asked.runs, Path(folder))
        print(
            f"\nArticles of one length, all without start-up; the cost of a word beside that at {REFERENCE:,} words:\n"
        )
        print_costs(asked.words, asked.runs, Path(folder))


if __name__ == "__main__":
    main()
