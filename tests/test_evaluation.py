"""The evaluation prints figures and peers, and fails where a figure is below its floor."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from digest.analysis.quotes.model import dump_model, parse_model, trained_model

for needed in ("rouge_score", "sklearn", "summa", "sumy"):
    pytest.importorskip(needed, reason="needs requirements-evaluation.lock")
evaluation = import_module("evaluation.__main__")
PEERS, load_peer = evaluation.PEERS, evaluation.load_peer

GATE = (
    "NORTHMOOR — The town council voted on Monday to build a tidal gate. Ada Quill, the mayor, called it overdue. "
    "The gate will cost 40 million crowns. Fishermen fear that the harbour will silt up. Work begins in spring."
)
FERRY = (
    "A ferry with 30 people on board sank off Northmoor on Friday. All 30 people were saved, the harbour master said. "
    "The ferry had left Northmoor at noon. It was 40 years old, and the harbour master had warned of its age."
)
DOCUMENTS = [
    {"id": "gate", "title": "", "text": GATE, "highlights": ["Council votes to build a tidal gate"]},
    {
        "id": "ferry",
        "title": "",
        "text": FERRY,
        "highlights": ["A ferry sank off Northmoor, and all 30 people were saved"],
    },
]
FIGURES = ["R1", "R2", "RLsum", "unseen R1", "unseen R2", "unseen RLsum"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    lines = [json.dumps(document) + "\n" for document in DOCUMENTS]
    (tmp_path / "keypoints-cnn.jsonl").write_text("".join(lines), "utf-8")
    return tmp_path


def with_floor(monkeypatch: pytest.MonkeyPatch, folder: Path, floor: float) -> None:
    floors = folder / "floors.json"
    floors.write_text(json.dumps({"keypoints-cnn.jsonl": dict.fromkeys(FIGURES, floor)}), "utf-8")
    monkeypatch.setattr(evaluation, "FLOORS", floors)


def test_figures_above_their_floors_pass_and_stand_beside_the_peers(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_floor(monkeypatch, data, 0)
    assert evaluation.main(str(data)) == 0
    printed = capsys.readouterr().out
    assert "WORSE" not in printed
    for peer in PEERS:
        for count in (2, 3):
            assert any(line.split()[:-3] == [*peer.split(), str(count), "sentences"] for line in printed.splitlines())


def test_a_figure_below_its_floor_fails(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_floor(monkeypatch, data, 100)
    assert evaluation.main(str(data)) == 1
    assert capsys.readouterr().out.count("WORSE") == len(FIGURES)


def test_dates_are_measured_against_values(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Friday, March 6, 2026\n\nThe dam of Northmoor was opened on Monday, for the first time since 1987."
    document = {"title": "", "text": text, "sentences": [text], "dates": ["2026-03-06", "2026-03-02", "1987", "1990"]}
    (tmp_path / "sentences-wikinews.jsonl").write_text(json.dumps(document) + "\n", "utf-8")
    evaluation.main(str(tmp_path))
    printed = capsys.readouterr().out.splitlines()
    measured = {line[2:34].strip(): float(line[34:43]) for line in printed if "dates" in line and "floor" in line}
    assert measured == {"dates recall": 0.75, "distinct dates recall": 0.75, "dates precision": 1.0}


def test_a_stretch_stands_for_its_ends_and_a_week_for_its_monday() -> None:
    text = "The dam ran from a fault of July 17-28, 2017, to the 1960s; last week it broke in Northmoor."
    document = {"title": "", "text": text + " Friday, March 6, 2026.", "dates": ["2017-07-28", "1960-01-01"]}
    assert evaluation.dates([document])["dates recall"] == 1.0


def test_a_folder_without_data_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluation.main(str(tmp_path)) == 2
    assert "no data here" in capsys.readouterr().err


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_chooses_sentences_as_they_stand_in_the_text(peer: str) -> None:
    chosen = load_peer(peer)(GATE, 2)
    assert 1 <= len(chosen) <= 2
    assert all(sentence in GATE and sentence.endswith(".") for sentence in chosen)


MARKED = [
    {
        "text": "NORTHMOOR — Mayor Ada Quill met the Harbour Authority of Norway in Oslo. Quill’s aides were there.",
        "title": "",
        "entities": [
            {"text": "Ada Quill", "type": "Person"},
            {"text": "Quill’s", "type": "Person"},
            {"text": "aides", "type": "Person"},
            {"text": "The Harbour Authority of Norway", "type": "Organisation"},
            {"text": "Oslo", "type": "Location", "confidence": 1},
            {"text": "Northmoor", "type": "Location"},
            {"text": "Bergen", "type": "Location", "confidence": 0.2},
        ],
    }
]


def test_names_are_measured_as_sets_of_each_kind() -> None:
    names = import_module("evaluation.names").names
    assert names(MARKED) == {"people F1": 1.0, "organisations F1": 1.0, "places F1": 1.0}


def test_a_name_that_is_missed_and_one_too_many_cost() -> None:
    names = import_module("evaluation.names").names
    marked = [
        {**MARKED[0], "entities": [{"text": "Jonas Lind", "type": "Person"}, {"text": "Oslo", "type": "Location"}]}
    ]
    assert names(marked) == {"people F1": 0.0, "organisations F1": 0.0, "places F1": 2 / 3}


def test_documents_without_names_measure_nothing() -> None:
    names = import_module("evaluation.names").names
    assert set(names([{"text": "It rained.", "entities": []}]).values()) == {0.0}


QUOTED = {
    "id": "quotes",
    "title": "",
    "text": "“The gate will open in spring,” said Ada Quill. “It is late and dear,” she said. "
    "Jonas Lind said that the crews of the harbour would be glad.",
    "quotes": [
        {
            "type": "direct",
            "speaker": "Ada Quill",
            "speaker_spans": [[37, 46]],
            "quote_spans": [[0, 31]],
            "verb_spans": [[32, 36]],
        },
        {
            "type": "direct",
            "speaker": "she",
            "speaker_spans": [[70, 73]],
            "quote_spans": [[48, 69]],
            "verb_spans": [[74, 78]],
        },
        {
            "type": "indirect",
            "speaker": "Jonas Lind",
            "speaker_spans": [[80, 90]],
            "quote_spans": [[96, 139]],
            "verb_spans": [[91, 95]],
        },
    ],
}


def test_quotes_that_are_all_found_with_their_speakers_measure_one() -> None:
    assert evaluation.quotes([QUOTED]) == {
        "quoted strings F1": 1.0,
        "named speakers right": 1.0,
        "pronoun speakers named": 1.0,
        "indirect F1": 1.0,
    }


def test_a_quote_with_another_speaker_measures_less() -> None:
    first, *rest = QUOTED["quotes"]
    other = {**first, "speaker": "Mara Voss", "speaker_spans": [[0, 1]]}
    assert evaluation.quotes([{**QUOTED, "quotes": [other, *rest]}])["named speakers right"] == 0


def test_what_nobody_marked_lowers_the_measure() -> None:
    figures = evaluation.quotes([{**QUOTED, "quotes": []}])
    assert (figures["quoted strings F1"], figures["indirect F1"]) == (0, 0)


def test_the_model_of_reported_clauses_survives_being_written_down() -> None:
    assert parse_model(dump_model(trained_model())) == trained_model()
