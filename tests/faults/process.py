"""A build in a process of its own, which is killed or refused something at one of its system calls.

The process is a copy of this one, so that all is loaded already and a build takes no longer than it works.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.cli import main
from tests.faults.calls import Call, parse_calls
from tests.faults.desk import NOW

STRACE = shutil.which("strace")
_MAY_TRACE_ME = 0x59616D61
"""To `prctl`: any process may watch this one, which some systems allow to those only that have started it."""
BUG = 70
"""Exit status of a build that ended in a traceback."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A build that has ended."""

    status: int
    """Its exit status, or the signal that ended it, negative."""
    said: str
    calls: tuple[Call, ...] = ()


def build(folder: Path, workshop: Path, *, watched: Sequence[str] = (), fault: str | None = None) -> Ran:
    """Build the site in a folder.

    Args:
        folder: the site's.
        workshop: a folder beside it, for what is said and done.
        watched: system calls to tell of.
        fault: what happens at one of them, as `strace` wants to be told.
    """
    said, log = workshop / "said.txt", workshop / "calls.txt"
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})  # which tells the copy to begin
    ready, is_ready = os.pipe()
    process = os.fork()
    if not process:
        _build(folder, workshop, said, is_ready, waits=bool(watched))
    os.close(is_ready)
    os.read(ready, 1)
    os.close(ready)
    if watched:
        assert STRACE
        options = ["-y", "-s", "0", "-o", str(log), "-e", "trace=" + ",".join(f"?{it}" for it in watched)]
        if fault:
            options += ["-e", f"inject={fault}"]
        tracer = subprocess.Popen([STRACE, *options, "-p", str(process)], stderr=subprocess.PIPE, text=True)
        _wait_until_traced(process, tracer)
        os.kill(process, signal.SIGUSR1)
    _, status = os.waitpid(process, 0)
    calls: tuple[Call, ...] = ()
    if watched:
        tracer.communicate()
        calls = tuple(parse_calls(log.read_text("utf-8", "replace").splitlines()))
    return Ran(os.waitstatus_to_exitcode(status), said.read_text("utf-8", "replace"), calls)


def _wait_until_traced(process: int, tracer: subprocess.Popen[str]) -> None:
    assert tracer.stderr
    said = tracer.stderr.readline()
    if not said.rstrip().endswith("attached"):
        os.kill(process, signal.SIGKILL)
        raise RuntimeError(said)


def may_trace() -> bool:
    """Whether there is `strace` here, and it may look at another process."""
    if not STRACE:
        return False
    tried = subprocess.run([STRACE, "-qqq", "-o", os.devnull, "true"], capture_output=True, check=False)
    return tried.returncode == 0


def _build(folder: Path, workshop: Path, said: Path, is_ready: int, *, waits: bool) -> None:
    """Be the build, from a fork to the end of the process; the other one is told when it may be watched."""
    status = BUG
    try:
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(handle, stream)
        tempfile.tempdir = str(workshop / "tmp")
        os.chdir(folder)
        # Who is watched is told that a process it began has ended, which cuts short what it asks of a folder at that moment.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        importlib.invalidate_caches()  # or it would count whether a folder that Python looks into has changed
        ctypes.CDLL(None).prctl(_MAY_TRACE_ME, ctypes.c_ulong(-1), 0, 0, 0)
        os.write(is_ready, b"!")
        if waits:
            signal.sigwait({signal.SIGUSR1})
        main(["build", "--now", NOW, "-f", str(folder / "mkdocs.yml")])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else BUG
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
