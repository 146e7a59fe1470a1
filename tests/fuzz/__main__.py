"""Fuzz one target for some seconds: `python -m tests.fuzz TARGET SECONDS [FOLDER]`.

It begins with the hostile cases, keeps in FOLDER whatever reaches a new branch of the code, and stops with the text
that breaks the target.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["digest"]):
    from tests.fuzz.targets import TARGETS

from tests.hostile import inserts, whole
from tests.hostile.documents import article_with, brief_with

_LONGEST = 4_000
"""Bytes: a longer text is slow, and reaches no other branch."""


def main(target: str, seconds: str, folder: str | None = None) -> None:
    """Look for a text that breaks a target."""
    check = TARGETS[target]

    def once(data: bytes) -> None:
        check(data.decode("utf-8", "ignore"))

    corpus = Path(folder or tempfile.mkdtemp(prefix=f"fuzz-{target}-"))
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(_seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed.encode()[:_LONGEST])
    atheris.Setup([sys.argv[0], str(corpus), f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=20"], once)
    atheris.Fuzz()


def _seeds(target: str) -> list[str]:
    words = list(inserts().values())
    if target in ("briefs", "front_matter"):
        briefs = [*whole("briefs").values(), *(brief_with(it, number) for number, it in enumerate(words[::20]))]
        return briefs if target == "briefs" else [brief.split("---\n")[1] for brief in briefs if "---\n" in brief]
    articles = [*whole("articles").values(), *(article_with(it, number) for number, it in enumerate(words[::20]))]
    return [*words, *articles]


if __name__ == "__main__":
    main(*sys.argv[1:])
