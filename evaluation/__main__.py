"""Evaluate `digest extract` on a folder of data, against the floors in `floors.json`.

    python -m evaluation FOLDER            prints the figures; status 1 where one is worse than its floor
    python -m evaluation FOLDER --lower    writes the figures as the new floors

FOLDER holds JSON Lines files of the names below, one document a line; those that are missing are
passed over. The key points' model that comes with the package was trained on articles of the same
kind as `keypoints-cnn`, so that on that very file its figures flatter it: beside them stand, as
"unseen", those of models trained on four fifths of the file and asked about the rest, as the mean of three divisions of
the file. Below them stands what other summarisers choose (`peers`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation import measures
from evaluation.dates import dates
from evaluation.names import names
from evaluation.peers import PEERS, load_peer
from evaluation.quotes import quotes
from evaluation.train_key_points import read
from evaluation.trust import trust

KEY_POINTS = "keypoints-cnn.jsonl"
MEASURES = {
    "sentences-golden.jsonl": (measures.sentences,),
    "sentences-wikinews.jsonl": (measures.sentences, dates),
    "noise-wire.jsonl": (measures.furniture,),
    "names-press.jsonl": (names,),
    KEY_POINTS: (measures.key_points, trust),
    "stories-newscluster.jsonl": (trust,),
    "quotes-dev.jsonl": (quotes,),
}
TITLED = "noise-wire.jsonl"
"""What the key points' model learns the meaning of a headline from."""
FLOORS = Path(__file__).with_name("floors.json")
LOWER_IS_BETTER = ("kept", "lost", "furniture", "dangling", "alarms")
_SCORES = ("R1", "R2", "RLsum")


def main(folder: str, *options: str) -> int:
    """Print each figure beside its floor; the exit status."""
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    measured: dict[str, dict[str, float]] = {}
    worse = 0
    for name, asked in MEASURES.items():
        path = Path(folder) / name
        if not path.is_file():
            print(f"{name}: not in {folder}")
            continue
        documents = read(path)
        print(f"{name}: {len(documents)} documents")
        found = {key: value for measure in asked for key, value in measure(documents).items()}
        if name == KEY_POINTS:
            titled = Path(folder) / TITLED
            unseen = measures.key_points_of_unseen(documents, read(titled) if titled.is_file() else [])
            found |= {f"unseen {key}": value for key, value in unseen.items()}
        figures = measured[name] = {key: round(value, 4) for key, value in found.items()}
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
    print(f"  {'key points beside peers':43}" + "".join(f"{name:>7}" for name in _SCORES))
    print(f"    {'digest, trained on these articles':41}" + "".join(f"{figures[name]:7.2f}" for name in _SCORES))
    print(f"    {'digest, trained on others':41}" + "".join(f"{figures[f'unseen {name}']:7.2f}" for name in _SCORES))
    for count in (2, 3):
        for peer in PEERS:
            scores = measures.chosen_sentences(documents, load_peer(peer), count)
            print(f"    {peer:29} {count} sentences" + "".join(f"{scores[name]:7.2f}" for name in _SCORES))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
