"""The bytes of a pasted file become its text, or an error that says where they do not."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import EncodingError
from digest.text.decoding import decode

PASTED = "Fähre fährt\r\nŁódź — “ja”\n渡轮"
WESTERN = "Café prices “rose” 4 € – again\r\nNaïve? No…"


def marked(mark: bytes, encoding: str, text: str = PASTED) -> bytes:
    return mark + text.encode(encoding)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="nothing"),
        pytest.param(b"\n\n", "\n\n", id="line ends only"),
        pytest.param(b"Plain words.\n", "Plain words.\n", id="ASCII"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", id="line ends stay as they are"),
        pytest.param(PASTED.encode(), PASTED, id="UTF-8"),
        pytest.param("a\ufeffb".encode(), "a\ufeffb", id="a mark inside the text is kept"),
        pytest.param(codecs.BOM_UTF8, "", id="a mark and nothing else"),
        pytest.param(marked(codecs.BOM_UTF8, "utf-8"), PASTED, id="UTF-8 with a mark"),
        pytest.param(marked(codecs.BOM_UTF16_LE, "utf-16-le"), PASTED, id="UTF-16 LE with a mark"),
        pytest.param(marked(codecs.BOM_UTF16_BE, "utf-16-be"), PASTED, id="UTF-16 BE with a mark"),
        pytest.param("The ferry left.\r\n".encode("utf-16-le"), "The ferry left.\r\n", id="UTF-16 LE without a mark"),
        pytest.param("The ferry left.\r\n".encode("utf-16-be"), "The ferry left.\r\n", id="UTF-16 BE without a mark"),
        pytest.param(WESTERN.encode("cp1252"), WESTERN, id="Windows-1252"),
        pytest.param(b"It\x92s late", "It’s late", id="one mark of Windows-1252"),
        pytest.param(b"On the <html> tag", "On the <html> tag", id="a story that names a tag"),
        pytest.param(b"Subject: News\n\nMIME-Version: 1", "Subject: News\n\nMIME-Version: 1", id="a pasted mail"),
    ],
)
def test_text_is_decoded(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        pytest.param(b"one\ntwo\0three", 2, "NUL", id="a NUL byte"),
        pytest.param(b"PK\x03\x04\x14\0", None, "is a Word document", id="a Word document"),
        pytest.param(b"{\\rtf1\\ansi News\\par}", None, "is a rich text file", id="rich text"),
        pytest.param(b"\n<!DOCTYPE html>\n<p>News</p>", None, "is the source of a web page", id="a web page"),
        pytest.param(b"<?xml version='1.0'?>\n<html>", None, "is the source of a web page", id="a strict web page"),
        pytest.param(
            b"Received: from a\r\n by b;\r\nMIME-Version: 1.0\r\n\r\n=C3=84", None, "is a mail", id="a mail as sent"
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", 3, "not a text file", id="a picture"),
        pytest.param(b"one\n\x1b[1mtwo\xff", 2, "is not a text file", id="control characters and no UTF-8"),
        pytest.param(
            b"one\ntwo\nthree \x81 four", 3, "0x81 is neither UTF-8 nor Windows-1252", id="no encoding has it"
        ),
        pytest.param(
            codecs.BOM_UTF8 + b"one\ntwo\n\xe9", 3, "not valid UTF-8", id="a mark of UTF-8 before other bytes"
        ),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", 1, "not valid UTF-16", id="half a character of UTF-16"),
        pytest.param(marked(codecs.BOM_UTF16_LE, "utf-16-le", "one\ntwo\0"), 2, "NUL", id="a NUL in UTF-16"),
        pytest.param(marked(codecs.BOM_UTF8, "utf-8", "one\ntwo\0"), 2, "NUL", id="a NUL in UTF-8 with a mark"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, line: int | None, says: str) -> None:
    with pytest.raises(EncodingError) as refused:
        decode(data)
    assert refused.value.line == line
    assert says in str(refused.value)


# Without surrogates, which are no text, and without NUL, which no text file holds.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(WORDS, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]))
def test_a_marked_text_is_read_as_it_was_written(text: str, encoding: str) -> None:
    assert decode("\ufeff".encode(encoding) + text.encode(encoding)) == text


@given(WORDS.filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_without_a_mark_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_encoding_error(data: bytes) -> None:
    text, line = "", 1
    try:
        text = decode(data)
    except EncodingError as refused:
        line = 1 if refused.line is None else refused.line
    assert "\0" not in text
    assert 1 <= line <= data.count(b"\n") + 1
