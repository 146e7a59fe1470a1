"""Whatever goes wrong in a build, nothing of an editor's is lost, the error is clear, and the next build heals all."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from digest import receipt
from digest.commands import building
from digest.saving import save
from digest.survey import Surveyor
from tests.conftest import ARTICLE, Site
from tests.faults.process import may_trace

ROOT = Path(__file__).parents[1]
BUILD = [sys.executable, "-c", "from digest.cli import main; main()", "build"]

if not may_trace() and os.environ.get("DIGEST_STRACE_REQUIRED"):
    pytest.fail("these tests must run here, and there is no strace that may look at a process", pytrace=False)


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a function of `os` or of `Path` be refused for the paths that end so."""

    def refuse(where: object, name: str, ending: str, error: int = errno.EACCES) -> None:
        real = getattr(where, name)

        def refusing(path, *arguments, **options):
            if str(path).endswith(ending):
                raise OSError(error, os.strerror(error), str(path))
            return real(path, *arguments, **options)

        monkeypatch.setattr(where, name, refusing)

    return refuse


@pytest.mark.skipif(not may_trace(), reason="no strace here, or it may not look at a process; Debian has the package")
def test_a_build_is_killed_or_refused_something_at_points_spread_over_all_of_it() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults", "8"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count(": 8 of ") == 5


def test_what_a_killed_process_had_begun_to_write_goes_and_what_others_keep_there_stays(site: Site) -> None:
    site.article("gate.txt")
    site.briefs.mkdir()
    ours = [folder / ".gate.a1b2c3d4.digest.part" for folder in (site.articles, site.briefs)]
    others = [site.briefs / name for name in (".gate.part", ".gate.a1b2c3d4.part", "gate.digest.part")]
    for path in (*ours, *others):
        path.write_text("The council", "utf-8")
    assert site.build().exit_code == 0
    assert not any(path.exists() for path in ours)
    assert all(path.read_text("utf-8") == "The council" for path in others)


def test_who_writes_while_a_build_clears_up_writes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chmod = Path.chmod

    def cleared(path: Path, mode: int) -> None:
        monkeypatch.setattr(Path, "chmod", chmod)
        path.unlink()

    monkeypatch.setattr(Path, "chmod", cleared)
    assert save(tmp_path / "a.md", "Words.\n")
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"a.md": "Words.\n"}


def test_a_draft_beside_a_brief_goes_although_the_build_that_replaced_the_brief_was_killed(site: Site, edited) -> None:
    article = site.article("gate.txt")
    site.build()
    generated, brief = site.brief().read_bytes(), site.brief()
    edited(brief, "## Key points", "## What counts")
    edited(article, "£48.2 million", "£48.9 million")
    site.build()
    (beside,) = site.briefs.glob("*.new.md")
    shutil.copy(beside, brief)
    assert brief.read_bytes() != generated
    assert site.build().exit_code == 0
    assert not beside.exists()


def test_a_brief_that_cannot_be_read_is_not_written_a_second_time(site: Site, refused) -> None:
    site.article("gate.txt")
    site.build()
    whole = site.steady()
    brief = site.brief().rename(site.briefs / "renamed.md")
    refused(Path, "read_bytes", "renamed.md", errno.EIO)
    result = site.build()
    assert result.exit_code == 1
    assert "briefs/renamed.md: cannot be read: Input/output error" in result.stderr
    assert site.brief() == brief
    assert site.steady() == whole


@pytest.mark.parametrize("folder", ["briefs", "briefs/2024", "pictures"])
def test_a_folder_that_cannot_be_listed_is_said_and_the_site_stays(
    site: Site, refused, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    site.article("gate.txt")
    (site.content / "pictures").mkdir()
    (site.content / "pictures" / "about.md").write_text("# Pictures\n", "utf-8")
    site.build()
    if folder == "briefs/2024":
        (site.briefs / "2024").mkdir()
        site.brief().rename(site.briefs / "2024" / "gate.md")
    whole, briefs = site.steady(), sorted(site.briefs.rglob("*"))
    refused(os, "scandir", f"content/{folder}")
    refused(os, "listdir", f"content/{folder}")
    result = site.build()
    assert result.exit_code == 1
    assert f"content/{folder}: cannot be read: Permission denied" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.undo()
    assert site.steady() == whole
    assert sorted(site.briefs.rglob("*")) == briefs


def test_a_folder_that_mkdocs_alone_could_not_list_does_not_vanish_from_the_site(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.article("gate.txt")
    (site.content / "pictures").mkdir()
    (site.content / "pictures" / "about.md").write_text("# Pictures\n", "utf-8")
    site.build()
    whole, walk = site.steady(), os.walk

    def passing_over(top, *arguments, **options):
        return (
            it for it in walk(top, *arguments, **options) if not (options.get("followlinks") and "pictures" in it[0])
        )

    monkeypatch.setattr(os, "walk", passing_over)
    (site.content / "imprint.md").write_text("# Imprint\n", "utf-8")
    result = site.build()
    assert result.exit_code == 1
    assert "content/pictures: could not be read just now; build again" in result.stderr
    assert site.steady() == whole


def test_what_the_system_refuses_is_said_in_a_line(site: Site, refused) -> None:
    site.config.write_text(
        site.config.read_text("utf-8").replace("theme: digest", "theme: {name: digest, custom_dir: t}")
    )
    (site.folder / "t").mkdir()
    (site.folder / "t" / "brief.md.j2").write_text("{{ body }}", "utf-8")
    site.article("gate.txt")
    refused(Path, "read_bytes", "brief.md.j2")
    result = site.build()
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [f"{site.folder / 't' / 'brief.md.j2'}: Permission denied"]


def test_on_a_drive_that_puts_no_file_in_anothers_place_nothing_is_lost(site: Site, refused, edited) -> None:
    article = site.article("gate.txt")
    site.build()
    before, whole = site.brief().read_bytes(), site.steady()
    edited(article, "£48.2 million", "£48.9 million")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("rename", "replace"):
            patch.setattr(os, name, lambda *_: (_ for _ in ()).throw(FileExistsError(errno.EEXIST, "File exists")))
        result = site.build()
    assert result.exit_code == 1
    assert f"briefs/{site.brief().name}: cannot be written: File exists" in result.stderr
    assert site.brief().read_bytes() == before
    assert site.steady() == whole
    assert [path.name for path in site.briefs.iterdir()] == [site.brief().name]
    assert site.build().exit_code == 0
    assert "£48.9 million" in site.brief().read_text("utf-8")


def test_a_clock_that_goes_back_hides_no_change(site: Site, monkeypatch: pytest.MonkeyPatch, edited) -> None:
    article = site.article("gate.txt")
    page = site.content / "imprint.md"
    page.write_text("# Imprint\n\nWe are 1.\n", "utf-8")
    site.build()
    time.sleep(0.1)
    site.build()  # which has settled all
    clock = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: clock() - 86_400 * 10**9)
    for path, old, new in ((article, "£48.2 million", "£48.9 million"), (page, "We are 1", "We are 2")):
        times = path.stat()
        edited(path, old, new)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns - 86_400 * 10**9))
    for _ in range(2):
        assert site.build().exit_code == 0
        assert "£48.9 million" in site.brief().read_text("utf-8")
        assert b"We are 2" in site.tree()["imprint/index.html"]
    now = site.steady()
    shutil.rmtree(site.folder / ".cache")
    shutil.rmtree(site.built)
    site.build()
    assert site.steady() == now


def test_what_is_saved_while_a_build_works_is_seen_by_the_next_one(
    site: Site, monkeypatch: pytest.MonkeyPatch, edited
) -> None:
    site.article("gate.txt")
    (site.content / "desk.csv").write_text("1", "utf-8")
    site.build()
    time.sleep(0.1)
    site.build()  # which has settled all
    (site.content / "desk.csv").write_text("2", "utf-8")
    time.sleep(0.1)
    update = building.update_briefs

    def save_meanwhile(*arguments, **options):
        edited(site.brief(), "## Key points", "## What counts")
        return update(*arguments, **options)

    with monkeypatch.context() as busy:
        busy.setattr(building, "update_briefs", save_meanwhile)
        assert site.build().exit_code == 0
    assert site.build().exit_code == 0
    now = site.steady()
    assert b"What counts" in b"".join(now.values())
    shutil.rmtree(site.folder / ".cache")
    shutil.rmtree(site.built)
    site.build()
    assert site.steady() == now


def test_a_receipt_from_the_future_is_no_receipt(site: Site) -> None:
    site.article("gate.txt")
    site.build("--now", "2030-01-02T00:00:00+00:00")
    options = "strict: False, now: None"
    assert receipt.find_receipt(site.config, options, None, Surveyor()) is None


def test_two_builds_at_once_come_to_what_one_comes_to(site: Site) -> None:
    for number in range(3):
        site.article(f"{number}.txt", ARTICLE.replace("by three votes", f"by {number + 4} votes"))
    both = [subprocess.Popen(BUILD, cwd=site.folder, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    ours = site.steady()
    assert len(list(site.briefs.iterdir())) == 3
    shutil.rmtree(site.folder / ".cache")
    shutil.rmtree(site.built)
    site.build()
    assert site.steady() == ours
