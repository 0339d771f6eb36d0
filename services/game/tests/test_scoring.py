"""What facts come to. Nothing here needs a server."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scoring.expressions import FormulaError, evaluate, parse
from game.scoring.freezing import digest
from game.scoring.ranks import place, rank
from game.scoring.rules import Consistency, Custom, Profit, Rule, WeightGain
from game.scoring.scores import score
from game.scoring.values import Entrant, Fact, Score, Window

START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)
WINDOW = Window(START, START + 30 * DAY)
SPACE = UUID("01990000-0000-7000-8000-000000000001")
OWNER, OTHER, ANIMAL = (uuid5(SPACE, name) for name in ("owner", "other", "animal"))


def entrant(number: int = 0, **changes: Any) -> Entrant:
    told: dict[str, Any] = {
        "id": uuid5(SPACE, f"entry {number}"),
        "livestock_id": ANIMAL,
        "owner_id": OWNER,
        "registered_at": START - DAY + number * timedelta(seconds=1),
        "particulars": {"value": {"minor": 20_000, "currency": "EUR"}, "date_of_birth": "2025-03-01"},
    }
    return Entrant(**told | changes)


def fact(kind: str, source: str, day: float, **told: Any) -> Fact:
    about = {"livestock_id": ANIMAL, "owner_id": OWNER, "event_id": uuid5(SPACE, f"event {source}")}
    return Fact(kind=kind, source_id=uuid5(SPACE, source), at=START + day * DAY, **about | told)


def weighing(source: str, day: float, kg: str, **told: Any) -> Fact:
    return fact("weighing", source, day, number=Decimal(kg), **told)


def paid(kind: str, source: str, day: float, amount: int, currency: str = "EUR", **told: Any) -> Fact:
    return fact(kind, source, day, amount=amount, currency=currency, **told)


def about(kind: str, source: str, day: float, thing: str) -> Fact:
    return fact(kind, source, day, about_id=uuid5(SPACE, thing))


def scored(rules: Any, *facts: Fact, who: Entrant | None = None) -> Score:
    return score(rules, who or entrant(), facts, window=WINDOW)


def test_the_gain_is_that_between_the_first_and_the_last_measured_weight_of_the_contest() -> None:
    outside = [weighing("before", -0.01, "30"), weighing("at the end", 30, "99")]
    found = scored(WeightGain(), *outside, weighing("a", 0, "40"), weighing("b", 10, "41"), weighing("c", 21, "45"))
    assert found.value == Decimal("0.238095")
    assert (found.parts["weighings"], found.parts["days"]) == (3, "21.000000")
    percent = WeightGain(measure="percent_per_day")
    assert scored(percent, weighing("a", 0, "40"), weighing("c", 20, "44")).value == Decimal("0.5")


def test_weights_that_lie_too_close_or_are_too_few_give_no_score() -> None:
    assert scored(WeightGain()).value is None
    assert scored(WeightGain(), weighing("a", 3, "40")).value is None
    found = scored(WeightGain(), weighing("a", 3, "40"), weighing("b", 9.99, "44"))
    assert (found.value, found.parts["why"]) == (None, "too_few_weights")


def test_a_corrected_weight_counts_as_corrected_wherever_the_correction_lies() -> None:
    wrong = weighing("wrong", 20, "90")
    right = weighing("right", 20, "44", replaces_id=wrong.source_id)
    assert scored(WeightGain(), weighing("a", 0, "40"), wrong, right).value == Decimal("0.2")
    elsewhere = weighing("right", 40, "44", replaces_id=wrong.source_id)
    assert scored(WeightGain(), weighing("a", 0, "40"), wrong, elsewhere).value is None


def test_unlikely_jumps_are_shown() -> None:
    found = scored(
        WeightGain(jump_kg=Decimal(2)), weighing("a", 0, "40"), weighing("b", 1, "43"), weighing("c", 9, "44")
    )
    assert found.parts["jumps"] == [{"weighing_id": str(uuid5(SPACE, "b")), "kg_per_day": "3.000000"}]


def test_profit_is_the_worth_at_the_end_less_that_at_the_start_feed_and_care_in_one_currency() -> None:
    facts = [
        paid("valuation", "v1", 5, 26_000, data={"version": 8}),
        paid("valuation", "v2", 4, 27_000, data={"version": 9}),
        paid("feed_cost", "f1", 3, 1_500),
        paid("feed_cost", "f2", 9, -200),
        paid("care_cost", "c1", 3, 1_000),
        paid("care_cost", "usd", 3, 9_000, "USD"),
        paid("care_cost", "of another", 3, 5_000, owner_id=OTHER),
        paid("feed_cost", "before", -1, 5_000),
    ]
    found = scored(Profit(currency="EUR"), *facts)
    assert found.value == Decimal(27_000 - 20_000 - 1_300 - 1_000) / 100
    assert [each["currency"] for each in found.parts["excluded"]] == ["USD"]
    assert scored(Profit(currency="USD"), *facts).value is None
    assert scored(Profit(currency="EUR", measure="percent"), *facts).value == Decimal("23.5")


def test_profit_from_the_purchase_counts_what_was_paid_since() -> None:
    rules = Profit(currency="EUR", basis="purchase")
    facts = [paid("purchase", "o", -9, 15_000), paid("feed_cost", "f", -5, 1_000), paid("feed_cost", "g", -10, 700)]
    assert scored(rules, *facts).value == Decimal(20_000 - 15_000 - 1_000) / 100
    assert scored(rules).value is None


def test_a_sale_counts_instead_of_the_valuation_and_a_dead_animal_is_worth_nothing() -> None:
    rules = Profit(currency="EUR")
    later = paid("valuation", "v", 20, 90_000, data={"version": 3})
    lost = entrant(lost_at=START + 10 * DAY)
    assert scored(rules, paid("sale", "s", 10, 25_000), later, who=lost).value == Decimal(50)
    died = fact("death", "d", 10)
    assert scored(rules, died, later, who=lost).value == Decimal(-200)
    alive = fact("death", "e", 11, replaces_id=died.source_id, data={"is_alive": True})
    assert scored(rules, died, alive, later).value == Decimal(700)


def test_consistency_is_the_share_of_meals_checkups_and_tasks_by_their_weights() -> None:
    rules = Consistency(meals=60, checkups=20, tasks=20, checkup_days=10)
    facts = [
        about("meal_fed", "f1", 1, "m1"),
        about("meal_missed", "m1", 1, "m1"),
        about("meal_missed", "m2", 2, "m2"),
        fact("checkup", "c1", 1),
        fact("checkup", "c2", 2),
        fact("checkup", "c3", 25),
        about("task_due", "t1", 1, "t1"),
        about("task_done", "t1", 2, "t1"),
        about("task_due", "t2", 1, "t2"),
        about("task_due", "t3", 1, "t3"),
        about("task_void", "t3", 40, "t3"),
    ]
    found = scored(rules, *facts)
    assert found.parts == {
        "meals": {"due": 2, "done": 1},
        "checkups": {"due": 3, "done": 2},
        "tasks": {"due": 2, "done": 1},
    }
    assert found.value == Decimal("53.333333")
    assert scored(Consistency(meals=1, checkups=0, tasks=0)).parts["why"] == "nothing_due"


def test_a_formula_over_measures_is_computed_exactly_and_shows_what_it_used() -> None:
    rules = Custom(formula="weight_gain * 3 + min(age_days, 400) / 7")
    found = scored(rules, weighing("a", 0, "40"), weighing("b", 9, "43"))
    assert found.value == Decimal("53.142857")
    assert found.parts == {"measures": {"age_days": "365.000000", "weight_gain": "0.333333"}}
    assert scored(rules).value is None
    assert scored(Custom(formula="profit", currency="EUR"), paid("feed_cost", "f", 2, 150)).value == Decimal("-1.5")
    assert scored(Custom(formula="99999999 ** 4")).parts["why"] == "out_of_range"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-2 ** 2", -4),
        ("2 ** 0", 1),
        ("8 / 4 / 2", 1),
        ("1 - 2 - 3", -4),
        ("max(1, 2.5, days) - abs(-1)", Fraction(3)),
        ("1 / (days - 4)", None),
        ("first_kg", None),
    ],
)
def test_formulas_follow_the_usual_rules(formula: str, value: int | Fraction | None) -> None:
    assert evaluate(parse(formula), {"days": Fraction(4)}) == value


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "(",
        "1 +",
        "1 2",
        "days days",
        "2 ** days",
        "2 ** 5",
        "2 ** 1.5",
        "(((days ** 4) ** 4) ** 4) ** 4",
        "(" * 30 + "1" + ")" * 30,
        "1+" * 250 + "1",
        "eval(1)",
        "abs(1, 2)",
        "min()",
        "__class__",
        "days.real",
        "[1]",
        "'a'",
        "1e9",
        "٣",
        "weight_gain if days else 1",
    ],
)
def test_whatever_is_no_formula_is_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        parse(formula)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="12.()+-*/, daysminxge_w", max_size=60))
def test_any_text_is_a_formula_that_can_be_computed_or_is_refused(text: str) -> None:
    try:
        node = parse(text)
    except FormulaError:
        return
    evaluate(node, {"days": Fraction(7, 3)})


def test_equal_values_share_a_rank_or_follow_who_registered_first() -> None:
    rows = [(entrant(n), Score(None if v is None else Decimal(v))) for n, v in enumerate((None, "1", "2", "2", "0.5"))]
    known = {entrant(n).id: n for n in range(5)}
    shared = [(known[each.entry_id], each.rank, each.position) for each in rank(rows, shared=True)]
    assert shared == [(2, 1, 1), (3, 1, 2), (1, 3, 3), (4, 4, 4), (0, None, 5)]
    assert [each.rank for each in rank(rows, shared=False)] == [1, 2, 3, 4, None]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(min_value=-(10**15), max_value=10**15, places=6), min_size=2, max_size=8))
def test_places_are_ordered_as_values_are(values: list[Decimal]) -> None:
    places = [place(value, registered_at=START, entry_id=SPACE) for value in values]
    best_first = sorted(range(len(values)), key=lambda n: (-values[n], n))
    assert [places[n] for n in best_first] == sorted(places)
    assert max(places) < place(None, registered_at=START, entry_id=SPACE)


_KINDS = ("weighing", "valuation", "feed_cost", "care_cost", "meal_fed", "meal_missed", "checkup", "task_due", "death")


@st.composite
def _facts(draw: st.DrawFn) -> list[Fact]:
    """Some facts, several of which correct others."""
    drawn = []
    for number in range(draw(st.integers(0, 12))):
        kind, day = draw(st.sampled_from(_KINDS)), draw(st.floats(-5, 35))
        told: dict[str, Any] = {"about_id": uuid5(SPACE, f"thing {number % 4}"), "data": {"version": number}}
        if number and draw(st.booleans()):
            told["replaces_id"] = drawn[-1].source_id
        drawn.append(paid(kind, f"fact {number}", day, number * 700, number=Decimal(40 + number), **told))
    return drawn


@settings(max_examples=60, deadline=None)
@given(_facts(), st.data())
def test_any_order_and_repetition_of_facts_gives_the_same_score(facts: list[Fact], data: st.DataObject) -> None:
    again = data.draw(st.permutations(facts + facts[: len(facts) // 2]))
    rules: Sequence[Rule] = (
        WeightGain(least_days=1),
        Profit(currency="EUR"),
        Consistency(checkup_days=5),
        Custom(formula="profit + days * 2 - tasks_done", currency="EUR"),
    )
    for each in rules:
        assert scored(each, *facts) == scored(each, *again)


def test_the_hash_of_what_was_frozen_depends_on_every_digit_and_not_on_the_order_of_keys() -> None:
    terms = {"rules": {"b": 1, "a": ["x"]}, "version": 1}
    one = digest(terms, [{"id": 1, "kg": "40.00"}, {"id": 2}])
    assert one == digest({"version": 1, "rules": {"a": ["x"], "b": 1}}, [{"kg": "40.00", "id": 1}, {"id": 2}])
    assert one != digest(terms, [{"id": 1, "kg": "40.01"}, {"id": 2}])
    assert one != digest(terms, [{"id": 1, "kg": "40.00"}])


def test_who_had_lost_the_animal_when_the_contest_started_has_no_profit() -> None:
    rules = Profit(currency="EUR")
    assert scored(rules, who=entrant(lost_at=START - timedelta(seconds=1))).value is None
    assert scored(rules, who=entrant(lost_at=START + DAY)).value == 0
