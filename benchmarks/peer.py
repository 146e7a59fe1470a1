"""Time what one peer takes to choose sentences of each document.

    python -m benchmarks.peer NAME DATA.jsonl

Prints the seconds; those that it takes to start and to read the documents are left out.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from evaluation.peers import load_peer

SENTENCES = 3


def main(name: str, data: str) -> None:
    """Print the seconds that the peer of this name takes for the documents of a file."""
    choose = load_peer(name)
    texts = [json.loads(line)["text"] for line in Path(data).read_text("utf-8").splitlines()]
    begun = time.perf_counter()
    for text in texts:
        choose(text, SENTENCES)
    print(time.perf_counter() - begun)


if __name__ == "__main__":
    main(*sys.argv[1:])
