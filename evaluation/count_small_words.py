"""Find the words that news prints with a small letter, for `digest/data/small_words.txt`.

    python -m evaluation.count_small_words FOLDER          prints how many there are
    python -m evaluation.count_small_words FOLDER --write  writes the list too

FOLDER holds JSON Lines files, one document a line, of which only `text` is read. A word counts that stands
with a small letter in `FEWEST` articles, and not much oftener with a capital inside a sentence.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from evaluation.count_documents import FILES

FEWEST = 3
_MOST_CAPITAL = 2
"""Articles with a capital to one with a small letter."""
WORDS = Path(__file__).parents[1] / "digest" / "data" / "small_words.txt"
_SMALL = re.compile(r"(?<![\w.’'-])[a-z]{2,}(?![\w’'-])")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?![\w-])")


def main(folder: str, *options: str) -> None:
    """Count, print, and write if asked to."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for name in FILES:
        for line in (Path(folder) / name).read_text("utf-8").splitlines():
            text = json.loads(line)["text"]
            small.update(set(_SMALL.findall(text)))
            capital.update({word.lower() for word in _CAPITAL.findall(text)})
    kept = sorted(word for word, count in small.items() if count >= FEWEST and count * _MOST_CAPITAL >= capital[word])
    print(f"words {len(kept)}")
    if "--write" in options:
        head = "# Words that English news prints with a small letter. Written by evaluation/count_small_words.py.\n"
        WORDS.write_text(head + "\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
