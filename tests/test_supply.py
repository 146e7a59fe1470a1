"""What is run to test, build and publish: the very files that were looked at, each by its hash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from digest import __version__

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "digest" / "starter_site"
WORKFLOWS = [*sorted((ROOT / ".github" / "workflows").iterdir()), STARTER / "pages.yml"]
LOCKS = [*sorted(ROOT.glob("requirements*.lock")), STARTER / "requirements.txt"]
SCRIPTS = [*WORKFLOWS, ROOT / ".ci" / "run", ROOT / "Makefile", ROOT / "README.md"]
_USED = re.compile(r"\buses:\s*(?P<action>[^@\s]+)(?:@(?P<at>\S+))?(?:\s+#\s*(?P<version>\S+))?")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def requirements(path: Path) -> dict[str, str]:
    """Each requirement of a lock file, `name==version`, with all that belongs to it."""
    blocks = re.split(r"^(?=\w)", path.read_text("utf-8"), flags=re.MULTILINE)
    return {re.split(r"[\s;\\]", block)[0]: block for block in blocks if block.strip()}


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_every_action_is_named_by_its_commit_with_the_version_beside_it(path: Path) -> None:
    text = path.read_text("utf-8")
    used = list(_USED.finditer(text))
    steps = [step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) == len(steps) > 0
    for it in used:
        assert re.fullmatch(r"[0-9a-f]{40}", it["at"] or ""), it.group()
        assert re.fullmatch(r"v\d+\.\d+\.\d+", it["version"] or ""), it.group()


def test_an_action_is_the_same_in_every_workflow() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for it in _USED.finditer(path.read_text("utf-8")):
            pins.setdefault(it["action"], set()).add(f"{it['at']} {it['version']}")
    assert {action: found for action, found in pins.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_a_workflow_may_read_the_repository_and_keeps_no_credentials(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"]["contents"] == "read"
    assert set(workflow["permissions"]) <= {"contents", "pages", "id-token"}
    triggers = workflow[True]  # YAML 1.1's reading of the key "on"
    assert set(triggers) <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    if "pull_request" in triggers:
        assert set(workflow["permissions"]) == {"contents"}
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_what_is_installed_is_checked_by_hash_or_brings_nothing_along(path: Path) -> None:
    text = path.read_text("utf-8").replace("pip install 'press-digest[search,cards]'", "")  # a reader's own machine
    for line in re.findall(r"^.*\bpip\b.*\binstall\b.*$", text, re.MULTILINE):
        assert "--require-hashes" in line or "--no-deps" in line, line


@pytest.mark.parametrize("path", LOCKS, ids=name_of)
def test_every_locked_requirement_has_a_version_and_hashes(path: Path) -> None:
    locked = requirements(path)
    assert locked
    for requirement, block in locked.items():
        assert re.fullmatch(r"[\w.-]+==[\w.!+]+", requirement), requirement
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), requirement


def test_the_lock_files_agree() -> None:
    main = requirements(ROOT / "requirements.lock")
    for path in LOCKS:
        for requirement, block in requirements(path).items():
            name = requirement.partition("==")[0]
            versions = {it for it in main if it.partition("==")[0] == name}
            assert not versions or requirement in versions, f"{path.name}: {requirement}"
            if requirement in main:
                hashes = set(re.findall(r"sha256:\w+", block))
                assert hashes == set(re.findall(r"sha256:\w+", main[requirement])), requirement


def test_a_new_site_installs_this_version_and_all_that_it_needs() -> None:
    assert f"--no-deps press-digest=={__version__}\n" in (STARTER / "pages.yml").read_text("utf-8")
    needed = re.findall(r'^  "([\w-]+)[^"]*",?$', project_table("dependencies"), re.MULTILINE)
    for extra in ("search", "cards"):
        needed += re.findall(r'"([\w-]+)', project_table(extra))
    assert {"mkdocs", "nh3", "pagefind-bin", "pillow"} <= set(needed)
    assert set(needed) <= {it.partition("==")[0] for it in requirements(STARTER / "requirements.txt")}


def project_table(key: str) -> str:
    """The list under a key of pyproject.toml, as it is written there: Python 3.10 reads no TOML."""
    found = re.search(rf"^{key} = \[(.*?)\]$", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    return found[1]
