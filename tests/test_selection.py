"""A set of key points is chosen, not a list: it says much in few words, and nothing twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis import Budget
from digest.analysis.key_points.candidates import Candidate, Questions
from digest.analysis.key_points.selection import select_points

ROOM = Budget(points=5, words=1000, least=1)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SALIENCE = dict.fromkeys([*LETTERS, "gate", "council", "vote", "monday", "crew", "lock"], 0.5)
DIFFERENT = [(LETTERS[at], LETTERS[at + 1]) for at in range(0, 26, 2)]
"""Thirteen sentences that share no word: a story long enough for three points."""


def candidates(
    worths: Mapping[int, float],
    words: Sequence[Collection[str]] = DIFFERENT,
    lengths: Sequence[int] = (10,) * 13,
    headline: Mapping[int, float] | None = None,
    *,
    quoted: Collection[int] = (),
    adding: Collection[int] = (),
) -> list[Candidate]:
    return [
        Candidate(
            number=number,
            worth=worth,
            length=lengths[number],
            words=frozenset(words[number]),
            of_headline=(headline or {}).get(number, 0.0),
            quoted=number in quoted,
            adds=number in adding,
        )
        for number, worth in worths.items()
    ]


def questions(
    dangling: Collection[int] = (),
    senses: Mapping[int, frozenset[str]] | None = None,
    news: Mapping[int, int] | None = None,
) -> Questions:
    return Questions(
        stands=lambda number: number not in dangling,
        senses=lambda number: (senses or {}).get(number, frozenset()),
        news=news.__getitem__ if news else None,
    )


def select(
    worths: dict[int, float],
    lengths: list[int] | None = None,
    budget: Budget = ROOM,
    dangling: Collection[int] = (),
    headline: dict[int, float] | None = None,
    senses: dict[int, frozenset[str]] | None = None,
    news: dict[int, int] | None = None,
    *,
    quoted: Collection[int] = (),
    adding: Collection[int] = (),
    told: bool = True,
) -> tuple[int, ...]:
    return select_points(
        candidates(worths, lengths=lengths or [10] * 13, headline=headline, quoted=quoted, adding=adding),
        sentences=13,
        salience=SALIENCE,
        budget=budget,
        asked=questions(dangling, senses, news),
        told=told,
    )


@pytest.mark.parametrize(("sentences", "points"), [(0, 0), (1, 1), (3, 1), (4, 2), (9, 3), (15, 4), (25, 5), (400, 5)])
def test_a_longer_story_is_worth_more_points(sentences: int, points: int) -> None:
    assert Budget().count_for(sentences) == points
    assert Budget(points=2).count_for(sentences) == min(points, 2)


def test_the_best_comes_first_and_the_others_in_reading_order() -> None:
    assert select({0: 0.1, 2: 0.5, 3: 0.9, 5: 0.4, 6: 0.1}) == (3, 2, 5)


def test_the_first_sentence_is_the_main_fact_where_it_says_about_as_much_of_the_headline() -> None:
    worths = {0: 0.5, 2: 0.5, 3: 0.9, 5: 0.4, 6: 0.1}
    nothing = dict.fromkeys(worths, 0.0)
    assert select(worths) == (3, 0, 2)
    assert select(worths, headline=nothing | {3: 0.5}) == (3, 0, 2)
    assert select(worths, headline=nothing | {0: 0.2, 3: 0.2}) == (3, 0, 2)
    assert select(worths, headline=nothing | {0: 0.45, 3: 0.5}) == (0, 2, 3)


def test_what_tells_the_headline_at_the_top_of_a_story_comes_in() -> None:
    worths = {0: 0.2, 1: 0.1, 2: 0.3, 4: 0.4, 5: 0.45, 6: 0.5}
    nothing = dict.fromkeys(worths, 0.0)
    assert select(worths) == (6, 4, 5)
    assert select(worths, headline=nothing | {5: 0.9, 1: 0.2}) == (6, 4, 5)
    assert select(worths, headline=nothing | {1: 0.9}) == (1, 5, 6)
    assert select(worths, headline=nothing | {1: 0.9}, dangling=[1]) == (6, 4, 5)
    assert select(worths, headline=nothing | {1: 0.9}, budget=Budget(points=3, words=29, least=1)) == (1, 6)


def test_what_is_chosen_of_the_top_and_tells_as_much_of_the_headline_is_the_main_fact() -> None:
    worths = {0: 0.2, 1: 0.1, 2: 0.4, 4: 0.45, 5: 0.5}
    nothing = dict.fromkeys(worths, 0.0)
    assert select(worths, headline=nothing | {5: 0.6, 2: 0.5}) == (5, 2, 4)
    assert select(worths, headline=nothing | {5: 0.6, 2: 0.6}) == (2, 4, 5)
    assert select(worths, headline=nothing | {5: 0.6, 1: 0.6}) == (1, 4, 5)


def test_the_main_fact_stands_deep_in_a_story_only_where_it_tells_the_headline() -> None:
    worths = {0: 0.1, 4: 0.4, 6: 0.45, 12: 0.9}
    nothing = dict.fromkeys(worths, 0.0)
    assert select(worths) == (6, 4, 12)
    assert select(worths, headline=nothing | {12: 0.6}) == (12, 4, 6)
    assert select({11: 0.4, 12: 0.9}) == (12, 11)
    assert select(worths, told=False) == (12, 4, 6)


def test_nothing_need_tell_better_what_the_first_sentence_has_half_of_the_headline_of() -> None:
    worths = {0: 0.9, 1: 0.1, 5: 0.5, 6: 0.4}
    nothing = dict.fromkeys(worths, 0.0)
    assert select(worths, headline=nothing | {0: 0.4, 1: 0.9}) == (1, 0, 5)
    assert select(worths, headline=nothing | {0: 0.5, 1: 0.9}) == (0, 5, 6)


def test_what_somebody_says_is_the_main_fact_by_its_worth_alone() -> None:
    worths = {0: 0.5, 2: 0.5, 3: 0.9, 5: 0.4, 6: 0.1}
    nothing = dict.fromkeys(worths, 0.0)
    assert select(worths, headline=nothing | {0: 0.5, 3: 0.5}) == (0, 2, 3)
    assert select(worths, headline=nothing | {0: 0.5, 3: 0.5}, quoted=[0]) == (3, 0, 2)
    assert select({0: 0.9}, quoted=[0]) == (0,)


def test_what_comes_beside_something_else_is_not_the_main_fact() -> None:
    worths = {0: 0.1, 2: 0.4, 3: 0.9, 5: 0.5}
    assert select(worths) == (3, 2, 5)
    assert select(worths, adding=[3]) == (5, 2, 3)
    assert select({3: 0.9}, adding=[3]) == (3,)


def test_behind_a_scene_what_tells_news_most_plainly_is_the_main_fact() -> None:
    worths = {0: 0.9, 3: 0.6, 5: 0.5}
    told = dict.fromkeys(worths, 0.0) | {0: 0.9}
    assert select(worths, headline=told) == (0, 3, 5)
    assert select(worths, headline=told, news={0: 0, 3: 1, 5: 2}) == (5, 0, 3)
    assert select(worths, headline=told, news={0: 0, 3: 1, 5: 1}) == (3, 0, 5)
    assert select({0: 0.9}, news={0: 0}) == (0,)


def test_what_cannot_stand_is_passed_over() -> None:
    worths = {0: 0.1, 2: 0.5, 3: 0.9, 5: 0.4, 6: 0.1}
    budget = Budget(points=3, words=100, least=1)
    assert select(worths, budget=budget) == (3, 2, 5)
    assert select(worths, budget=budget, dangling=[3]) == (2, 5)
    assert select(worths, budget=budget, dangling=[2]) == (3, 5)
    assert select(worths, budget=budget, dangling=list(worths)) == (3,)


def test_nothing_is_chosen_where_nothing_may_be() -> None:
    assert select({}) == ()
    assert select({1: 0.5}, budget=Budget(points=0)) == ()


def test_a_sentence_comes_in_even_when_it_is_worth_nothing() -> None:
    assert select({1: 0.0, 2: -0.3}) == (1,)


def test_of_two_as_good_the_one_that_says_more_comes_first() -> None:
    assert select({1: 0.4, 4: 0.4}, [10, 5, 10, 10, 20, *[10] * 8]) == (4, 1)


def test_a_point_that_says_little_in_many_words_makes_the_set_worse() -> None:
    assert select({0: 0.5, 3: 0.5, 5: 0.05}, budget=Budget(points=5, words=60, least=1)) == (0, 3)


def test_a_long_story_is_told_in_as_many_points_as_have_room_even_where_one_would_say_it_better() -> None:
    worths = {0: 0.9, 3: 0.1, 5: 0.05, 7: 0.06}
    assert select(worths, budget=Budget(points=5, words=60, least=1)) == (0,)
    assert select(worths, budget=Budget(points=5, words=60)) == (0, 3)
    assert select(worths, budget=Budget(points=5, words=90)) == (0, 3, 7)
    assert select(worths, budget=Budget(points=5, words=90, least=2)) == (0, 3)


def test_of_further_points_about_as_good_one_says_why_and_one_what_came_of_it() -> None:
    worths = {0: 0.9, 3: 0.3, 5: 0.25, 7: 0.2, 9: 0.16}
    why, result = frozenset({"reason"}), frozenset({"result"})
    wide, abstract = Budget(points=3, words=90, least=3), Budget(points=3, words=90, least=1)
    assert select(worths, budget=wide) == (0, 3, 5)
    assert select(worths, budget=wide, senses={7: why, 9: why}) == (0, 3, 7)
    assert select(worths, budget=wide, senses={7: why, 9: result}) == (0, 7, 9)
    assert select(worths, budget=wide, senses={0: why, 7: why}) == (0, 3, 5)
    assert select(worths | {7: 0.05}, budget=wide, senses={7: why}) == (0, 3, 5)
    assert select(worths, budget=abstract, senses={7: why, 9: result}) == select(worths, budget=abstract)


def test_what_was_said_is_not_said_again() -> None:
    words = [("gate", "council", "vote"), ("gate", "council", "vote", "monday"), ("crew", "lock"), *DIFFERENT[:7]]
    assert select_points(
        candidates({0: 0.9, 1: 0.8, 2: 0.4}, words), sentences=10, salience=SALIENCE, budget=ROOM, asked=questions()
    ) == (0, 2)


def test_a_sentence_that_repeats_salient_words_gives_way_to_one_that_does_not() -> None:
    words = [("gate", "council", "vote"), ("gate", "a", "b", "c"), ("crew", "lock", "d", "e"), *DIFFERENT[2:9]]
    budget = Budget(points=2, words=100, least=1)
    assert select_points(
        candidates({0: 0.9, 1: 0.5, 2: 0.49}, words), sentences=10, salience=SALIENCE, budget=budget, asked=questions()
    ) == (0, 2)
    fresh = SALIENCE | {"gate": 0.0}
    assert select_points(
        candidates({0: 0.9, 1: 0.5, 2: 0.49}, words), sentences=10, salience=fresh, budget=budget, asked=questions()
    ) == (0, 1)


def test_the_budget_of_words_is_kept_but_for_the_first_point() -> None:
    def chosen(words: int) -> tuple[int, ...]:
        return select({0: 0.9, 1: 0.9, 2: 0.9}, [40, 30, 20, *[10] * 10], Budget(points=3, words=words, least=1))

    assert chosen(90) == (0, 1, 2)
    assert chosen(89) == (0, 1)
    assert chosen(60) == (0, 2)
    assert chosen(10) == (0,)


def test_points_that_are_as_good_are_chosen_in_reading_order() -> None:
    assert select(dict.fromkeys(range(13), 0.5), budget=Budget(points=3, words=1000)) == (0, 1, 2)


@given(
    st.lists(
        st.tuples(st.floats(-1, 1), st.lists(st.sampled_from("abcdef"), max_size=5), st.integers(0, 60)), max_size=40
    ),
    st.data(),
)
def test_a_selection_keeps_its_promises(sentences: list[tuple[float, list[str], int]], data: st.DataObject) -> None:
    worths, words, lengths = ([it[field] for it in sentences] for field in range(3))
    eligible = data.draw(st.lists(st.sampled_from(range(len(sentences))), unique=True)) if sentences else []
    budget = Budget(points=data.draw(st.integers(0, 6)), words=data.draw(st.integers(0, 200)))
    given_worths = {number: worths[number] for number in eligible}

    def select_from(given: Mapping[int, float]) -> tuple[int, ...]:
        return select_points(
            candidates(given, words, lengths),
            sentences=len(sentences),
            salience=SALIENCE,
            budget=budget,
            asked=questions(),
        )

    chosen = select_from(given_worths)
    assert len(set(chosen)) == len(chosen) <= budget.points
    assert set(chosen) <= set(eligible)
    assert bool(chosen) == bool(eligible and budget.points)
    assert list(chosen[1:]) == sorted(chosen[1:])
    if chosen:
        assert sum(lengths[number] for number in chosen) <= max(budget.words, lengths[chosen[0]])
    assert select_from(dict(sorted(given_worths.items(), reverse=True))) == chosen
