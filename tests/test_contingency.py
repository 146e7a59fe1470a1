"""Which sentences say why something happened, or what came of it."""

from __future__ import annotations

import pytest

from digest.analysis.key_points.contingency import senses_of


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was cancelled because the lock gate had failed.",
        "Classes were called off due to the flood.",
        "Nurses walked out in protest over the new rota.",
        "The bridge stays shut in order to let divers look at its piers.",
        "Residents left on fears that the dam would not hold.",
        "The mayor blamed the delay on the supplier.",
        "The walkout, the first in years, began after managers cancelled leave.",
        "The outage was caused by a worn cable.",
    ],
)
def test_a_reason(text: str) -> None:
    assert senses_of(text) == {"reason"}


@pytest.mark.parametrize(
    "text",
    [
        "The gate failed, forcing the harbour to turn two ships away.",
        "The storm left 300 homes without power.",
        "The ruling means that the vote has to be held again.",
        "The leak led to a search of every tank.",
        "The decision sparked protests in Northmoor.",
        "As a result, fares will rise by a tenth.",
        "The slump cost 200 jobs.",
    ],
)
def test_a_result(text: str) -> None:
    assert senses_of(text) == {"result"}


def test_both() -> None:
    assert senses_of("Fares rose because of the strike, which meant that fewer people took the ferry.") == {
        "reason",
        "result",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday.",
        "The trial was due to begin in May.",
        "The army led the search and the forces along the coast joined it.",
        "Police named no possible causes of the fire.",
        "“It broke because nobody looked,” she said.",
        "He said the figures led him to doubt the plan.",
        "",
    ],
)
def test_neither(text: str) -> None:
    assert not senses_of(text)
