"""Who gets which prize. Pure."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.bundles.split import Prize, Won, awards, parts

GOLD = Prize(1, 1, 1, "cash", 10_000, "EUR")
SILVER = Prize(2, 2, 2, "cash", 5_001, "EUR")
BADGE = Prize(3, 1, 3, "badge")


def test_each_rank_gets_what_the_table_says() -> None:
    assert awards([GOLD, SILVER, BADGE], {7: 1, 4: 2, 9: 3, 5: 4}, "split") == [
        Won(1, 7, 1, 10_000, "EUR"),
        Won(1, 7, 3),
        Won(2, 4, 2, 5_001, "EUR"),
        Won(2, 4, 3),
        Won(3, 9, 3),
    ]


def test_those_who_share_a_rank_part_the_prizes_of_all_the_ranks_that_they_fill() -> None:
    assert awards([GOLD, SILVER], {7: 1, 4: 1, 9: 3}, "split") == [
        Won(1, 4, 1, 5_000, "EUR"),
        Won(1, 4, 2, 2_501, "EUR"),
        Won(1, 7, 1, 5_000, "EUR"),
        Won(1, 7, 2, 2_500, "EUR"),
    ]


def test_where_the_rules_say_so_each_gets_the_whole_prize() -> None:
    assert awards([GOLD, SILVER], {7: 1, 4: 1, 9: 3}, "each") == [
        Won(1, 4, 1, 10_000, "EUR"),
        Won(1, 7, 1, 10_000, "EUR"),
    ]


def test_nobody_wins_nothing() -> None:
    assert awards([Prize(1, 1, 1, "cash", 1, "EUR")], {1: 1, 2: 1}, "split") == [Won(1, 1, 1, 1, "EUR")]
    assert awards([GOLD], {}, "split") == []


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**12), st.integers(1, 50))
def test_parts_come_to_the_whole_and_differ_by_a_unit_at_most(minor: int, among: int) -> None:
    found = parts(minor, among)
    assert sum(found) == minor
    assert max(found) - min(found) <= 1


ranked = st.lists(st.booleans(), min_size=1, max_size=12).map(
    lambda tied: {
        number: max(first for first in range(number + 1) if first == 0 or not tied[first]) + 1
        for number in range(len(tied))
    }
)
"""Ranks of entries, each of which shares that of the one before it, or not."""


@settings(max_examples=100, deadline=None)
@given(ranked, st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3), st.integers(0, 10**6)), max_size=4))
def test_splitting_gives_just_what_the_ranks_that_are_filled_are_worth(
    ranks: dict[int, int], lines: list[tuple[int, int, int]]
) -> None:
    table = [Prize(n, first, first + more, "cash", minor, "EUR") for n, (first, more, minor) in enumerate(lines)]
    given_out = sum(won.minor for won in awards(table, ranks, "split"))
    assert given_out == sum(each.minor for each in table for rank in range(1, len(ranks) + 1) if each.is_for(rank))


def test_a_tie_of_many_takes_no_longer_than_its_entries() -> None:
    table = [Prize(n, 1, 10_000, "cash", 1, "EUR") for n in range(20)]
    assert sum(won.minor for won in awards(table, dict.fromkeys(range(3_000), 1), "split")) == 20 * 3_000
