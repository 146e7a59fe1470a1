"""Decoding, from the bytes of a pasted file to its text."""

from __future__ import annotations

import codecs
import re

from digest.errors import EncodingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_OTHER_FORMATS = (
    (b"%PDF-", "is a PDF: paste its text instead"),
    (b"PK\x03\x04", "is a Word document or another packed file: open it and paste its text instead"),
    (b"\xd0\xcf\x11\xe0", "is an old Word document or another Office file: open it and paste its text instead"),
    (b"{\\rtf", "is a rich text file (RTF): open it and paste its text instead"),
)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html(?:\s+public\b[^>]*)?>|<html[\s>])", re.IGNORECASE)
_SENT_MAIL = re.compile(r"(?:[!-9;-~]+:.*\n|[ \t].*\n)*?MIME-Version:", re.IGNORECASE)
"""A header that no mail program shows: what follows may be coded."""


def decode(data: bytes) -> str:
    """The text of `data`, without a byte order mark; line ends stay as they are.

    UTF-8 and UTF-16 with a mark are what the mark says. Without one the bytes are UTF-16 if every
    other byte of the beginning is zero, else UTF-8, else Windows-1252, which is what text
    saved by an older Windows program is in. Never a guess from letter frequencies.

    Raises:
        EncodingError: the data is binary, or is text in none of these encodings, or holds a text of which its marks
            are no part: a web page, a mail as it was sent.
    """
    for start, problem in _OTHER_FORMATS:
        if data.startswith(start):
            raise EncodingError(None, problem)
    text = _decoded(data)
    if _PAGE.match(text):
        raise EncodingError(None, "is the source of a web page: open it in a browser and paste its text instead")
    if _SENT_MAIL.match(text):
        raise EncodingError(None, "is a mail with its coding: open it in a mail program and paste its text instead")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    start = data[:200]
    if len(start) >= 4 and not any(start[1::2]) and all(start[::2]):
        return _strictly(data, "utf-16-le")
    if len(start) >= 4 and not any(start[::2]) and all(start[1::2]):
        return _strictly(data, "utf-16-be")
    if b"\0" in data:
        raise EncodingError(_line(data, data.index(b"\0")), "holds a NUL byte: it is not a text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as utf8:
        if any(byte < 32 and byte not in b"\t\n\r\f\v" for byte in data):
            raise EncodingError(_line(data, utf8.start), "is not a text file") from None
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            raise EncodingError(
                _line(data, utf8.start),
                f"byte 0x{data[utf8.start]:02x} is neither UTF-8 nor Windows-1252: save the file as UTF-8",
            ) from None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(_line(data, error.start), f"is not valid {encoding.upper()}: {error.reason}") from None
    if "\0" in text:
        raise EncodingError(text.count("\n", 0, text.index("\0")) + 1, "holds a NUL: it is not a text file")
    return text


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
