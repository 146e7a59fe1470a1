"""Imports run one way through the house, and only three rooms know the host."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import digest

PACKAGE = Path(digest.__file__).parent
# Each room may use those on the lines above it, and its own.
FLOORS = [
    ["errors", "__init__", "layout", "signatures"],
    ["cache", "saving", "workers"],
    ["outcomes", "seals", "survey"],
    ["receipt"],
    ["text", "settings"],
    ["article"],
    ["analysis"],
    ["brief", "extraction"],
    ["fragments"],
    ["front_matter", "templates"],
    ["markdown"],
    ["pipeline", "store", "verification"],
    ["card"],
    ["shelf"],
    ["article_index", "drafts", "owners"],
    ["examination"],
    ["update", "check", "adding", "starter", "site"],
    ["console", "editing"],
    ["commands"],
    ["cli"],
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found.append(node.module or "")
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return found


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_imports_run_one_way() -> None:
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for module in imports(path):
            if module.split(".")[0] == "digest":
                other = room_of(module)
                assert other == room or FLOOR[other] < FLOOR[room], f"{path} may not import {module}"


def test_the_analysis_asks_key_points_but_never_the_other_way_round() -> None:
    for path in (PACKAGE / "analysis" / "key_points").rglob("*.py"):
        used = {module for module in imports(path) if module.startswith("digest.analysis.")}
        others = {module for module in used if not module.startswith("digest.analysis.key_points")}
        assert others <= {"digest.analysis.dates", "digest.analysis.names", "digest.analysis.references"}, path


def test_only_the_plugin_its_options_and_the_host_know_mkdocs() -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(module.split(".")[0] == "mkdocs" for module in imports(path))
    }
    assert users == {
        "site/plugin.py",
        "site/options.py",
        "site/host.py",
        "site/serving.py",
        "site/host_files.py",
        "site/host_pages.py",
        "site/configuration.py",
    }


def test_extract_starts_without_the_site_and_its_libraries() -> None:
    slow = {"mkdocs", "jinja2", "markdown", "watchdog", "digest.site", "digest.store", "digest.saving"}
    script = "import sys, digest.cli, digest.commands.extract; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert slow.isdisjoint(found.stdout.split())


def test_a_build_in_which_no_article_changed_loads_neither_the_analysis_nor_the_verification() -> None:
    script = (
        "import sys, digest.cli, digest.commands.build, digest.commands.serve, digest.site.host; print(*sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    rooms = {name for name in found.stdout.split() if name.startswith("digest.")}
    assert "digest.site.host" in rooms
    assert not {name for name in rooms if name.split(".")[1] in ("article", "analysis", "verification")}


def test_a_build_does_not_load_the_server() -> None:
    script = "import sys, digest.commands.building, digest.site.plugin; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {"mkdocs.livereload", "watchdog"}.isdisjoint(found.stdout.split())


def test_only_the_edges_touch_files_or_the_clock() -> None:
    edges = {
        "store.py",
        "saving.py",
        "cache.py",
        "signatures.py",
        "receipt.py",
        "shelf.py",
        "cli.py",
        "console.py",
        "starter.py",
        "adding.py",
        "update.py",
        "check.py",
        "site/folder.py",
        "site/spool.py",
        "site/configuration.py",
        "site/host.py",
    }
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).as_posix() in edges:
            continue
        source = path.read_text("utf-8")
        for word in ("open(", "write_text(", "write_bytes(", "datetime.now", "date.today", "print(", "os.environ"):
            assert word not in source, f"{path} uses {word}"
