"""Count in how many articles each word stands, for `digest/data/document_frequencies.tsv`.

    python -m evaluation.count_documents FOLDER          prints how many words and articles there are
    python -m evaluation.count_documents FOLDER --write  writes the table too

FOLDER holds JSON Lines files, one document a line, of which only `text` is read. Words that stand in
fewer than `FEWEST` articles are left out: they may be private names, and count as unknown words do.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from digest.text.tokens import content_words, find_words

FILES = ("quotes-train.jsonl", "stories-newscluster.jsonl", "noise-wire.jsonl", "keypoints-cnn.jsonl")
FEWEST = 3
TABLE = Path(__file__).parents[1] / "digest" / "data" / "document_frequencies.tsv"


def main(folder: str, *options: str) -> None:
    """Count, print, and write if asked to."""
    counts: Counter[str] = Counter()
    documents = 0
    for name in FILES:
        for line in (Path(folder) / name).read_text("utf-8").splitlines():
            counts.update(set(content_words(find_words(json.loads(line)["text"]))))
            documents += 1
    kept: dict[int, list[str]] = {}
    for word, count in counts.items():
        if count >= FEWEST:
            kept.setdefault(count, []).append(word)
    print(f"articles {documents}  words {sum(map(len, kept.values()))}")
    if "--write" in options:
        TABLE.write_text(
            f"# In how many of {documents} English news articles of 2013 to 2019, from some hundred outlets, a word stands:\n"
            "# the count, and the words, as digest/text/tokens.py compares them. Written by evaluation/count_documents.py.\n"
            f"{documents}\n"
            + "".join(f"{count}\t{' '.join(sorted(words))}\n" for count, words in sorted(kept.items(), reverse=True)),
            "utf-8",
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
