"""Promises, what holds of a site after a build that had bad luck, and after the next one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.etree import ElementTree

from tests.faults.desk import CANARIES
from tests.faults.process import BUG, Ran

_UNFINISHED = (".part", ".part/")
_BESIDE = re.compile(r"(?<=/)\.(.{1,40})\.[a-z0-9_]{8}\.digest\.part\Z")
_ENDS = {".html": b"</html>", ".xml": b">", ".json": b"}"}

Tree = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Expected:
    """What lies in a site's folder before a build, and after one that had no bad luck."""

    before: Tree
    after: Tree

    def broken_at_once(self, now: Tree, *, by_error: bool) -> Iterator[str]:
        """What an editor has lost, or a reader sees that is cut, or that nobody may see.

        Where a build was killed, each page is the old one or the new one; where it went on after an error, it may have
        made the pages without what it could not read or write.
        """
        for name, data in self.before.items():
            if _is_editors(name) and now.get(name) not in (data, self.after.get(name)):
                yield f"{name} is {'changed' if name in now else 'lost'}"
        for name, data in now.items():
            if name.startswith("site/") and any(word.encode() in data.lower() for word in CANARIES):
                yield f"{name} shows what nobody may see"
            if name.endswith(_UNFINISHED) or ".part/" in name or name.startswith(".cache/") or name.endswith("/"):
                continue
            if data not in (self.before.get(name), self.after.get(name)) and not (by_error and _is_whole(name, data)):
                yield f"{name} is neither the old file nor the new one"

    def broken_by_error(self, ran: Ran, now: Tree, paths: Iterable[str], *, is_gone: bool) -> Iterator[str]:
        """What is wrong with how a build ended that was refused something, or found it gone: that may be well."""
        if ran.status == BUG or "Traceback" in ran.said:
            yield f"it ended in a traceback: {ran.said.strip().splitlines()[-1]}"
        elif ran.status == 0 and is_gone:
            return
        elif ran.status == 0:
            yield from (f"it says that all is well, and {it}" for it in self.broken_in_the_end(now))
        elif ran.status != 1:
            yield f"it ended with {ran.status}"
        elif not any(name in ran.said for path in paths for name in _names(path)):
            yield f"it does not say which file it is about: {' | '.join(ran.said.splitlines()[-3:])}"

    def broken_in_the_end(self, now: Tree) -> Iterator[str]:
        """What the next build has not healed."""
        ours, theirs = _lasting(now), _lasting(self.after)
        for name in sorted(ours.keys() | theirs.keys()):
            if name not in ours:
                yield f"{name} is missing"
            elif name not in theirs:
                yield f"{name} is left behind"
            elif ours[name] != theirs[name]:
                yield f"{name} is not what it should be"


def _names(path: str) -> tuple[str, ...]:
    """How a file may be named in what is said: by its page, and where it is written under another name first, by its own."""
    page = f"'{PurePosixPath(path).with_suffix('.md').name}'"
    if "tmp/" in path:  # MkDocs builds here, and it names a page, a file, or we the folder
        return (page, f"'{PurePosixPath(path).parent.name}.md'", "/press-digest-", "/tmp: ")
    return (_BESIDE.sub(r"\1", path).removesuffix(".part"), page)


def _is_whole(name: str, data: bytes) -> bool:
    """Whether a page, feed or the like has an end."""
    ending = PurePosixPath(name).suffix
    try:
        if ending == ".json":
            json.loads(data)
        elif ending == ".xml":
            ElementTree.fromstring(data)
    except (ValueError, ElementTree.ParseError):
        return False
    return data.rstrip().endswith(_ENDS.get(ending, b""))


def _is_editors(name: str) -> bool:
    return name.startswith("content/") or name == "mkdocs.yml"


def _lasting(tree: Tree) -> dict[str, bytes]:
    return {name: data for name, data in tree.items() if not name.startswith(".cache")}
