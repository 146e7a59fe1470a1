"""What is remembered of related briefs is what would be found anew, whatever became of the briefs or of the memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.cache import Ledger
from digest.site.catalogue import Catalogue
from digest.site.library import Entry, Library
from digest.site.related import Related
from tests.test_catalogue import entry

TAGS = ("ferry", "budget", "gate", "harbour")


def archive(count: int) -> list[Entry]:
    return [entry(f"brief-{it}", tags=[TAGS[it % 4], TAGS[it // 2 % 4], f"own {it % 3}"]) for it in range(count)]


def check(entries: list[Entry], path: Path) -> None:
    library, catalogue, ledger = Library(editions=(), undated=tuple(entries)), Catalogue(entries), Ledger(path)
    related = Related(library, catalogue, ledger)
    for it in entries:
        assert related.to(it) == list(catalogue.related(it))
    assert any(related.to(it) for it in entries)
    ledger.close()


def test_what_is_remembered_is_what_would_be_found(tmp_path: Path) -> None:
    entries = archive(40)
    for change in (entries, entries, [entry("new", tags=["ferry", "gate"]), *entries], entries[5:], entries):
        check(change, tmp_path / "related.tsv")


def test_a_brief_that_names_others_has_others(tmp_path: Path) -> None:
    entries = archive(30)
    check(entries, tmp_path / "related.tsv")
    entries[7] = entry("brief-7", tags=["harbour", "own 1", "gate"])
    check(entries, tmp_path / "related.tsv")


@pytest.mark.parametrize("damage", [lambda line: b"", lambda line: b"00000000" + line[8:]])
def test_a_line_that_is_lost_is_found_anew(tmp_path: Path, damage) -> None:
    path = tmp_path / "related.tsv"
    check(archive(40), path)
    check(archive(45), path)
    lines = path.read_bytes().split(b"\n")
    for number in (3, 20, len(lines) - 5):
        path.write_bytes(b"\n".join([*lines[:number], damage(lines[number]), *lines[number + 1 :]]))
        check(archive(45), path)


def test_a_new_brief_leaves_alone_what_old_ones_go_by() -> None:
    old = archive(300)
    before = {it.url: nearness for it, nearness in Catalogue(old).nearness()}
    after = {it.url: nearness for it, nearness in Catalogue([entry("new", tags=["gate", "ferry"]), *old]).nearness()}
    assert 0 < sum(after[url] != nearness for url, nearness in before.items()) < 50
