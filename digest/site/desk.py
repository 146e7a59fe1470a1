"""Desk, a folder of one build's own: MkDocs builds there, and nothing that lies on it outlives the build."""

from __future__ import annotations

import shutil
import tempfile
from hashlib import blake2b
from pathlib import Path

from digest.cache import Cache
from digest.site.spool import Spool


class Desk:
    """Where a build works, among the system's temporary files, as the cache's disk may be full or only be read.

    A build that is killed clears nothing away. So desks are named for their site, and the next build of it clears away
    what others left, as soon as the cache's lock says that none of them is still at work.
    """

    def __init__(self, cache: Cache) -> None:
        """Set up the desk.

        Args:
            cache: of the site, which other builds are kept from.
        """
        prefix = f"press-digest-{blake2b(str(cache.folder).encode(), digest_size=6).hexdigest()}-"
        if cache.keeps_others_out:
            for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
                shutil.rmtree(left, ignore_errors=True)
        self.folder = Path(tempfile.mkdtemp(prefix=prefix))
        self.site = self.folder / "site"
        """Where MkDocs writes."""
        self.spool = Spool(self.folder / "spool")

    def close(self) -> None:
        """Clear all away."""
        self.spool.close()
        shutil.rmtree(self.folder, ignore_errors=True)
