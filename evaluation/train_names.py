"""Train what each piece of evidence says of a name's kind, on documents whose names are marked.

    python -m evaluation.train_names FILE...           prints how well it does on documents it has not seen
    python -m evaluation.train_names FILE... --write   writes `digest/data/name_evidence.tsv` too

Each FILE holds JSON Lines: `text` and `entities`, each `{"text", "type"}`, a type one of `Person`,
`Organisation`, `Location` or another word for what is none of the three.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from digest.analysis.names.candidates import find_candidates
from digest.analysis.names.groups import Group, gather
from digest.analysis.names.kinds import KINDS, Weights, kind_of
from digest.article import parse_article

TABLE = Path(__file__).parents[1] / "digest" / "data" / "name_evidence.tsv"
TYPES = {"person": "person", "per": "person", "organisation": "organisation", "location": "place"}
_FOLDS = 5
_STRENGTH = 0.5
"""Inverse of the regularisation."""
_FEWEST = 12
"""Names that a piece of evidence must stand beside to be taken up."""
_CERTAIN = frozenset(["title", "known organisation", "organisation head of"])
"""Evidence that leaves no doubt that there is a name."""
Example = tuple[frozenset[str], str, float, int]


def bare(name: str) -> str:
    """A name as it is compared: without article, possessive and marks."""
    name = re.sub(r"['’]s?$", "", re.sub(r"^(?:the|The|a|an) ", "", name.strip()))
    return re.sub(r"\W+", " ", name).lower().strip()


def examples(documents: Iterable[Mapping[str, Any]]) -> Iterable[tuple[Group, str, int]]:
    """The groups of each document, with their marked kind ("none" where they are not marked) and the document."""
    for number, document in enumerate(documents):
        article = parse_article(document["text"], title=document.get("title") or "")
        marked: dict[str, Counter[str]] = defaultdict(Counter)
        for entity in document["entities"]:
            if entity.get("confidence", 1) < 0.5:
                continue
            kind = TYPES.get(entity["type"].lower(), "none")
            names = {bare(entity["text"])}
            if kind == "person":
                names.add(bare(entity["text"]).rsplit(" ", 1)[-1])
            for name in names:
                marked[name][kind] += 1
        for group in gather(article.text, find_candidates(article)).values():
            votes = marked.get(bare(group.name))
            if not votes and not _CERTAIN.isdisjoint(group.evidence):
                continue  # whoever marked the document passed it over
            yield group, votes.most_common(1)[0][0] if votes else "none", number


def train(rows: Sequence[tuple[frozenset[str], str]]) -> Weights:
    """The table of weights, each kind's as against none."""
    counts = Counter(one for evidence, _ in rows for one in evidence)
    kept = {one for one, count in counts.items() if count >= _FEWEST}
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(evidence & kept, 1.0) for evidence, _ in rows])
    model = LogisticRegression(C=_STRENGTH, max_iter=2000)
    model.fit(matrix, [kind for _, kind in rows])
    order = list(model.classes_)
    coefficients = model.coef_ - model.coef_[order.index("none")]
    intercepts = model.intercept_ - model.intercept_[order.index("none")]
    columns = [order.index(kind) for kind in KINDS]
    table = {"always": tuple(round(float(intercepts[at]), 2) for at in columns)}
    for number, name in enumerate(vectors.get_feature_names_out()):
        table[str(name)] = tuple(round(float(coefficients[at, number]), 2) for at in columns)
    return table  # type: ignore[return-value]


def main(*arguments: str) -> int:
    files = [argument for argument in arguments if not argument.startswith("--")]
    documents = [json.loads(line) for file in files for line in Path(file).read_text("utf-8").splitlines()]
    found = [(frozenset(group.evidence), kind, number) for group, kind, number in examples(documents)]
    tally: Counter[tuple[str, str]] = Counter()
    for fold in range(_FOLDS):
        table = train([(evidence, kind) for evidence, kind, number in found if number % _FOLDS != fold])
        for evidence, kind, number in found:
            if number % _FOLDS == fold:
                tally[kind, kind_of(evidence, table) or "none"] += 1
    for kind in KINDS:
        right, said = tally[kind, kind], sum(count for (_, mine), count in tally.items() if mine == kind)
        true = sum(count for (gold, _), count in tally.items() if gold == kind)
        print(f"{kind:14} precision {right / max(1, said):.3f} recall {right / max(1, true):.3f} of {true}")
    table = train([(evidence, kind) for evidence, kind, _ in found])
    if "--write" in arguments:
        lines = [
            "# Evidence of a name's kind: what it adds for a person, an organisation, a place (log odds against none)."
        ]
        lines += ["\t".join([name, *(f"{value:g}" for value in values)]) for name, values in sorted(table.items())]
        TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
