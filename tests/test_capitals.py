"""Names in capitals are written as they are elsewhere, whatever part of a page prints them."""

from __future__ import annotations

import pytest

from digest.article.bylines import byline_of
from digest.article.capitals import as_name, as_written

WRITTEN = [
    ("USA", "USA"),
    ("NASA press office", "NASA press office"),
    ("McDonald and Lind", "McDonald and Lind"),
    ("PORT OF SENN", "Port of Senn"),
    ("THE HARBOUR GAZETTE", "The Harbour Gazette"),
    ("DUNMERE D.C.", "Dunmere D.C."),
    ("ST. JOHN’S", "St. John’s"),
    ("N’DAMEL", "N’Damel"),
    ("SELWYN-SUR-SENN/DUNMERE", "Selwyn-Sur-Senn/Dunmere"),
]
NAMES = [
    ("Ada Quill", "Ada Quill"),
    ("Ms. O'NEILL", "Ms. O'Neill"),
    ("McDONALD", "McDonald"),
    ("MACDONALD", "Macdonald"),
    ("MCGEE", "McGee"),
    ("J. K. QUILL III", "J. K. Quill III"),
    ("JD LIND", "JD Lind"),
    ("DR LI", "Dr Li"),
    ("ADA DE LA SENN", "Ada de la Senn"),
    ("SECRETARY OF STATE", "Secretary of State"),
]


@pytest.mark.parametrize(("printed", "written"), WRITTEN)
def test_what_is_all_in_capitals_is_written_as_elsewhere(printed: str, written: str) -> None:
    assert as_written(printed) == written


@pytest.mark.parametrize(("printed", "written"), NAMES)
def test_a_persons_name_may_be_in_capitals_in_part(printed: str, written: str) -> None:
    assert as_name(printed) == written


@pytest.mark.parametrize(
    ("line", "names"),
    [("By AFP", "AFP"), ("BY ADA O’NEILL", "Ada O’Neill"), ("By Ada Quill and JONAS LIND", "Ada Quill and Jonas Lind")],
)
def test_a_byline_in_capitals_gives_names(line: str, names: str) -> None:
    byline = byline_of(line)
    assert byline
    assert byline.names == names
