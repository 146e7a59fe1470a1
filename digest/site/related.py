"""Related, which briefs belong together: remembered, as it changes only near a brief that is new or names others."""

from __future__ import annotations

from digest.cache import Ledger
from digest.site.catalogue import Catalogue
from digest.site.library import Entry, Library
from digest.site.targets import inputs_of

_ALL = "all"
"""Name of what stands for all that is remembered; no brief's address, which has slashes."""


class Related:
    """The related briefs of each brief of a library."""

    def __init__(self, library: Library, catalogue: Catalogue, ledger: Ledger) -> None:
        """Bring what is remembered up to date.

        Args:
            library: the briefs.
            catalogue: their subjects.
            ledger: what is remembered of earlier builds.
        """
        self._ledger = ledger
        self._entries = {entry.url: entry for entry in library.entries}
        if ledger.get(_ALL) == self._all(catalogue):
            return
        ledger.keep_only(self._entries)
        for entry, nearness in catalogue.nearness():
            if (ledger.get(entry.url) or "").partition(" ")[0] != nearness:
                ledger.put(entry.url, " ".join((nearness, *(it.url for it in catalogue.related(entry)))))
        ledger.put(_ALL, self._all(catalogue))

    def _all(self, catalogue: Catalogue) -> str:
        """What stands for all briefs and what they name, and for what is remembered of each."""
        return inputs_of((catalogue.shape, *(self._ledger.get(url) or "" for url in self._entries)))

    def to(self, entry: Entry) -> list[Entry]:
        """The related briefs of one."""
        return [self._entries[url] for url in (self._ledger.get(entry.url) or "").split(" ")[1:]]
