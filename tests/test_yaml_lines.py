"""Setting a field of front matter: its lines change, and no other byte of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import FieldError
from digest.text.fields import split_front_matter
from digest.text.yaml_lines import with_entry, with_field
from digest.text.yaml_mapping import load_mapping

OTHERS = [
    'title: "x: y # z"',
    "plain: words # with a comment",
    "# a comment",
    "",
    "note: |\n  lines\n\n  more\n",
    "folded: >-\n  words",
    "weight: 3",
    "list:\n- a\n- b",
    "people:\n  - {name: a}   # so\n  # trailing",
    "map: {a: 1,\n  b: 2}",
    "words: 'it''s'",
    'long: "a\n  b"',
    "empty:",
    "é中: “—”\u0085",
]
STAMP = 'digest: {version: "0.1.0", body: "b", fields: "f"}\n'
# What a field may say, and what stands behind it without being its own.
SAID = [
    ("", ""),
    ("", "  # to come"),
    (" draft", ""),
    (' "draft"', "  # until noon"),
    (" 'draft'", " "),
    (" |\n  draft", "\n"),
    (" [a,\n  b]", " # so"),
    ("\n  a: 1", "\n  # so"),
    ("\n- a\n- b", "  # c\n# d"),
]
LINES = st.lists(st.sampled_from(OTHERS), max_size=4, unique=True).map(lambda lines: "".join(f"{it}\n" for it in lines))


def values(text: str) -> dict[str, object]:
    parts = split_front_matter(text)
    assert parts
    return {name: field.value for name, field in load_mapping(parts[0]).items()}


@given(
    LINES,
    st.none() | st.sampled_from(SAID),
    st.sampled_from(["", "later: 1\n", "\n# c\nlater: 1 # c\n"]),
    st.sampled_from(["", STAMP]),
    st.sampled_from(["", "  "]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff", "\n"]),
    st.text("abc“—”\"'\\#:{}[]&*!|>-\n\t\r\u2028é ", max_size=20),
)
def test_a_field_is_set_and_every_other_byte_stays(
    above: str,
    said: tuple[str, str] | None,
    below: str,
    stamp: str,
    indent: str,
    end: str,
    first: str,
    value: str,
) -> None:
    def laid_out(text: str) -> str:
        return "".join(indent + line if line.strip() else line for line in text.splitlines(keepends=True))

    def file(old: str, new: str) -> str:
        fields = laid_out(f"{above}first: 1\n{old}{below}{new}{stamp}".replace("\u0085", "NEL")).replace(
            "NEL", "\u0085"
        )
        return f"{first}---\n{fields}---\nBody: {{}}\n---\n\n\u2028 end ".replace("\n", end)

    old = f"review:{said[0]}{said[1]}\n" if said else ""
    if not said and not stamp:
        below, new_below = "", below
        above += new_below
    text = file(old, "")
    after = with_field(text, "review", value, before="digest")
    written = f"review: {_quoted(value)}"
    assert after == file(f"{written}{said[1]}\n" if said else "", "" if said else f"{written}\n")
    assert values(after) == {**values(text), "review": value}


def _quoted(value: str) -> str:
    """As YAML writes it, which is for another test to know."""
    return with_field("---\na: 1\n---\n", "b", value, before="").removeprefix("---\na: 1\nb: ").removesuffix("\n---\n")


ONE = 'date: "a", wrong: "b", right: "c"'
NEW = 'date: "2026-06-05", wrong: "a: “b” # c", right: "d"'
ENTRY = {"date": "2026-06-05", "wrong": "a: “b” # c", "right": "d"}
LISTS = {
    "none": ("", f"\n  - {{{NEW}}}"),
    "an empty list": (" []  # none yet", f"\n  - {{{NEW}}}  # none yet"),
    "a list on one line": (f" [{{{ONE}}}]", f" [{{{ONE}}}, {{{NEW}}}]"),
    "with a comma at its end": (f" [{{{ONE}}}, ]  # so", f" [{{{ONE}}}, {{{NEW}}}, ]  # so"),
    "as far to the left as the field": (
        f"\n- {{{ONE}}}  # so\n\n# behind",
        f"\n- {{{ONE}}}  # so\n- {{{NEW}}}\n\n# behind",
    ),
    "on many lines": (
        "\n    - date: a\n      wrong: b\n      right: >\n        c\n",
        f"\n    - date: a\n      wrong: b\n      right: >\n        c\n    - {{{NEW}}}\n",
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("before", "after"), LISTS.values(), ids=LISTS.keys())
def test_an_entry_is_added_behind_the_others(before: str, after: str, end: str) -> None:
    frame = "---\ntitle: x\ncorrections:{}\nother: 1\n---\nBody\n".replace("\n", end)
    text = frame.replace("{}", before.replace("\n", end))
    assert with_entry(text, "corrections", ENTRY, before="digest") == frame.replace("{}", after.replace("\n", end))


def test_a_new_field_stands_above_the_stamp() -> None:
    text = f'---\ntitle: "x"\n{STAMP}---\nBody\n'
    expected = f'---\ntitle: "x"\nreview: "approved"\n{STAMP}---\nBody\n'
    assert with_field(text, "review", "approved", before="digest") == expected


@pytest.mark.parametrize("text", ["---\n{title: x, review: draft}\n---\n", "---\n- a\n---\n", "Body\n", "---\n---\n"])
def test_fields_that_do_not_stand_on_lines_are_refused(text: str) -> None:
    with pytest.raises(FieldError):
        with_field(text, "review", "approved", before="digest")
