"""Done, what a build came to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digest.errors import DigestError
from digest.outcomes import Report


@dataclass(frozen=True, slots=True)
class Done:
    """What became of the briefs, and where the site is."""

    report: Report
    content: Path
    """The content folder."""
    site: Path
    """The site's folder."""
    problems: tuple[DigestError, ...]
    """What has to be mended; the site was not built where a `SiteFolderError` is among it."""
    held: int
    """How many briefs the site does not show yet: drafts, and what is under embargo."""
