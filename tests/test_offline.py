"""No command asks the network: the kernel ends it, and all that it starts, at the first attempt."""

from __future__ import annotations

import ast
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from importlib.util import find_spec
from pathlib import Path

import pytest

import digest
from tests.conftest import ARTICLE, Site
from tests.offline import BROKEN

ROOT = Path(__file__).parents[1]
TALKERS = frozenset(
    {"aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "multiprocessing.managers", "poplib", "requests"}
    | {"smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc"}
)
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


def offline(site: Site, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.offline", "--none", *arguments]
    ran = subprocess.run(
        command, cwd=site.folder, env=ENVIRONMENT, input=text, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, (arguments, ran.returncode, ran.stderr)
    return ran


def test_no_command_asks_the_network(site: Site) -> None:
    story = site.folder / "story.txt"
    story.write_text(ARTICLE, "utf-8")
    offline(site, "init", "new")
    offline(site, "add", "--source", "The Harbour Gazette", str(story))
    offline(site, "add", text=ARTICLE.replace("Northmoor", "Sandrey").replace("three votes", "two votes"))
    built = offline(site, "build", "--strict")
    assert "warning" not in built.stderr.lower()
    assert (site.built / "feed.xml").is_file()
    if find_spec("pagefind_bin"):
        assert (site.built / "pagefind" / "pagefind.js").is_file()  # by a child, which the kernel watched too
    brief = str(min(site.briefs.glob("*.md")))
    offline(site, "check", "--json")
    offline(site, "approve", brief)
    offline(site, "correct", brief, "--wrong", "On Monday.", "--right", "On Tuesday.")
    assert "text/html" in offline(site, "email", "2024-06-18").stdout
    offline(site, "withdraw", brief, "--why", "It was wrong.")
    offline(site, "build")
    found = offline(site, "extract", "--explain", text=json.dumps({"id": 1, "text": ARTICLE}))
    assert json.loads(found.stdout)["key_points"]


@pytest.mark.parametrize(
    "asking",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('example.org', 443)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_the_guard_ends_whoever_asks_the_network(asking: str) -> None:
    script = f"from tests import offline; offline.watch(loopback=False); {asking}"
    ran = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, capture_output=True, check=False)
    assert ran.returncode == BROKEN
    assert b"the network was asked" in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process bind its children")
def test_the_guard_ends_a_child_that_asks_the_network() -> None:
    child = "import socket; socket.socketpair(); print('ran', flush=True); socket.socket(socket.AF_INET6)"
    script = (
        "import subprocess, sys; from tests import offline; assert offline.forbid_sockets();"
        f" sys.exit(-subprocess.run([sys.executable, '-c', {child!r}]).returncode)"
    )
    ran = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, capture_output=True, check=False)
    assert ran.stdout.split() == [b"ran"]
    assert ran.returncode == signal.SIGSYS, ran.stderr


def test_serve_listens_on_the_loopback_address_and_asks_nobody(site: Site) -> None:
    site.article("gate.txt")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.offline", "--loopback", "serve", "-a", f"127.0.0.1:{port}"]
    log = site.folder / "log.txt"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=site.folder, env=ENVIRONMENT, stderr=said)
        try:
            for word in ("backs tidal gate", "rejects tidal gate"):
                site.article("gate.txt", ARTICLE.replace("backs tidal gate", word))
                assert is_shown(process, port, word), log.read_text("utf-8")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
    assert "the network was asked" not in log.read_text("utf-8")
    assert process.returncode != BROKEN


def is_shown(process: subprocess.Popen, port: int, word: str) -> bool:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                if word in answer.read().decode():
                    return True
        except OSError:
            if process.poll() is not None:
                return False
        time.sleep(0.1)
    return False


def test_the_guard_lets_nobody_listen_to_the_world() -> None:
    script = "from tests import offline; offline.watch(loopback=True); import socket; socket.socket().bind(('', 0))"
    ran = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, capture_output=True, check=False)
    assert ran.returncode == BROKEN


def test_no_module_of_ours_can_talk_to_another_machine() -> None:
    for path in Path(digest.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                used = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                used = {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
            else:
                continue
            assert not {it for it in used if it in TALKERS or it.split(".")[0] in TALKERS}, path
