"""People, organisations and places are told apart, and what nothing tells apart is left out."""

from __future__ import annotations

import pytest

from digest.analysis.names import Name, Names, find_names
from digest.article import parse_article
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
    text = "The crews met Mayor Ada\nQuill of the Northmoor Harbour Authority in Oslo. They read Ada Quill’s letter and praised Quill."
    names = find_names(parse_article(text, title=""))
    for name in (*names.people, *names.organisations, *names.places):
        for mention in name.mentions:
            assert name.name.endswith(one_line(mention.of(text)))


def test_names_of_another_language_are_not_guessed() -> None:
    text = "Le maire Ada Quill est à Oslo avec les équipages du port, selon une lettre de la ville qui est dans le journal."
    assert find_names(parse_article(text, title="")) == Names()
