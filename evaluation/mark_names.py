"""Mark names in texts by a program, where nobody has marked them by hand, for `evaluation.train_names`.

    pip install "spacy>=3.8,<3.9"; python -m spacy download en_core_web_sm
    python -m evaluation.mark_names FILE > MARKED

FILE and MARKED hold JSON Lines; of FILE, `id` and `text` are read. The marks are those of spaCy's small English
model (MIT): often wrong, so that the table takes from them only what holds over many articles.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

TYPES = {"PERSON": "Person", "ORG": "Organisation", "GPE": "Location", "LOC": "Location", "FAC": "Location"}
_NOT_ASKED = frozenset(["CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"])
_LONGEST = 12_000
"""Characters of a text that are read."""


def main(file: str) -> None:
    """Print each document with its names."""
    pipeline = import_module("spacy").load("en_core_web_sm", exclude=["parser", "tagger", "lemmatizer"])
    for line in Path(file).read_text("utf-8").splitlines():
        document = json.loads(line)
        text = document["text"][:_LONGEST]
        entities = [
            {"text": found.text, "type": TYPES.get(found.label_, "Other")}
            for found in pipeline(text).ents
            if found.label_ not in _NOT_ASKED
        ]
        print(json.dumps({"id": document["id"], "text": text, "entities": entities}))


if __name__ == "__main__":
    main(*sys.argv[1:])
