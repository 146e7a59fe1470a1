"""What one build puts into words is put together once, and again where nothing can be kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from digest.site.spool import Spool
from digest.workers import in_batches


def test_a_text_is_made_once_for_all(tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> list[str]:
        made.append("made")
        return ["Łódź,\r\n\ud800 it was said", "\t"]

    spools = [Spool(tmp_path / "spool"), Spool(tmp_path / "spool")]
    assert [spool.texts("a", make) for spool in spools] == [["Łódź,\r\n\ud800 it was said", "\t"]] * 2
    assert made == ["made"]
    assert spools[0].texts("b", lambda: ["another"]) == ["another"]
    assert spools[1].texts("b", make) == ["another"]
    for spool in spools:
        spool.close()


def test_processes_that_begin_as_one_read_what_each_of_them_wrote(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool")
    spool.texts("first", lambda: ["said before"])

    def work(numbers: Iterable[int]) -> Iterator[list[str]]:
        for number in numbers:
            yield [*spool.texts("first", list), *spool.texts(str(number % 50), lambda: ["x" * 30_000])]

    assert all(it == ["said before", "x" * 30_000] for it in in_batches(work, range(200), least=2, batch=10))
    assert [*spool.texts("49", list)] == ["x" * 30_000]
    spool.close()


def test_what_was_caught_up_with_is_not_looked_through_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Spool(tmp_path / "spool"), Spool(tmp_path / "spool")
    for number in range(100):
        first.texts(str(number), lambda: ["x" * 100_000])
    second.catch_up()
    read, seen = second._read, []
    monkeypatch.setattr(second, "_read", lambda start, size: seen.append(found := read(start, size)) or found)
    assert second.texts("7", list) == ["x" * 100_000]
    assert sum(map(len, seen)) < 1_000_000
    for spool in (first, second):
        spool.close()


def test_a_long_text_is_found(tmp_path: Path) -> None:
    spools = [Spool(tmp_path / "spool"), Spool(tmp_path / "spool")]
    spools[0].texts("a", lambda: ["x" * 5_000_000])
    assert spools[1].texts("a", list) == ["x" * 5_000_000]
    for spool in spools:
        spool.close()


def test_what_was_cut_off_is_made_again_and_nothing_behind_it_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "spool"
    first, second, third = (Spool(path) for _ in range(3))
    first.texts("a", lambda: ["said"])
    os.truncate(path, path.stat().st_size - 3)
    first.texts("b", lambda: ["said of b"])
    assert second.texts("a", lambda: ["said again"]) == ["said again"]
    assert second.texts("c", lambda: ["said of c"]) == ["said of c"]
    assert [third.texts(name, list) for name in "ac"] == [["said again"], ["said of c"]]
    for spool in (first, second, third):
        spool.close()


def test_what_cannot_be_kept_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    spool = Spool(tmp_path / "file" / "spool")
    assert [spool.texts("a", lambda: ["said"]) for _ in range(2)] == [["said"], ["said"]]
