"""Try bad luck at every point of a build, or at COUNT points of each kind: `python -m tests.faults [COUNT]`.

    kill      the process is killed where it is about to change a file
    refuse    a change of a file is refused: no space, no permission, a fault of the disk, a read-only disk
    rename    a file is not put in another's place, as on some network drives
    vanish    a file or folder of the content is gone between listing and reading
    unread    a file or folder of the content cannot be read

After each, nothing of the editor's is lost, every file is whole, and the next build ends as if nothing had happened.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest import signatures, survey
from digest.store import BESIDE
from tests.faults.calls import CHANGING, READING, Call
from tests.faults.desk import NOW, change, edit, open_desk, put_back, tree
from tests.faults.process import Ran, build
from tests.faults.promises import Expected

_RENAMES = ("rename", "renameat", "renameat2")
_ERRORS = {
    "refuse": ("ENOSPC", "EACCES", "EIO", "EROFS"),
    "rename": ("EXDEV", "EPERM", "EEXIST"),
    "vanish": ("ENOENT",),
    "unread": ("EACCES", "EIO"),
}
KINDS = ("kill", *_ERRORS)


@dataclass(frozen=True, slots=True)
class Point:
    """A call of a build at which something happens."""

    call: Call
    error: str | None
    """What the call is refused with; None where the process is killed."""

    @property
    def fault(self) -> str:
        """What happens, as `strace` wants to be told."""
        happens = f"error={self.error}" if self.error else "signal=KILL"
        return f"{self.call.name}:{happens}:when={self.call.number}"

    def was_met(self, ran: Ran) -> bool:
        """Whether a build came to this point; of the call at which it is killed `strace` may not tell."""
        calls = [call for call in ran.calls if call.name == self.call.name]
        if len(calls) >= self.call.number:
            return calls[self.call.number - 1].is_like(self.call)
        return len(calls) == self.call.number - 1 and ran.status == -signal.SIGKILL

    def __str__(self) -> str:
        return f"{self.error or 'KILL'} at {self.call}"


class Trial:
    """A morning's build, which can be begun again and again."""

    def __init__(self, workshop: Path) -> None:
        # Else it would be chance whether a file is looked at again that was written just now.
        signatures.JUST_NOW = survey.JUST_NOW = 0
        self._workshop, self.site = workshop, open_desk(workshop / "desk")
        self._saved = workshop / "saved"
        (workshop / "tmp").mkdir()
        for step in (lambda _: None, edit, change):
            step(self.site)
            before = tree(self.site.folder)
            if step is change:
                shutil.copytree(self.site.folder, self._saved)
                self._start_over()
            ran = self.site.build("--now", NOW)  # in this process, which then has loaded what a build loads
            assert ran.exit_code == 0, ran.output
        self.expected = Expected(before, tree(self.site.folder))
        self._watched: tuple[str, ...] = ()

    def points(self, kind: str) -> list[Point]:
        """All points of a kind."""
        self._watched = CHANGING if kind in ("kill", "refuse", "rename") else READING
        self._start_over()
        calls = self._build(watched=self._watched).calls
        return [Point(call, error) for call in self._chosen(kind, calls) for error in _ERRORS.get(kind, (None,))]

    def _chosen(self, kind: str, calls: tuple[Call, ...]) -> Iterator[Call]:
        places = (str(self.site.folder), str(self._workshop / "tmp"))
        if self._watched is READING:
            places = (str(self.site.content),)
        for call in calls:
            if not any(path.startswith(places) for path in call.paths):
                continue
            if call.name in _RENAMES if kind == "rename" else call.changes == (self._watched is CHANGING):
                yield call

    def broken(self, point: Point) -> Iterator[str]:
        """What is broken where there is bad luck at a point."""
        self._start_over()
        ran = self._build(watched=self._watched, fault=point.fault)
        if not point.was_met(ran):
            yield "the build did not come to it"
            return
        now = tree(self.site.folder)
        yield from self.expected.broken_at_once(now, by_error=point.error is not None)
        if point.error:
            paths = (os.path.relpath(path, self.site.folder) for path in point.call.paths)
            yield from self.expected.broken_by_error(ran, now, paths, is_gone=point.error == "ENOENT")
        elif ran.status >= 0:
            yield f"it was not killed: it ended with {ran.status}"
        if point.error == "ENOENT":
            self._come_back(point)
        next_one = self._build()
        if next_one.status:
            yield f"the next build ended with {next_one.status}: {next_one.said}"
        in_the_end = tree(self.site.folder)
        for name in (os.path.relpath(path, self.site.folder) for path in point.call.paths):
            if point.error == "ENOENT" and name.endswith(BESIDE) and name not in self.expected.after:
                in_the_end.pop(name, None)  # somebody has put it back
        yield from self.expected.broken_in_the_end(in_the_end)

    def _come_back(self, point: Point) -> None:
        """What was gone is there again; its times tell."""
        for path in map(Path, point.call.paths):
            for file in filter(Path.exists, (path, *path.rglob("*"))):
                known = file.stat()
                os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))

    def _start_over(self) -> None:
        put_back(self._saved, self.site.folder)

    def _build(self, *, watched: Sequence[str] = (), fault: str | None = None) -> Ran:
        return build(self.site.folder, self._workshop, watched=watched, fault=fault)


def main(count: str | None = None) -> int:
    """Try all points, or so many of each kind, spread over the whole of the build; the exit status says how it went."""
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        trial = Trial(Path(folder).resolve())
        failed = 0
        for kind in KINDS:
            points = trial.points(kind)
            stride = len(points) / min(int(count), len(points)) if count else 1
            tried = [points[int(stride * (number + 0.5))] for number in range(round(len(points) / stride))]
            broken = {point: found for point in tried if (found := list(trial.broken(point)))}
            for point, found in broken.items():
                print(*(f"{point}: {it}".replace(folder, "") for it in found), sep="\n")
            print(f"{kind}: {len(tried)} of {len(points)} points tried, something broke at {len(broken)}", flush=True)
            failed += len(broken)
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
