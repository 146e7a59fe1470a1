"""People, organisations and places are told apart, and what nothing tells apart is left out."""

from __future__ import annotations

import re
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis.names import Name, Names, find_names
from digest.analysis.names.kinds import kind_of
from digest.article import parse_article
from digest.article.facts import Facts
from digest.text.spans import one_line
from tests.golden import cases


def shown(names: Names) -> list[str]:
    def line(kind: str, name: Name) -> str:
        role = f" ({name.role})" if name.role else ""
        return f"{kind}: {name.name}{role} {len(name.mentions)}"

    kinds = (("person", names.people), ("organisation", names.organisations), ("place", names.places))
    return [line(kind, name) for kind, found in kinds for name in found]


@pytest.mark.parametrize(("text", "expected"), cases("names"))
def test_names_of_a_story(text: str, expected: list[str]) -> None:
    assert shown(find_names(parse_article(text, title=""))) == expected


def test_every_mention_is_where_the_text_has_the_name() -> None:
    text = (
        "At noon the crews met on the quay Mayor Ada\nQuill of the Northmoor Harbour Authority in\n"
        "Oslo. They read Ada Quill’s whole letter at\nthe gate and praised Quill."
    )
    names = find_names(parse_article(text, title=""))
    found = (*names.people, *names.organisations, *names.places)
    assert {name.name: len(name.mentions) for name in found} == {
        "Ada Quill": 3,
        "Northmoor Harbour Authority": 1,
        "Oslo": 1,
    }
    for name in found:
        for mention in name.mentions:
            assert one_line(mention.of(text)) in name.name


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Harbour Office Backs Tidal Gate Plan In Spring", []),
        ("Ada Quill met the Harbour Minister, Jonas Lind, in Oslo today.", ["Ada Quill", "Jonas Lind"]),
    ],
)
def test_a_headline_has_names_where_capitals_mean_names(headline: str, found: list[str]) -> None:
    text = f"{headline}\n\nThe gate has saved the town twice this winter. It will open again in the spring, the office said."
    assert [name.name for name in find_names(parse_article(text)).people] == found


@pytest.mark.parametrize("opening", ["FILE -", "UNITED NATIONS (Reuters) -"])
def test_what_is_no_place_is_none_in_a_dateline(opening: str) -> None:
    text = f"{opening} In this photo the gate has saved the town twice. Nobody was hurt, and the crews cheered."
    assert not find_names(parse_article(text, title="")).places


@pytest.mark.parametrize(
    ("opening", "places"),
    [
        ("PALU, Indonesia (Reuters) -", ["Palu", "Indonesia"]),
        ("SEOUL/OSLO (Reuters) -", ["Seoul", "Oslo"]),
        ("MANCHESTER, N.H. (AP) —", ["Manchester"]),
    ],
)
def test_a_dateline_names_its_places(opening: str, places: list[str]) -> None:
    text = f"{opening} The gate has saved the town twice this winter. Nobody was hurt, and the crews cheered."
    found = find_names(parse_article(text, title="")).places
    assert [name.name for name in found] == places
    assert all(name.name.lower() in name.mentions[0].of(text).lower() for name in found)


WORDS = st.sampled_from(
    [
        "Mayor",
        "Ada",
        "Quill",
        "Lind",
        "Jonas",
        "Northmoor",
        "Harbour",
        "Authority",
        "(NHA)",
        "NHA",
        "Oslo",
        "Norway",
        "Norway’s",
        "and",
        "of",
        "the",
        "for",
        "in",
        "said,",
        "said",
        "Mr.",
        "Ms.",
        "J.",
        "“Jack”",
        "al-Lind",
        "de",
        "U.S.",
        "North",
        "Korean",
        "Ministry",
        "Prince",
        "President",
        "Senn",
        "&",
        "St.",
        "Mary’s",
        "9th",
        "Brigade",
        "Jr.",
        "London-based",
        "who",
        "41,",
        "is",
        "The",
        "New",
        "York",
        ",",
        ".",
        ":",
        "(",
        ")",
        "-",
        "’",
        "\n",
        "Bank",
        "WASHINGTON",
        "II",
        "Georgia",
        "Jordan",
        "May",
        "Saint",
        "Lake",
        "Fleet",
        "Iñárritu",
        "ÉCOLE",
    ]
)


@given(st.lists(WORDS, max_size=60))
def test_mentions_are_in_the_text_in_order_and_no_two_names_share_one(words: list[str]) -> None:
    text = " ".join(words)
    article = parse_article(text, title="", facts=Facts(language="en"))
    names = find_names(article)
    mentions = []
    for name in (*names.people, *names.organisations, *names.places, *names.others):
        assert name.name.strip()
        assert name.mentions
        assert list(name.mentions) == sorted(set(name.mentions))
        for mention in name.mentions:
            printed = one_line(mention.of(text))
            assert printed
            assert printed.split()[0].isupper() or set(re.findall(r"\w", printed)) & set(re.findall(r"\w", name.name))
        mentions += name.mentions
    mentions.sort()
    assert all(first.end <= second.start for first, second in pairwise(mentions))
    assert not mentions or mentions[-1].end <= len(text)


HOSTILE = {
    "a name of 300 words": "Ada " + "Quill " * 300 + "left.",
    "a name of 300 particles": "The Bank " + "of the Bank " * 300 + "closed.",
    "capitals only": "MAYOR ADA QUILL LEFT NORTHMOOR. " * 300,
    "no punctuation": "Mayor Ada Quill left Northmoor and " * 500,
    "5,000 names": " ".join(f"Ada Quill{chr(97 + n % 26) * (n // 26 % 7 + 1)} left Oslo{n}." for n in range(5000)),
    "one surname 3,000 times": " ".join(f"{chr(65 + n % 26)}da{n} Quill said so. Ms. Quill left." for n in range(3000)),
    "brackets": "Northmoor Harbour Authority (NHA) " * 2000,
    "commas": "Ada Quill, " * 3000,
    "open marks": "“Ada ‘Quill “Lind " * 2000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_has_its_names_too(text: str) -> None:
    find_names(parse_article(text, title="", facts=Facts(language="en")))


def test_the_order_of_evidence_does_not_decide() -> None:
    said = {"always": 0.0, "one word": 0.1, "initials": 0.2, "opens": 0.3}  # 0.6 or a hair more, as they are added
    table = {evidence: (0.0, value, 0.0) for evidence, value in said.items()}
    orders = permutations(["one word", "initials", "opens"])
    assert {kind_of(dict.fromkeys(order).keys(), table) for order in orders} == {None}


def test_names_of_another_language_are_not_guessed() -> None:
    text = "Le maire Ada Quill est à Oslo avec les équipages du port, selon une lettre de la ville qui est dans le journal."
    assert find_names(parse_article(text, title="")) == Names()
