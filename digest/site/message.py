"""Message, an edition as Internet mail (RFC 5322) has it: the HTML and the plain text as alternatives."""

from __future__ import annotations

from datetime import datetime, time, timezone
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import urlsplit

from digest.errors import DigestError
from digest.site.email import EditionEmail
from digest.site.masthead import Masthead
from digest.text.spans import one_line


def edition_message(email: EditionEmail, masthead: Masthead, *, sender: str | None, to: str | None) -> bytes:
    """The message, ready to be piped into a mailer: the same edition is the same bytes.

    Its line ends are single line feeds, as programs that read mail on standard input expect. It is dated to the
    beginning of the edition's day in UTC.

    Args:
        email: the edition.
        masthead: of the site.
        sender: the From line; None leaves it to the mailer.
        to: the To line; None leaves it to the mailer.

    Raises:
        DigestError: `sender` or `to` is no address.
    """
    mark = sha256(email.html.encode() + email.text.encode()).hexdigest()
    message = EmailMessage(policy=default.clone(linesep="\n"))
    message["Subject"] = one_line(email.title)
    if sender:
        message["From"] = _addresses(sender)
    if to:
        message["To"] = _addresses(to)
    message["Date"] = format_datetime(datetime.combine(email.edition.day, time(), timezone.utc))
    message["Message-ID"] = f"<{email.edition.day.isoformat()}.{mark[:16]}@{_host(masthead)}>"
    message.set_content(email.text)
    message.add_alternative(email.html, subtype="html")
    message.set_boundary(f"=_{mark[16:48]}")
    return message.as_bytes()


def _addresses(value: str) -> str:
    """One or more addresses, as a header may hold them."""
    try:
        parsed = default.header_factory("To", value)
        known = not parsed.defects and parsed.addresses and all(it.domain for it in parsed.addresses)
    except ValueError:  # a line end
        known = False
    if not known:
        raise DigestError(f"{value!r} is no mail address such as 'Morning desk <desk@example.org>'")
    return value


def _host(masthead: Masthead) -> str:
    """The host of the site, in the letters that a message's id may hold."""
    host = urlsplit(masthead.home).hostname or "localhost"
    return "".join(letter if letter.isascii() and (letter.isalnum() or letter in ".-") else "-" for letter in host)
