"""What is cut off a page is what it is told to be, and nothing of the story goes with it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from digest.article import parse_article
from digest.article.closings import closing_paragraph
from digest.article.furniture import is_furniture, is_table
from digest.article.mails import find_mail
from digest.article.opening import without_slug
from digest.article.paragraphs import find_paragraphs

WORDS = st.lists(
    st.sampled_from(
        ["the", "ferry", "Northmoor", "UPDATE", "2", "-", "–", ":", "|", "EXCLUSIVE", "From:", "412.6", "\t"]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
SENTENCE = "The ferry to the islands left the old quay of Northmoor at noon."
HEADERS = ["From: Ada Quill <ada@trust.example>", "To: desk@gazette.example", "Subject: The ferry", "Date: 3 June 2026"]


@given(WORDS)
@example("UPDATE 2-EXCLUSIVE-")
@example("UPDATE 2-Court orders refund")
def test_a_headline_loses_only_what_the_desk_put_before_it(headline: str) -> None:
    left = without_slug(headline)
    assert headline.endswith(left)
    assert left or not headline
    assert headline[: len(headline) - len(left)].upper() == headline[: len(headline) - len(left)]


@given(st.lists(st.sampled_from(["Net debt", "96.4", "the ferry left at noon", "said"]), min_size=1, max_size=6))
def test_what_ends_as_a_sentence_does_is_no_table(cells: list[str]) -> None:
    assert not is_table("   ".join(cells) + ".")
    assert is_table("\t".join(cells)) is (len(cells) > 2)


@given(st.lists(st.sampled_from([*HEADERS, SENTENCE, "Hi all,", "Best,"]), max_size=14))
def test_a_mail_has_its_text_behind_headers_and_within_the_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    paragraphs = find_paragraphs(text)
    mail = find_mail(paragraphs)
    if mail is None:
        return
    assert 0 < mail.start < mail.end <= len(paragraphs)
    assert paragraphs[mail.start - 1].line in HEADERS
    assert all(paragraph.line not in HEADERS[:1] for paragraph in paragraphs[mail.start : mail.start + 1])


@given(
    st.lists(st.sampled_from([SENTENCE, "The crews were paid.", "I saw it, said Ada Quill."]), min_size=1, max_size=8)
)
def test_a_story_keeps_every_sentence_below_a_mails_headers(story: list[str]) -> None:
    text = "\n".join([*HEADERS, "", "Ferry leaves old quay", "", *story])
    assert [sentence.text for sentence in parse_article(text).sentences] == story


@given(
    st.sampled_from(["Home", "News", "Sport"]), st.lists(st.sampled_from(["Home", "News", "crews", "are"]), max_size=8)
)
def test_words_that_are_in_no_menu_are_never_cut_with_one(first: str, words: list[str]) -> None:
    line = " ".join([first, *words])
    assert not is_furniture(line) or {"crews", "are"}.isdisjoint(words)


@given(
    st.lists(
        st.sampled_from(
            [SENTENCE, "I saw Ada Quill.", "The plan was written by us.", "Harbour Talk is produced by Jonas Lind."]
        ),
        min_size=1,
        max_size=8,
    ),
    st.sets(st.integers(0, 7), min_size=1),
)
def test_nothing_that_opens_a_turn_or_says_i_is_the_page_again(lines: list[str], turns: set[int]) -> None:
    turns = {number for number in turns if number < len(lines)} or {0}
    end = closing_paragraph(lines, turns, ["Ada Quill"])
    assert max(turns) < end <= len(lines)
    assert end == len(lines) or ("produced" in lines[end] and len(turns) > 1)
