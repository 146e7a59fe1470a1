"""A process, run to its end, with the time and the memory that it took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MIB = 2**20 if sys.platform == "darwin" else 2**10
"""A MiB in the units of `ru_maxrss`: bytes on macOS, KiB elsewhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a whole process, start-up included."""

    seconds: float
    peak: float
    """Most memory resident at one time, in MiB."""
    output: str
    """What it printed; empty where that was not kept."""


def run(command: Sequence[str], *, folder: Path | None = None, keep_output: bool = False) -> Run:
    """Run a command in a folder; one that fails is an error."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE if keep_output else subprocess.DEVNULL, text=True
    )
    output = process.stdout.read() if process.stdout else ""
    # wait4 tells of this child alone; RUSAGE_CHILDREN is the maximum over all that there have been.
    # What this process itself holds when it starts the child counts as the child's, so it stays small.
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stdout:
        process.stdout.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, usage.ru_maxrss / _MIB, output)


def keep_to_one_core() -> bool:
    """Let this process and those that it starts use one core only; false where the system has no way to say so."""
    if not hasattr(os, "sched_setaffinity"):
        return False
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return True
