"""The search: only public briefs are in its index, the same bytes every time, and the site is whole without it."""

from __future__ import annotations

import gzip
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.site import issue, search
from digest.site.search import write_index
from tests.conftest import ARTICLE, CONFIG, Site

CANARY = "xyzzycanary"


@pytest.fixture
def searched(site: Site) -> Site:
    pytest.importorskip("pagefind_bin", reason="the search comes with the extra `search`")
    site.article("gate.txt")
    return site


def unpacked(site: Site) -> dict[str, bytes]:
    """The files of the index, as Pagefind wrote them before it compressed them."""
    files = {name: data for name, data in site.tree().items() if name.startswith("pagefind/")}
    return {name: gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for name, data in files.items()}


def fragments(site: Site) -> list[dict]:
    """What the index holds, a page each: its address, text, and what it is found by. All else follows from these."""
    found = [data for name, data in unpacked(site).items() if name.endswith(".pf_fragment")]
    return [json.loads(data.removeprefix(b"pagefind_dcd")) for data in found]


def test_only_public_briefs_are_in_the_index(searched: Site) -> None:
    searched.build()
    for name, field in (("draft", 'review: "draft"'), ("held", 'embargo: "2999-01-01T00:00:00+00:00"')):
        text = f'---\ntitle: "{CANARY}"\ndate: "2024-06-18"\n{field}\n---\n\n{CANARY}\n'
        (searched.briefs / f"{name}.md").write_text(text, "utf-8")
    (searched.content / "contact.md").write_text("# Contact\n\nBy the lighthouse.\n", "utf-8")
    assert searched.build().exit_code == 0
    (brief,) = fragments(searched)
    assert brief["url"].startswith("/2024/06/18/")
    assert "mopped the same kitchens" in brief["content"]
    assert CANARY.encode() not in b"".join(unpacked(searched).values())
    (searched.briefs / "draft.md").write_text(f'---\ntitle: "{CANARY}"\nreview: "approved"\n---\n\nYes.\n', "utf-8")
    searched.build()
    assert sorted(it["meta"]["title"] == CANARY for it in fragments(searched)) == [False, True]
    assert CANARY.encode() in b"".join(unpacked(searched).values())


def test_a_withdrawn_brief_leaves_the_index(searched: Site) -> None:
    text = f'---\ntitle: "{CANARY}"\ndate: "2024-06-18"\nslug: "x"\n---\n\n{CANARY}\n'
    (searched.briefs).mkdir()
    (searched.briefs / "x.md").write_text(text, "utf-8")
    searched.build()
    assert len(fragments(searched)) == 2
    withdrawn = 'slug: "x"\nwithdrawn: {date: "2024-06-19T09:00:00+00:00", why: "It was a joke."}'
    (searched.briefs / "x.md").write_text(text.replace('slug: "x"', withdrawn), "utf-8")
    assert searched.build().exit_code == 0
    assert (searched.built / "2024/06/18/x/index.html").is_file()
    assert len(fragments(searched)) == 1
    assert CANARY.encode() not in b"".join(unpacked(searched).values())


def test_a_build_that_was_killed_before_the_index_was_made_leaves_it_to_the_next(
    searched: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched.briefs.mkdir()
    text = f'---\ntitle: "{CANARY}"\ndate: "2024-06-18"\nslug: "x"\n---\n\n{CANARY}\n'
    (searched.briefs / "x.md").write_text(text, "utf-8")
    searched.build()
    (searched.briefs / "x.md").write_text(text.replace("---\n\n", 'draft: "true"\n---\n\n'), "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(search, "write_index", lambda *_: sys.exit(9))
        assert searched.build().exit_code == 9
    assert CANARY.encode() in b"".join(unpacked(searched).values())
    assert searched.build().exit_code == 0
    assert len(fragments(searched)) == 1
    assert CANARY.encode() not in b"".join(unpacked(searched).values())
    with monkeypatch.context() as patch:  # and then it is not made again
        patch.setattr(search, "write_index", lambda *_: sys.exit(9))
        assert searched.build().exit_code == 0


def test_an_index_is_never_there_in_part(searched: Site, tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text('#!/bin/sh\nmkdir "$4" && echo cut > "$4/pagefind.js" && exit 3\n', "utf-8")
    program.chmod(0o755)
    searched.build()
    assert (searched.built / "pagefind" / "pagefind.js").is_file()
    with pytest.raises(DigestError):
        write_index(program, searched.built, tmp_path)
    assert not any("pagefind" in name for name in searched.tree() if not name.endswith(".html"))


def test_a_brief_is_found_by_outlet_person_topic_and_date(searched: Site) -> None:
    searched.article("gate.txt", f"Source: Gazette, the: “a, b”\n\n{ARTICLE}")
    searched.build()
    (brief,) = fragments(searched)
    assert brief["filters"]["outlets"] == ["Gazette, the: “a, b”"]
    assert "Ada Quill" in brief["filters"]["people"]
    assert brief["filters"]["topics"]
    assert sorted(brief["filters"]["date"]) == ["2024", "2024-06", "2024-06-18"]
    assert brief["meta"]["lang"] == "en"
    assert brief["meta"]["from"] == "Gazette, the: “a, b” · Tuesday, 18 June 2024"


def test_the_index_holds_a_brief_and_not_what_stands_around_it(searched: Site) -> None:
    searched.build()
    (brief,) = fragments(searched)
    for words in ("min read", "Copy as text", "not edited by hand", "ending a debate of eleven years across"):
        assert words not in brief["content"]
    assert brief["content"].count("mopped the same kitchens") == 1
    assert not any("ui" in name.split("/")[-1] for name in unpacked(searched))


def test_the_index_of_words_and_briefs_has_the_same_bytes_every_time(searched: Site) -> None:
    for number in range(40):
        text = f'---\ntitle: "Brief {number}"\ndate: "2024-06-{1 + number % 28:02}"\n---\n\nWords of {number} here.\n'
        searched.briefs.mkdir(exist_ok=True)
        (searched.briefs / f"b{number}.md").write_text(text, "utf-8")
    trees = []
    for seed in ("1", "2", "3"):
        command = [sys.executable, "-c", "from digest.cli import main; main()", "build", "-q"]
        subprocess.run(command, cwd=searched.folder, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        filters = [sorted(data) for name, data in sorted(unpacked(searched).items()) if name.endswith(".pf_filter")]
        trees.append((searched.steady(), sorted(filters)))
    assert len(fragments(searched)) == 41
    assert len([name for name in trees[0][0] if name.startswith("pagefind/")]) > 41
    assert trees[0] == trees[1] == trees[2]


def test_a_site_without_a_brief_has_no_search(site: Site) -> None:
    (site.content / "contact.md").write_text("# Contact\n\nBy the lighthouse.\n", "utf-8")
    assert site.build("--strict").exit_code == 0
    assert not any(name.startswith(("pagefind/", "search/")) for name in site.tree())


@pytest.mark.filterwarnings("ignore")  # the other themes' own
@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_other_themes_have_their_own_search(searched: Site, theme: str) -> None:
    searched.config.write_text(CONFIG.replace("theme: digest", f"theme: {theme}"), "utf-8")
    assert searched.build("--strict").exit_code == 0
    assert not any(name.startswith("pagefind/") or name == "search/index.html" for name in searched.tree())


def test_without_the_extra_the_site_says_so_once_and_is_whole(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    site.article("gate.txt")
    with caplog.at_level(logging.INFO, "mkdocs.plugins.digest"):
        assert site.build("--strict").exit_code == 0
    assert [it.levelname for it in caplog.records if "press-digest[search]" in it.getMessage()] == ["INFO"]
    assert not any(name.startswith(("pagefind/", "search/")) for name in site.tree())
    assert "Search" not in (site.built / "index.html").read_text("utf-8")


def test_a_search_that_cannot_be_made_is_a_warning_and_the_site_is_there(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issue, "find_pagefind", lambda: Path("/nowhere/pagefind"))
    site.article("gate.txt")
    result = site.build()
    assert result.exit_code == 0
    assert "there is no search: /nowhere/pagefind does not run" in result.stderr
    assert (site.built / "index.html").is_file()
    assert site.build("--strict").exit_code == 1


def test_what_pagefind_says_of_its_failure_is_told(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho no disk >&2\nexit 3\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(DigestError, match="Pagefind failed with status 3: no disk"):
        write_index(program, tmp_path, tmp_path / "desk")


def test_a_site_may_have_a_search_page_of_its_own(searched: Site) -> None:
    (searched.content / "search.md").write_text("# Look it up\n", "utf-8")
    assert searched.build("--strict").exit_code == 0
    assert "Look it up" in (searched.built / "search/index.html").read_text("utf-8")
