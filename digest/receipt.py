"""Receipt, what the last build of a site was made from and what it wrote: while both are as they were, all is done."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

from digest.cache import FOLDER, Cache
from digest.outcomes import Outcome, Report, Result
from digest.seals import broken_seals
from digest.signatures import digest_of_bytes
from digest.survey import Surveyor

LEDGER, _LAST = "receipt", "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Of a build that left nothing to be done or said again."""

    options: str
    """What the command was asked for."""
    config: str
    """Digest of the configuration."""
    content: str
    """The content folder."""
    templates: tuple[str, ...]
    """Folders of templates."""
    articles: str
    """What the file system said of them."""
    others: str
    """What it said of the rest of the content folder, and of the templates."""
    site: str
    """The site's folder."""
    written: str
    """Name of the ledger of what was written there."""
    at: str
    """When it was built, in ISO 8601."""
    until: str | None
    """When the next brief becomes public, or no longer is."""
    held: int
    """How many briefs were not shown yet."""
    results: tuple[tuple[str, str, str], ...]
    """Articles, their briefs, and what became of these."""

    @property
    def report(self) -> Report:
        """What an update would say again."""
        return Report(tuple(Result(article, brief, Outcome(outcome)) for article, brief, outcome in self.results), ())


def keep_receipt(cache: Cache, receipt: Receipt | None) -> None:
    """Remember the receipt of a build; None where it left something to be done or said again."""
    ledger = cache.ledger(LEDGER)
    if receipt is None:
        ledger.drop(_LAST)
    else:
        ledger.put(_LAST, json.dumps(asdict(receipt)))


def find_receipt(config_file: Path, options: str, now: datetime | None, surveyor: Surveyor) -> Receipt | None:
    """The receipt of the last build, if another one with these options would do nothing.

    Args:
        config_file: the site's configuration.
        options: what the command is asked for.
        now: the time to build for, if not the present.
        surveyor: says what the file system says.
    """
    folder = config_file.absolute().parent / FOLDER
    if not folder.is_dir():
        return None
    cache = Cache(folder)
    text = cache.ledger(LEDGER).get(_LAST)
    if text is None:
        return None
    known = json.loads(text)
    known["templates"], known["results"] = tuple(known["templates"]), tuple(map(tuple, known["results"]))
    receipt = Receipt(**known)
    moment = now or datetime.now(timezone.utc)
    if (
        receipt.options != options
        or receipt.config != _digest_of_file(config_file)
        or moment < datetime.fromisoformat(receipt.at)
        or (receipt.until and moment >= datetime.fromisoformat(receipt.until))
    ):
        return None
    content = Path(receipt.content)
    if (
        surveyor.articles(content).known != receipt.articles
        or surveyor.others(content, map(Path, receipt.templates)).known != receipt.others
    ):
        return None
    written = cache.ledger(receipt.written)
    return receipt if written.names() and not broken_seals(receipt.site, written) else None


def digest_of_config(config_file: Path) -> str | None:
    """What a configuration is known by; None where it depends on what is not in it."""
    text = config_file.read_text("utf-8", "replace")
    return None if any(word in text for word in ("!ENV", "INHERIT", "hooks")) else _digest_of_file(config_file)


def _digest_of_file(path: Path) -> str | None:
    try:
        return digest_of_bytes(path.read_bytes())
    except OSError:
        return None
