"""What must hold of every text, asked of texts that are made up here; `make fuzz` looks for others."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, articles, briefs, files, front_matter, pipeline, quotes, sentences

PIECES = st.sampled_from(
    [
        *"<>&*_[](){}`#-+1.:;,\"'“”‘’~^=!|%\\/@$ \n\t\x00\x1d\u2028\u202e\u200dé中",
        "\n\n", "---\n", "Source: ", "Embargo: ", "Q: ", "MS. QUILL: ", "By Ada Quill", "said ", "“It did,” he said. ",
        "The gate opens in March 2025. ", "Ada Quill, the mayor, ", "[^1]", "[^1]: ", "## Quotes\n", "> ", "- ", "**Why?**",
        "<script>", "](javascript:x)", "{{ x }}", "{: #a }", "&#38", "paragraph 1)", "“x” (",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)
LINES = st.lists(
    st.sampled_from(
        [
            'slug: "a"', 'date: "2024-06-18"', "people: [{name: x}]", "a: 0.00001", "a: 1e5", "b: [x, {y: z}]", "c: ~", "# x",
            "d: 99999999999999999999", "sources: [{name: x}]", 'embargo: "2030-01-01T00:00:00Z"', "e: |\n  x\n  y", "f: &x y",
            "aliases: [/a/b/]", "draft: true", "withdrawn: true", "digest: {version: 1, body: 2, fields: 3}", "tags: [NO, on]",
        ]
    ),
    max_size=6,
    unique=True,
).map(lambda lines: "\n".join(["title: x", *lines]))  # fmt: skip


@given(TEXTS)
@example("---\n---\n")
@example("A \u2028Embargo: soon")
def test_any_text_is_an_article_or_an_error(text: str) -> None:
    articles(text)


@given(TEXTS)
def test_sentences_lose_no_word(text: str) -> None:
    sentences(text)


@given(TEXTS)
@example("The mayor said he was late, and the harbour \0 was shut.")
def test_what_programs_get_lies_in_the_text(text: str) -> None:
    quotes(text)


@given(LINES | TEXTS)
@example('title: "x"')
@example("title: x\nb: 0.00001")
@example("e: !!int")
@example("e: !!bool x")
@example("e: !!timestamp x")
@example("e: !!float _")
@example("e: !!int 0x")
@example("e: !!timestamp 2024-13-99")
def test_any_front_matter_is_read_and_written_the_same_or_refused(text: str) -> None:
    front_matter(text)


@given(LINES, TEXTS)
@example("title: x", "“x” (\n[^1]: “x” (a)1)\n")
def test_any_brief_is_read_and_safe_or_refused(fields: str, body: str) -> None:
    briefs(f"---\n{fields}\n---\n{body}")


@settings(max_examples=30)
@given(TEXTS)
@example("A gate\n\nIt opens in May.\n\n“We are glad of it , ,” said Jonas Lind, the mayor.")
@example("A gate\n\nIt opens in May at the harbour &#38 the quay of Northmoor.")
@example("\x08\r:")
def test_any_article_is_shown_as_text(text: str) -> None:
    pipeline(text)


@given(st.binary(max_size=80))
@example(b"\xff\xfeA\0")
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    files(data.decode("latin-1"))


def test_each_target_is_asked() -> None:
    assert set(TARGETS) == {"articles", "sentences", "quotes", "front_matter", "briefs", "pipeline", "files"}
