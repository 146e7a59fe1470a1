"""Evaluate `digest extract` on a folder of data, against the floors in `floors.json`.

    python -m evaluation FOLDER            prints the figures; status 1 where one is worse than its floor
    python -m evaluation FOLDER --lower    writes the figures as the new floors

FOLDER holds JSON Lines files of the names below, one document a line; those that are missing are
passed over. The key point weights were trained on articles of the same kind as `keypoints-cnn`: on
that very file the figures are a little flattered, and `train_key_points` prints cross-validated ones.
Beside the key points stands what other summarisers choose (`peers`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation import measures
from evaluation.peers import PEERS, load_peer

KEY_POINTS = "keypoints-cnn.jsonl"
MEASURES = {
    "sentences-golden.jsonl": measures.sentences,
    "sentences-wikinews.jsonl": measures.sentences,
    "noise-wire.jsonl": measures.furniture,
    KEY_POINTS: measures.key_points,
}
PEER = "first two sentences"
"""Figures of this name are there to compare with, and have no floor."""
FLOORS = Path(__file__).with_name("floors.json")
LOWER_IS_BETTER = ("kept", "lost", "furniture")


def main(folder: str, *options: str) -> int:
    """Print each figure beside its floor; the exit status."""
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    measured: dict[str, dict[str, float]] = {}
    worse = 0
    for name, measure in MEASURES.items():
        path = Path(folder) / name
        if not path.is_file():
            print(f"{name}: not in {folder}")
            continue
        documents = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        print(f"{name}: {len(documents)} documents")
        figures = {key: round(value, 4) for key, value in measure(documents).items()}
        measured[name] = {key: value for key, value in figures.items() if not key.startswith(PEER)}
        for key, value in figures.items():
            floor = floors.get(name, {}).get(key)
            failed = floor is not None and (
                value > floor if any(word in key for word in LOWER_IS_BETTER) else value < floor
            )
            worse += failed
            print(f"  {key:32} {value:8.4f}   floor {'none' if floor is None else floor}{'   WORSE' if failed else ''}")
        if name == KEY_POINTS:
            print_peers(documents, figures)
    if not measured:
        print(f"{folder}: no data here", file=sys.stderr)
        return 2
    if "--lower" in options:
        FLOORS.write_text(json.dumps(floors | measured, indent=2) + "\n", "utf-8")
        return 0
    return 1 if worse else 0


def print_peers(documents: Sequence[measures.Document], figures: Mapping[str, float]) -> None:
    """A table of our key points beside what other summarisers choose; these have no floors."""
    names = ("R1", "R2", "RLsum")
    print(f"  {'key points beside peers':43}" + "".join(f"{name:>7}" for name in names))
    print(f"    {'digest':41}" + "".join(f"{figures[f'key points {name}']:7.2f}" for name in names))
    for count in (2, 3):
        for peer in PEERS:
            scores = measures.chosen_sentences(documents, load_peer(peer), count)
            print(f"    {peer:29} {count} sentences" + "".join(f"{scores[name]:7.2f}" for name in names))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
