"""What earlier builds worked out spares work and changes nothing: nor does its loss, damage, or a second build beside it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from digest import cache
from digest.cache import Cache, Ledger
from tests.conftest import ARTICLE, CONFIG, Site

BUILD = [sys.executable, "-c", "from digest.cli import main; main()", "build"]
HEAVY = ("mkdocs", "markdown", "digest.site.plugin", "digest.analysis.analysis")
LOADED = f"""
    import sys
    from digest.cli import main
    try:
        main()
    finally:
        print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""


def build(site: Site, *arguments: str) -> tuple[str, list[str]]:
    """What a build says, and which of the heavy modules it loaded."""
    command = [sys.executable, "-c", textwrap.dedent(LOADED), "build", *arguments]
    ran = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)
    *said, loaded = ran.stderr.splitlines()
    return "\n".join(said), loaded.split()


def settle(site: Site) -> None:
    """Build until nothing is left to do, and let the clock pass the last change."""
    time.sleep(0.1)
    build(site)
    said, loaded = build(site)
    assert loaded == [], said


def test_a_build_that_would_do_nothing_loads_nothing_and_says_the_same(site: Site, edited) -> None:
    site.article("gate.txt")
    site.article("other.txt", ARTICLE.replace("by three votes", "in the end"))
    site.build()
    edited(next(site.briefs.glob("*three*")), "## Key points", "## What counts")
    said, loaded = build(site)
    assert set(HEAVY) - {"digest.analysis.analysis"} <= set(loaded)
    settle(site)
    again, _ = build(site)
    assert again == said
    assert "kept as edited" in again


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site.articles / "new.txt").write_text(ARTICLE.replace("by three", "by four"), "utf-8"),
        lambda site: site.brief().write_text(site.brief().read_text("utf-8").replace("votes", "ballots"), "utf-8"),
        lambda site: site.brief().unlink(),
        lambda site: (site.articles / "gate.txt").unlink(),
        lambda site: (site.content / "imprint.md").write_text("# Imprint\n", "utf-8"),
        lambda site: site.config.write_text(CONFIG + "copyright: Ours\n", "utf-8"),
        lambda site: (site.built / "index.html").unlink(),
        lambda site: (site.built / "index.html").write_text("x", "utf-8"),
        lambda site: (site.built / "404.html").write_text("x", "utf-8"),
        lambda site: (site.built / "archive" / "stranger.html").write_text("x", "utf-8"),
        lambda site: (site.folder / ".cache" / "press-digest" / "receipt.tsv").write_bytes(b"\x00 nonsense"),
    ],
)
def test_whatever_changes_is_built(site: Site, change) -> None:
    site.article("gate.txt")
    site.build()
    settle(site)
    change(site)
    _, loaded = build(site)
    assert "mkdocs" in loaded
    (site.folder / ".cache").rename(site.folder / "elsewhere")
    after = site.tree()
    site.build()
    assert site.steady() == {name: data for name, data in after.items() if name in site.steady()}


def test_a_clean_build_takes_nothing_for_granted(site: Site, edited) -> None:
    site.article("gate.txt")
    site.build()
    built = site.addresses()
    page = site.built / "index.html"
    times = page.stat()
    page.write_bytes(b"x" * times.st_size)
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))  # as it was, as far as anybody can see
    brief = site.brief()
    words = edited(brief, "Northmoor", "North Moor")
    assert site.build("--clean").exit_code == 0
    assert brief.read_text("utf-8") == words
    assert page.read_bytes() != b"x" * times.st_size
    assert site.addresses() == built


def test_a_folder_that_is_a_link_is_looked_at_each_time(site: Site) -> None:
    site.article("gate.txt")
    (site.folder / "pictures").mkdir()
    (site.content / "pictures").symlink_to(site.folder / "pictures")
    site.build()
    time.sleep(0.1)
    for _ in range(2):
        _, loaded = build(site)
        assert "mkdocs" in loaded


def test_the_moment_that_an_embargo_lifts_is_a_change(site: Site) -> None:
    site.briefs.mkdir()
    text = '---\ntitle: "The held one"\ndate: "2030-01-01"\nembargo: "2030-01-01T00:01:00+00:00"\n---\n\nWords.\n'
    (site.briefs / "held.md").write_text(text, "utf-8")
    time.sleep(0.1)
    for now in ("2029-12-31T00:00:00+00:00", "2030-01-02T00:00:00+00:00", "2029-12-31T00:00:00+00:00"):
        site.build("--now", now)
        assert ("The held one" in (site.built / "index.html").read_text("utf-8")) is (now > "2030"), now


def test_another_time_or_strictness_writes_nothing_where_it_shows_nothing_else(site: Site) -> None:
    site.config.write_text(CONFIG.replace("[digest]", "[{digest: {search: false}}]"), "utf-8")
    site.article("gate.txt")
    site.build("--now", "2030-01-01T00:00:00+00:00")
    times = {path: path.stat().st_mtime_ns for path in site.built.rglob("*")}
    for options in (["--now", "2030-01-02T00:00:00+00:00"], ["--strict"], []):
        assert site.build(*options).exit_code == 0
        assert {path: path.stat().st_mtime_ns for path in site.built.rglob("*")} == times


def test_a_build_by_another_version_makes_all_anew_and_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "all is made anew: this is another version"
    site.article("gate.txt")
    assert said not in site.build("-v").stderr
    built = site.steady()
    (site.content / "imprint.md").write_text("# Imprint\n", "utf-8")
    assert said not in site.build("-v").stderr
    monkeypatch.setattr(cache, "code_key", lambda: "press-digest other")
    (site.content / "imprint.md").unlink()
    assert said in site.build("-v").stderr
    assert site.steady() == built


def test_the_cache_is_never_in_git_nor_in_the_site(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    assert (site.folder / ".cache" / "press-digest" / ".gitignore").read_text() == "*\n"
    site.config.write_text(CONFIG + "site_dir: .cache\n", "utf-8")
    assert site.build().exit_code == 0
    assert not list((site.folder / ".cache").rglob("*.tsv"))


def test_a_cache_that_cannot_be_written_is_done_without(site: Site) -> None:
    site.article("gate.txt")
    (site.folder / ".cache").write_text("a file in its place", "utf-8")
    assert site.build().exit_code == 0
    assert site.brief().exists()


def test_a_ledger_keeps_what_was_written_before_it_was_killed_or_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    ledger = Ledger(path)
    for number in range(50):
        ledger.put(f"n{number}", f"text {number} é")
    ledger.drop("n3")
    ledger.put("n4", "changed")
    ledger.close()
    data = path.read_bytes()
    path.write_bytes(data[:-3])  # cut off in its last line
    read = Ledger(path)
    assert read.get("n3") is None
    assert read.get("n4") == "text 4 é"
    assert read.get("n49") == "text 49 é"
    read.put("n4", "again")
    read.close()
    assert Ledger(path).get("n4") == "again"


def test_a_ledger_is_written_anew_and_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    ledger = Ledger(path)
    for turn in range(3):
        for number in range(1000):
            ledger.put(f"n{number}", f"{turn}")
    ledger.close()
    assert path.read_bytes().count(b"\n") < 1100
    read = Ledger(path)
    assert {read.get(name) for name in read.names()} == {"2"}
    flipped = bytearray(path.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    path.write_bytes(bytes(flipped))
    assert list(Ledger(path).names()) == []


def test_a_ledger_whose_head_is_damaged_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    ledger = Ledger(path)
    ledger.put("name", "text")
    ledger.close()
    head, _, rest = path.read_bytes().partition(b"\n")
    key, _, _ = head.rpartition(b" ")
    for told in (b"9999999999999999999999-00000000", b"99-00000000", b"-1-00000000", b"\xff", b""):
        path.write_bytes(key + b" " + told + b"\n" + rest)
        assert list(Ledger(path).names()) == []


def test_a_second_build_waits_for_the_first(site: Site) -> None:
    site.article("gate.txt")
    Cache(site.folder / ".cache" / "press-digest")
    with FileLock(site.folder / ".cache" / "press-digest" / "lock"):
        waiting = subprocess.Popen(BUILD, cwd=site.folder, stderr=subprocess.PIPE, text=True)
        assert waiting.stderr
        assert "another build works on this site" in waiting.stderr.readline()
        assert waiting.poll() is None
        assert not site.briefs.exists()
    waiting.communicate(timeout=60)
    assert waiting.returncode == 0
    assert site.brief().exists()


def test_what_is_saved_while_a_build_waits_for_another_is_in_it(site: Site) -> None:
    site.briefs.mkdir()
    briefs = [site.briefs / f"brief-{number}.md" for number in range(2)]
    for brief in briefs:
        brief.write_text(f'---\ntitle: "{brief.stem}"\ndate: "2024-06-01"\n---\n\nIt was.\n', "utf-8")
    site.build()
    time.sleep(0.1)
    site.build()  # which has settled all
    briefs[0].write_text(briefs[0].read_text("utf-8").replace("It was", "It is"), "utf-8")
    with FileLock(site.folder / ".cache" / "press-digest" / "lock"):
        waiting = subprocess.Popen(BUILD, cwd=site.folder, stderr=subprocess.PIPE, text=True)
        assert waiting.stderr
        assert "another build works on this site" in waiting.stderr.readline()
        briefs[1].write_text(briefs[1].read_text("utf-8").replace("It was", "It is"), "utf-8")
        time.sleep(0.1)
    waiting.communicate(timeout=60)
    for brief in briefs:
        assert "It is." in (site.built / "2024" / "06" / "01" / brief.stem / "index.html").read_text("utf-8")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_build_that_is_killed_holds_nobody_up_and_the_next_one_heals_all(site: Site) -> None:
    for number in range(12):
        site.article(f"{number}.txt", ARTICLE.replace("by three votes", f"by {number} votes"))
    clean = site.build()
    assert clean.exit_code == 0
    whole, briefs = site.steady(), {path.name: path.read_bytes() for path in site.briefs.iterdir()}
    for pause in (0.35, 0.6, 0.9, 1.2, 1.5):
        for folder in (site.briefs, site.built, site.folder / ".cache"):
            subprocess.run(["rm", "-rf", str(folder)], check=True)
        process = subprocess.Popen(BUILD, cwd=site.folder, stderr=subprocess.DEVNULL)
        time.sleep(pause)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        for path in [*site.briefs.glob("*.md")]:
            assert path.read_bytes() == briefs[path.name]
        site.build()
        assert site.steady() == whole
        assert {path.name: path.read_bytes() for path in site.briefs.iterdir()} == briefs


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_a_killed_build_leaves_among_temporary_files_goes_with_the_next_one(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (temporary / "press-digest-of-another-site").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    site.article("gate.txt")
    killed = """
        import os, signal, sys
        from digest.site.folder import SiteFolder
        SiteFolder.bring_up_to_date = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
        from digest.cli import main
        main()
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(killed), "build"],
        cwd=site.folder,
        env={**os.environ, "TMPDIR": str(temporary)},
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL
    assert len([*temporary.iterdir()]) == 2
    assert site.build().exit_code == 0
    assert [path.name for path in temporary.iterdir()] == ["press-digest-of-another-site"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limits here")
def test_a_disk_that_is_full_is_said_in_a_line_and_costs_nothing(site: Site) -> None:
    site.article("gate.txt")
    full = """
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
        from digest.cli import main
        main()
    """
    for size in (100, 1_000, 4_000, 9_000):
        script = textwrap.dedent(full).replace("LIMIT, LIMIT", f"{size}, {size}")
        ran = subprocess.run(
            [sys.executable, "-c", script, "build"], cwd=site.folder, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 1
        assert re.search(r"\w/\S+\.\w+: (cannot be written: )?File too large", ran.stderr), ran.stderr
        assert "Traceback" not in ran.stderr
    assert site.build().exit_code == 0
    healed = site.steady()
    for folder in (site.briefs, site.built, site.folder / ".cache"):
        subprocess.run(["rm", "-rf", str(folder)], check=True)
    site.build()
    assert site.steady() == healed


def test_a_template_that_is_broken_stops_the_build_and_not_the_site(site: Site) -> None:
    site.article("gate.txt")
    site.config.write_text(CONFIG.replace("theme: digest", "theme: {name: digest, custom_dir: theme}"), "utf-8")
    theme = site.folder / "theme" / "pages"
    theme.mkdir(parents=True)
    site.build()
    whole = site.steady()
    (theme / "brief.html").write_text("{% if %}", "utf-8")
    ran = subprocess.run(BUILD, cwd=site.folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "brief.html:1: Expected an expression" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert site.steady() == whole
    (theme / "brief.html").unlink()
    site.build()
    assert site.steady() == whole


def test_a_new_brief_leaves_the_page_of_one_that_an_editor_wrote_in_as_it_is(site: Site) -> None:
    site.briefs.mkdir()
    for number in range(4):
        words = "See [the other](brief-0.md)." if number == 3 else "Mine, [Ada] said.[^1]\n\n[^1]: “So it was.”"
        text = f'---\ntitle: "T{number}"\ndate: "2024-0{number + 1}-01"\n---\n\nIt was.\n\n## Our view\n\n{words}\n'
        (site.briefs / f"brief-{number}.md").write_text(text, "utf-8")
    site.build()
    pages = [site.built / "2024" / f"0{number + 1}" / "01" / f"brief-{number}" / "index.html" for number in (0, 3)]
    before = [page.stat().st_ino for page in pages]
    (site.briefs / "new.md").write_text('---\ntitle: "New"\ndate: "2024-06-01"\n---\n\nIt is.\n', "utf-8")
    (site.briefs / "newer.md").write_text('---\ntitle: "New"\ndate: "2024-07-01"\n---\n\nIt is.\n', "utf-8")
    site.build()
    after = [page.stat().st_ino for page in pages]
    assert before[0] == after[0]
    assert before[1] != after[1]  # a link's address may be that of a new page


def test_a_new_brief_leaves_the_pages_behind_the_first_of_a_long_list_as_they_are(site: Site) -> None:
    site.briefs.mkdir()
    place = site.built / "places" / "northmoor"
    kept: set[int] = set()
    for count in (76, 77, 101):  # with the last of them the list has one page more
        for number in range(count):
            day = date(2024, 1, 1) + timedelta(days=number)
            (site.briefs / f"brief-{number}.md").write_text(
                f'---\ntitle: "T{number}"\ndate: "{day}"\nplaces: ["Northmoor"]\n---\n\nIt was.\n', "utf-8"
            )
        site.build()
        kept.add((place / "page" / "2" / "index.html").stat().st_ino)
        assert f"{count} briefs" in (place / "index.html").read_text("utf-8")
    assert len(kept) == 1
    assert "briefs:" not in (place / "page" / "2" / "index.html").read_text("utf-8")


def test_a_file_of_the_site_s_own_stands_in_the_place_of_a_feed_as_long_as_it_is_there(site: Site) -> None:
    site.briefs.mkdir()
    (site.briefs / "gate.md").write_text(
        '---\ntitle: "T"\ndate: "2024-06-01"\ntags: ["gate"]\n---\n\nIt was.\n', "utf-8"
    )
    site.build()
    before = site.steady()
    own = site.content / "topics" / "gate" / "feed.xml"
    own.parent.mkdir(parents=True)
    own.write_text("own", "utf-8")
    for _ in range(2):
        site.build()
        assert site.steady() == before | {"topics/gate/feed.xml": b"own"}
    shutil.rmtree(site.content / "topics")
    site.build()
    assert site.steady() == before
