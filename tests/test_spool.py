"""What one build puts into words is put together once, and again where nothing can be kept."""

from __future__ import annotations

from pathlib import Path

from digest.site.spool import Spool


def test_a_text_is_made_once_for_all(tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "Łódź,\r\n\ud800 it was said"

    spools = [Spool(tmp_path / "spool"), Spool(tmp_path / "spool")]
    assert {spool.text("a", make) for spool in spools} == {"Łódź,\r\n\ud800 it was said"}
    assert made == ["made"]
    assert spools[0].text("b", lambda: "another") == "another"


def test_what_cannot_be_kept_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    spool = Spool(tmp_path / "file" / "spool")
    assert [spool.text("a", lambda: "said") for _ in range(2)] == ["said", "said"]
