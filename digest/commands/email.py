"""`digest email`, an edition as a message to pipe into a mailer."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from digest.commands.options import config_file_option
from digest.commands.site import site_at
from digest.site.host import message_of


@click.command()
@click.argument("day", metavar="DATE")
@config_file_option
def email(day: str, config_file: Path) -> None:
    """Print the edition of DATE as a mail message. It has HTML and plain text as alternatives.

    The configuration says where links lead ('site_url'), and may say who sends the message to whom
    ('email: {from: …, to: …}' of the plugin). What it does not say is left to the mailer.

    \b
    Example:
      digest email 2026-03-01 | sendmail -t
    """
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise click.UsageError(f"{day!r} is not a date such as 2026-03-01") from None
    sys.stdout.buffer.write(message_of(site_at(config_file), wanted))
