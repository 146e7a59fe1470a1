"""The command line: standard output is data, standard error is talk, the exit status tells."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest import __version__
from digest.cli import main
from digest.saving import save
from tests.conftest import ARTICLE, Site

DIGEST = [sys.executable, "-c", "from digest.cli import main; main()"]
COMMANDS = ["init", "add", "build", "serve", "check", "extract"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(site: Site, command: str) -> None:
    result = site.run(command, "--help")
    assert result.exit_code == 0
    assert f"digest {command}" in result.stdout
    assert re.search(rf"^ *Examples?:\n +(?:pbpaste \| )?digest {command}", result.stdout, re.MULTILINE)


def test_version(site: Site) -> None:
    assert site.run("--version").stdout == f"digest, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["build", "--nonsense"],
        ["init", "--nonsense"],
        ["add", "--published", "soon"],
        ["build", "--force", "nothing.md"],
        ["build", "--now", "noon"],
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_wrong_usage_is_status_2(site: Site, arguments: list[str]) -> None:
    result = site.run(*arguments, input=ARTICLE)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_no_site_here_says_what_to_do(site: Site) -> None:
    site.config.unlink()
    result = site.run("build")
    assert result.exit_code == 2
    assert "mkdocs.yml: no such file; run 'digest init' to start a site" in result.stderr


def test_a_misspelt_command_is_answered_with_the_right_one(site: Site) -> None:
    result = site.run("biuld")
    assert result.exit_code == 2
    assert "did you mean 'build'?" in result.stderr


def test_a_command_below_the_site_names_its_folder(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.articles)
    result = site.run("build")
    assert result.exit_code == 2
    assert f"there is one in {site.folder.resolve()}: go there" in result.stderr


@pytest.mark.parametrize("options", ["reviw: required", "review: maybe", "key_points: {max: 0}", "now: noon"])
def test_a_wrong_option_stops_the_build(site: Site, options: str) -> None:
    site.config.write_text(site.config.read_text("utf-8").replace("[digest]", f"[{{digest: {{{options}}}}}]"), "utf-8")
    site.article("gate.txt")
    result = site.build()
    assert result.exit_code == 1
    assert options.split(":")[0] in result.stderr
    assert not site.built.exists()


def test_a_configuration_without_the_plugin_says_so(site: Site) -> None:
    site.config.write_text("site_name: x\ndocs_dir: content\n", "utf-8")
    result = site.run("build")
    assert result.exit_code == 1
    assert "add 'digest' to its 'plugins'" in result.stderr


def test_init_makes_a_site_that_builds(tmp_path: Path, site: Site) -> None:
    folder = tmp_path / "new"
    assert site.run("init", str(folder)).exit_code == 0
    assert (folder / ".github/workflows/pages.yml").is_file()
    config = str(folder / "mkdocs.yml")
    assert site.run("build", "-f", config, "--strict").exit_code == 0
    assert site.run("check", "-f", config).exit_code == 0
    assert "northmoor" in (folder / "site/index.html").read_text("utf-8").lower()


def test_init_starts_here_beside_what_a_fresh_clone_holds(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    (tmp_path / ".gitignore").write_bytes(b"*.pyc\r\n/site/")
    monkeypatch.chdir(tmp_path)
    result = site.run("init")
    assert result.exit_code == 0
    assert "next: digest build" in result.output
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"
    assert (tmp_path / ".gitignore").read_bytes() == b"*.pyc\r\n/site/\n/.cache/\n/.venv/\n"
    assert site.run("build", "--strict").exit_code == 0


def test_init_writes_nothing_where_a_file_of_the_site_is_there(tmp_path: Path, site: Site) -> None:
    (tmp_path / "requirements.txt").write_text("mine", "utf-8")
    before = sorted(tmp_path.iterdir())
    result = site.run("init", str(tmp_path))
    assert result.exit_code == 1
    assert "requirements.txt: is there already" in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_add_a_file_with_its_facts(site: Site, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(ARTICLE, "utf-8")
    result = site.run(
        "add",
        str(story),
        "--source",
        "The Harbour Gazette",
        "--published",
        "2024-06-19",
        "--url",
        "https://example.org/a",
        "--author",
        "W. C.",
    )
    assert result.exit_code == 0
    assert result.stdout == "content/briefs/northmoor-council-backs-tidal-gate-by-three-votes.md\n"
    text = site.brief().read_text("utf-8")
    for line in (
        'name: "The Harbour Gazette"',
        'date: "2024-06-19"',
        'url: "https://example.org/a"',
        'author: "W. C."',
    ):
        assert line in text
    saved = (site.articles / "story.txt").read_text("utf-8")
    assert saved.endswith(ARTICLE)
    assert 'source: "The Harbour Gazette"' in saved


def test_add_from_standard_input_in_any_encoding(site: Site) -> None:
    result = site.run("add", input=ARTICLE.encode("utf-16"))
    assert result.exit_code == 0
    assert (site.articles / "northmoor-council-backs-tidal-gate-by-three-votes.txt").is_file()
    assert "£48.2 million" in site.brief().read_text("utf-8")


def test_a_pasted_text_without_a_headline_is_saved_under_its_first_words(site: Site) -> None:
    assert site.run("add", input="The ferry left the quay of Northmoor on time, the office said.\n").exit_code == 0
    (path,) = site.articles.iterdir()
    assert path.name.startswith("the-ferry-left-the-quay-of-northmoor")


def test_add_the_same_article_twice_is_one_article(site: Site) -> None:
    assert site.run("add", input=ARTICLE).exit_code == 0
    assert site.run("add", input=ARTICLE.replace("\n", "\r\n").encode()).exit_code == 0
    assert len(list(site.articles.iterdir())) == 1


def test_add_over_what_the_article_states_itself(site: Site) -> None:
    site.run("add", "--source", "Northmoor Wire", input=f"Source: Somebody\nAuthor: Ada\n\n{ARTICLE}")
    text = site.brief().read_text("utf-8")
    assert 'name: "Northmoor Wire"' in text
    assert 'author: "Ada"' in text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"\n", "the pasted text: holds no sentence of a story", id="nothing"),
        pytest.param(b"%PDF-1.4\n", "the pasted text: is a PDF", id="a PDF"),
        pytest.param(b"Embargo: soon\n\n" + ARTICLE.encode(), "the pasted text:1: 'Embargo'", id="a wrong fact"),
        pytest.param(ARTICLE.encode() + b"\n" * 20_000_000, "the pasted text: is larger than 20 MB", id="too much"),
    ],
)
def test_what_is_no_article_is_not_saved(site: Site, data: bytes, says: str) -> None:
    result = site.run("add", input=data)
    assert result.exit_code == 1
    assert says in result.stderr
    assert list(site.articles.iterdir()) == []


def test_add_names_a_file_as_it_was_named_and_fetches_nothing(site: Site, tmp_path: Path) -> None:
    story = tmp_path / "empty.txt"
    story.write_text("\n", "utf-8")
    result = site.run("add", str(story), "https://example.org/story")
    assert f"{story}: holds no sentence of a story" in result.stderr
    assert "is an address, and nothing is fetched" in result.stderr


def test_build_as_json_prints_one_object_and_nothing_else(site: Site) -> None:
    site.article("gate.txt")
    site.article("bad.txt", "")
    result = site.build("--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["briefs"] == [
        {"article": "articles/gate.txt", "brief": f"briefs/{site.brief().name}", "outcome": "written"}
    ]
    (problem,) = found["problems"]
    assert problem["path"] == "articles/bad.txt"
    assert found["site"].endswith("/site")


def test_build_says_how_many_briefs_readers_do_not_see_yet_and_says_it_again(site: Site) -> None:
    site.article("gate.txt")
    site.article("held.txt", f"Embargo: 2099-06-05T00:01:00+00:00\n\nHeld: {ARTICLE}")
    for _ in range(2):  # the second time from the receipt
        assert "not public yet: 1 brief," in site.build().stderr
    assert "not public yet" not in site.build("--now", "2099-06-06T00:00:00+00:00").stderr


def test_quiet_says_nothing_when_all_is_well(site: Site) -> None:
    site.article("gate.txt")
    assert site.build("-q").output == ""
    assert "unchanged" in site.build("-v").stderr


def test_check_names_an_article_that_has_lost_its_story_once_and_again(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    site.article("gate.txt", "Council backs tidal gate\n")
    for _ in range(2):  # the second time from memory
        said = site.run("check").stderr
        assert said.count("content/articles/gate.txt: holds no sentence of a story") == 1


def test_check_finds_a_footnote_that_is_not_there(site: Site) -> None:
    site.article("gate.txt")
    site.build()
    brief = site.brief()
    brief.write_text(brief.read_text("utf-8").replace("[^1]\n", "[^9]\n", 1), "utf-8")
    result = site.run("check", "--json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)["problems"]
    assert "[^9]" in problem["problem"]
    assert "[^9]" in brief.read_text("utf-8").splitlines()[problem["line"] - 1]
    strict = site.build("--strict")
    assert strict.exit_code == 1
    assert f"{brief.name}:{problem['line']}: refers to the footnote [^9]" in strict.stderr


def extract(*lines: str) -> tuple[int, list[dict]]:
    found = subprocess.run([*DIGEST, "extract"], input="\n".join(lines).encode(), capture_output=True, check=False)
    return found.returncode, [json.loads(line) for line in found.stdout.splitlines()]


def test_extract_gives_all_of_its_contract() -> None:
    body = ARTICLE.split("\n\n", 1)[1]
    status, (found,) = extract(
        json.dumps({"id": 7, "title": "Council 🏛 votes", "text": f"🌊 {body}", "published": "2024-06-18"})
    )
    assert status == 0
    assert list(found) == [
        *("id", "title", "language", "kind", "genre", "byline", "dateline", "published", "outlet", "sentences"),
        *("key_points", "quotes", "people", "organisations", "places", "dates", "figures", "categories", "tags"),
    ]
    text = f"🌊 {body}"
    assert found["id"] == 7
    assert found["title"] == "Council 🏛 votes"
    (quote,) = (quote for quote in found["quotes"] if quote["kind"] != "indirect")
    assert (
        text[quote["start"] : quote["end"]]
        == quote["text"]
        == "We have mopped the same kitchens four times in ten years,"
    )
    assert (quote["speaker"], quote["cue"]) == ("Ada Quill", "said")
    assert text[quote["speaker_start"] : quote["speaker_end"]] == "Ada Quill"
    for point in found["key_points"]:
        assert [point["start"], point["end"]] in found["sentences"]
    cost = next(figure for figure in found["figures"] if figure["unit"] == "GBP")
    assert {"text": "£48.2 million", "value": 48_200_000}.items() <= cost.items()
    assert text[cost["start"] : cost["end"]] == cost["text"]
    assert found["dates"][0]["value"] == "2024-06-17"


def test_extract_explains_its_key_points_where_it_is_asked_to() -> None:
    line = json.dumps({"id": 1, "text": ARTICLE})
    _, (plain,) = extract(line)
    explained = json.loads(
        subprocess.run([*DIGEST, "extract", "--explain"], input=line.encode(), capture_output=True, check=True).stdout
    )
    reasons = [point.pop("explanation") for point in explained["key_points"]]
    assert explained == plain
    assert reasons
    for why in reasons:
        added = sum(feature["contribution"] for feature in why["features"].values())
        assert why["average"] + added == pytest.approx(why["worth"], abs=1e-3)
        assert why["features"]["length"]["value"] > 0
        shares = [abs(feature["contribution"]) for feature in why["features"].values()]
        assert shares == sorted(shares, reverse=True)
        assert list(why["words"].values()) == sorted(why["words"].values(), reverse=True)


def test_extract_goes_on_after_a_bad_line() -> None:
    status, found = extract(
        '{"id": "a", "text": 3}',
        "not json",
        "[1]",
        '{"id": "d", "text": "The council met. It voted."}',
        '{"id": "e", "text": "x", "published": "soon"}',
    )
    assert status == 1
    assert [bool(it.get("error")) for it in found] == [True, True, True, False, True]
    assert [it["id"] for it in found] == ["a", None, None, "d", "e"]


def test_a_title_even_when_empty_means_that_the_text_is_the_body() -> None:
    text = "Council backs gate\n\nThe council voted on Monday to build a gate."
    _, (body_only, whole) = extract(
        json.dumps({"id": 1, "title": "", "text": text}), json.dumps({"id": 2, "text": text})
    )
    assert body_only["sentences"][0] == [0, 18]
    assert body_only["title"] is None
    assert whole["title"] == "Council backs gate"
    assert whole["sentences"][0][0] == 20


def test_a_save_that_fails_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "brief.md"
    save(path, "old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(path, "new")
    assert path.read_text("utf-8") == "old"
    assert [it.name for it in tmp_path.iterdir()] == ["brief.md"]


def test_an_interrupt_leaves_no_half_written_file(site: Site) -> None:
    for number in range(300):
        site.article(f"{number}.txt", ARTICLE.replace("Northmoor council", f"Council {number}"))
    process = subprocess.Popen([*DIGEST, "build"], cwd=site.folder, stderr=subprocess.PIPE)
    while not site.briefs.exists() or sum(1 for _ in site.briefs.iterdir()) < 5:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode != 0
    written = list(site.briefs.glob("*.md"))
    assert 0 < len(written) < 300
    assert all(path.read_text("utf-8").endswith(")\n") for path in written)


def test_serve_says_where_and_shows_a_changed_article(site: Site, tmp_path: Path) -> None:
    site.article("gate.txt")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = tmp_path / "said.txt"
    with said.open("w") as output:
        process = subprocess.Popen([*DIGEST, "serve", "-a", f"127.0.0.1:{port}"], cwd=site.folder, stderr=output)

    def shown(word: str) -> bool:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                    if word in answer.read().decode():
                        return True
            except OSError:
                assert process.poll() is None
            time.sleep(0.1)
        return False

    try:
        assert shown("backs tidal gate")
        site.article("gate.txt", ARTICLE.replace("council backs", "council rejects"))
        assert shown("rejects tidal gate")
        assert f"Serving on http://127.0.0.1:{port}/repo/" in said.read_text("utf-8")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def test_extract_reads_what_json_can_hold_and_nothing_else() -> None:
    lines = [
        b"\xef\xbb\xbf" + json.dumps({"id": 1, "text": "The council met. It voted."}).encode(),
        b'{"id": 2, "text": "bad \xff byte"}',
        b'{"id": NaN, "text": "x"}',
        b'{"id": ' + b"9" * 5000 + b', "text": "x"}',
        b'{"id": 5, "text": "A lone \\ud800 surrogate met the council."}',
    ]
    found = subprocess.run([*DIGEST, "extract"], input=b"\n".join(lines), capture_output=True, check=False)
    answers = [json.loads(line) for line in found.stdout.splitlines()]
    assert ["error" in it for it in answers] == [False, True, True, True, False]
    assert found.returncode == 1


def test_add_again_with_facts_brings_the_article_up_to_date(site: Site) -> None:
    site.run("add", input=ARTICLE)
    site.run("add", "--source", "Northmoor Wire", input=ARTICLE)
    assert len(list(site.articles.iterdir())) == 1
    assert 'name: "Northmoor Wire"' in site.brief().read_text("utf-8")


def test_add_says_which_facts_are_not_known(site: Site) -> None:
    story = "Ferry leaves on time\n\nThe ferry left the quay of Northmoor on time, the harbour office said.\n"
    said = site.run("add", input=story).stderr
    assert (
        "ferry-leaves-on-time.txt: outlet and date not known: add it again with --source and --published, or write"
        in said
    )
    assert (
        "date not known: add it again with --published, or"
        in site.run("add", "--source", "Northmoor Wire", input=story).stderr
    )
    assert "not known" not in site.run("add", "--published", "2024-06-19", input=story).stderr


def test_add_is_not_stopped_by_another_articles_fault(site: Site) -> None:
    (site.articles / "bad.txt").write_bytes(b"a\0b")
    assert site.run("add", input=ARTICLE).exit_code == 0
    assert site.brief().is_file()


def test_a_port_in_use_is_said_in_one_line(site: Site) -> None:
    site.article("gate.txt")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = site.run("serve", "-a", f"127.0.0.1:{taken.getsockname()[1]}")
    assert result.exit_code == 1
    assert "is not served at 127.0.0.1" in result.stderr


def test_no_color(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    site.article("bad.txt", "")
    assert "\x1b" not in CliRunner().invoke(main, ["build"], color=True).output
