"""The pure rules of figures: what always holds of them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import accumulate
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_contracts import Money
from amigok_contracts.books import BookItem
from analytics.agreement.comparison import Key, differences, stated
from analytics.behaviour.rules import STEPS, funnel
from analytics.behaviour.schemas import BehaviourAsk
from analytics.custom_reports.calendar import Schedule, following
from analytics.forecasts.calibration import calibration, outcome, weight_at
from analytics.forecasts.ranges import Case, Past, Start, TooFew, between, case, forecast
from analytics.market_prices.rules import per_kg
from analytics.performance.cohorts import place, spread
from analytics.returns.disposals import disposals, tax_year
from analytics.returns.exchange import RateMissing, converted, read
from analytics.returns.lines import KINDS, Line, Position, Turn, positions
from analytics.returns.rates import money_weighted, simple
from analytics.returns.results import Period, Value, results

BEGIN = datetime(2025, 1, 1, tzinfo=UTC)
OWNERS = [UUID(int=each) for each in (1, 2)]
ANIMALS = [UUID(int=each) for each in (11, 12, 13)]

fewer = settings(max_examples=40, deadline=None)
moments = st.integers(0, 800).map(lambda days: BEGIN + timedelta(days=days))
amounts = st.integers(-50_000, 50_000)
lines = st.builds(
    Line,
    moments,
    st.sampled_from(KINDS),
    amounts,
    st.sampled_from(["USD", "EUR"]),
    *map(st.sampled_from, (OWNERS, ANIMALS)),
)
changes = st.sampled_from(["acquired", "sold", "died", "removed", "reclaimed"])
turns = st.builds(Turn, moments, changes, *map(st.sampled_from, (OWNERS, ANIMALS)))
worth = st.dictionaries(
    st.sampled_from(ANIMALS), st.builds(Value, st.integers(0, 90_000), st.sampled_from(["USD", "EUR"]), moments)
)


def told(found: Sequence[Position]) -> list[Any]:
    return [(each.owner_id, each.livestock_id, each.began_at, each.ended_at, each.how, each.lines) for each in found]


@fewer
@given(st.lists(lines, max_size=12), st.lists(turns, max_size=6), st.randoms())
def test_positions_do_not_depend_on_the_order_of_what_is_told(told_lines: Any, told_turns: Any, random: Any) -> None:
    before = told(positions(told_lines, told_turns))
    random.shuffle(told_lines)
    random.shuffle(told_turns)
    assert told(positions(told_lines, told_turns)) == before
    assert sum(len(each[-1]) for each in before) == len(told_lines)


@fewer
@given(st.lists(lines, max_size=12), st.lists(turns, max_size=6), worth, worth, moments, st.booleans())
def test_what_is_realised_and_unrealised_is_the_change_of_value_and_all_that_moved(
    told_lines: Any, told_turns: Any, before: Any, after: Any, until: datetime, has_beginning: bool
) -> None:
    period = Period(until - timedelta(days=200) if has_beginning else None, until)
    found = positions(told_lines, told_turns)
    for result in results(found, period, values_before=before, values_after=after):
        moved = sum(line.minor for line in told_lines if line.currency == result.currency and period.has(line.at))
        assert result.total == result.after.value - result.before.value + moved
        assert sum(minor for _, minor in result.flows) == result.total


def test_a_purchase_that_is_booked_after_the_end_is_what_the_animal_cost() -> None:
    def when(seconds: int) -> datetime:
        return BEGIN + timedelta(seconds=seconds)

    owner, animal = OWNERS[0], ANIMALS[0]
    had = [Turn(when(0), "acquired", owner, animal), Turn(when(30), "died", owner, animal)]
    late = [Line(when(60), "purchase", -24_000, "USD", owner, animal)]
    [only] = positions(late, had)
    assert (only.began_at, only.ended_at, only.lines) == (when(0), when(30), late)
    [result] = results([only], Period(None, when(90)), values_before={}, values_after={})
    assert result.entries == {"losses": -24_000}
    again = [*had, Turn(when(100), "acquired", owner, animal)]
    paid = [*late, Line(when(101), "purchase", -20_000, "USD", owner, animal)]
    assert [each.lines for each in positions(paid, again)] == [late, paid[1:]]
    assert [each.lines for each in positions(paid, had)] == [late, paid[1:]]


def test_an_animal_that_cost_euros_is_no_gain_of_all_the_dollars_that_it_is_worth() -> None:
    def found(paid_in: str, refunded: int = 0) -> dict[str, tuple[int, int]]:
        bought = Line(BEGIN, "purchase", -24_000, paid_in, OWNERS[0], ANIMALS[0])
        back = Line(BEGIN, "purchase_refund", refunded, paid_in, OWNERS[0], ANIMALS[0])
        value = {ANIMALS[0]: Value(29_000, "USD", BEGIN)}
        period = Period(None, BEGIN + timedelta(days=9))
        told = results(positions([bought, back]), period, values_before={}, values_after=value)
        return {each.currency: (each.unrealised, each.after.animals) for each in told}

    assert found("USD") == {"USD": (5_000, 1)}
    assert found("EUR") == {"EUR": (0, 1), "USD": (0, 0)}
    assert found("EUR", refunded=24_000)["USD"] == (29_000, 1)


@fewer
@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), amounts), max_size=8))
def test_a_rate_discounts_to_nothing_or_there_is_a_reason_why_there_is_none(flows: Any) -> None:
    found = money_weighted(flows)
    assert (found.whole.value is None) == (found.whole.absent is not None)
    if found.yearly.value is not None and Decimal("-0.9") < found.yearly.value < 10:
        first = min(day for day, _ in flows)
        rate = float(1 + found.yearly.value)
        present = [minor / rate ** ((day - first).days / 365) for day, minor in flows]
        assert abs(sum(present)) <= 1e-3 * sum(map(abs, present))


@pytest.mark.parametrize(
    ("flows", "absent"),
    [
        ([], "nothing_moved"),
        ([(date(2025, 1, 1), -100)], "no_sign_change"),
        ([(date(2025, 1, 1), -100), (date(2025, 1, 1), 110)], "one_day"),
        ([(date(2025, 1, 1), 100), (date(2026, 1, 1), -230), (date(2027, 1, 1), 132)], "several_rates"),
    ],
)
def test_where_there_is_no_rate_the_reason_is_told(flows: Any, absent: str) -> None:
    assert money_weighted(flows).whole.absent == absent
    assert simple(10, 0).absent == "nothing_invested"


def test_a_week_is_told_as_a_week_and_not_as_a_year() -> None:
    week = money_weighted([(date(2025, 1, 1), -10_000), (date(2025, 1, 8), 10_500)])
    assert (week.whole.value, week.yearly.absent) == (Decimal("0.050000"), "too_short")
    year = money_weighted([(date(2025, 1, 1), -10_000), (date(2026, 1, 1), 10_500)])
    assert (year.whole.value, year.yearly.value) == (Decimal("0.050000"), Decimal("0.050000"))


def test_an_animal_that_dies_is_a_loss_less_what_the_insurance_pays() -> None:
    anna, sheep = OWNERS[0], ANIMALS[0]
    moved = [
        Line(BEGIN, "purchase", -24000, "USD", anna, sheep),
        Line(BEGIN + timedelta(days=90), "insurance", 15000, "USD", anna, sheep),
    ]
    found = positions(moved, [Turn(BEGIN + timedelta(days=60), "died", anna, sheep)])
    [result] = results(found, Period(None, BEGIN + timedelta(days=100)), values_before={}, values_after={})
    assert result.entries == {"losses": -24000, "insurance": 15000}
    [gone] = disposals(found, tax_year(2025, (1, 1), UTC))
    assert (gone.how, gone.cost, gone.insurance, gone.gain) == ("died", 24000, 15000, -9000)


def test_nothing_is_converted_without_a_rate_of_its_day() -> None:
    line = Line(BEGIN, "sale", 1001, "EUR", OWNERS[0], ANIMALS[0])
    rates = [read("EUR:2:2024-12-31"), read("EUR:3:2025-01-02")]
    assert [each.minor for each in converted([line], "USD", rates, UTC)] == [2002]
    with pytest.raises(RateMissing):
        converted([line], "USD", rates[1:], UTC)
    for wrong in ("EUR:0:2025-01-01", "EUR:1", "XXX:1:2025-01-01", "EUR:1:2025-02-30"):
        with pytest.raises(ValueError, match=r".+"):
            read(wrong)


@fewer
@given(st.lists(st.integers(-1000, 1000), min_size=9, max_size=60), st.integers(-1000, 1000))
def test_a_range_holds_four_of_five_of_the_cases_that_it_was_made_of(values: list[int], further: int) -> None:
    found = between(values)
    assert found.low <= found.middle <= found.high
    assert 5 * sum(found.low <= each <= found.high for each in values) >= 4 * len(values)
    assert between(sorted(values, reverse=True)) == found


def test_a_forecast_counts_each_animal_once_and_the_dead_at_nothing() -> None:
    now, owned = BEGIN + timedelta(days=400), [(BEGIN - timedelta(days=9), True)]
    weighings = [(BEGIN + timedelta(days=each), Decimal(40 + each // 10)) for each in range(0, 300, 30)]
    found = case(Past(ANIMALS[0], weighings, owned=owned), weight_kg=Decimal(46), horizon=timedelta(days=90), now=now)
    assert found == Case(Decimal("9.000"), 0)
    died = Past(ANIMALS[1], weighings, [(BEGIN, 500)], died_at=BEGIN + timedelta(days=20), owned=owned)
    assert case(died, weight_kg=Decimal(40), horizon=timedelta(days=90), now=now) == Case(None, 500)
    of_the_platform = Past(ANIMALS[2], weighings, owned=[(BEGIN, False)])
    assert case(of_the_platform, weight_kg=Decimal(46), horizon=timedelta(days=90), now=now) is None
    start = Start(Decimal(40), Decimal(500), Decimal("0.025"))
    cases = [Case(Decimal(place), 1000) for place in range(27)] + [Case(None, 1000)] * 3
    told = forecast(cases, start)
    assert (told.cases, told.died, told.value.low, told.costs.middle) == (30, 3, 0, 1000)
    with pytest.raises(TooFew) as few:
        forecast(cases[1:], start)
    assert few.value.args == (30, 29)


class Read(list[Any]):
    """Counts how often it is read."""

    times = 0

    def __iter__(self) -> Any:
        self.times += 1
        return super().__iter__()


def test_an_animal_that_is_weighed_every_hour_is_as_soon_a_case_as_any() -> None:
    weighings = [(BEGIN + timedelta(hours=each), Decimal(40)) for each in range(5000)]
    costs = Read([(BEGIN + timedelta(days=1), 500)])
    past = Past(ANIMALS[0], weighings, costs, owned=[(BEGIN, True)])
    now = BEGIN + timedelta(days=400)
    assert case(past, weight_kg=Decimal(41), horizon=timedelta(days=90), now=now) == Case(Decimal("0.000"), 500)
    assert costs.times == 1


@fewer
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(38, 44)), min_size=1, max_size=20))
def test_the_case_of_an_animal_is_the_most_alike_that_is_measured_around_its_end(told: list[tuple[int, int]]) -> None:
    weighings = [(BEGIN + timedelta(days=day), Decimal(kg)) for day, kg in told]
    now, horizon = BEGIN + timedelta(days=60), timedelta(days=30)
    found = case(Past(ANIMALS[0], weighings, owned=[(BEGIN, True)]), weight_kg=Decimal(40), horizon=horizon, now=now)
    fitting = [
        ((abs(kg - 40), kg, day), (abs(then - day - 30), then, weight), (weight - kg) / Decimal(then - day) * 30)
        for day, kg in told
        for then, weight in told
        if day <= 30 and 4 * abs(then - day - 30) <= 30
    ]
    assert found == (Case(min(fitting)[2].quantize(Decimal("0.001")), 0) if fitting else None)


def test_a_forecast_is_settled_by_the_weighings_around_its_time() -> None:
    due = BEGIN + timedelta(days=90)
    around = [(due - timedelta(days=10), Decimal(50)), (due + timedelta(days=10), Decimal(54))]
    assert weight_at(around, due) == Decimal("52.000")
    bounds: Any = {"due_at": due, "low": Decimal(45), "high": Decimal(51), "died_at": None}
    assert outcome(around, **bounds, now=due + timedelta(days=11)) == ("above", Decimal("52.000"))
    assert outcome(around[:1], **bounds, now=due + timedelta(days=11)) is None
    assert outcome(around[:1], **bounds, now=due + timedelta(days=31)) == ("unmeasured", None)
    found = calibration({"held": 78, "below": 10, "above": 12, "died": 3}, Decimal("2.5"))
    assert (found.share, found.share_low, found.share_high) == (Decimal("0.7800"), Decimal("0.6893"), Decimal("0.8500"))


@fewer
@given(st.dictionaries(st.sampled_from(STEPS), st.integers(0, 30)))
def test_nobody_takes_a_step_without_the_one_before_and_few_are_not_counted(reached: dict[str, int]) -> None:
    people = list(accumulate(reached.get(name, 0) for name in reversed(STEPS)))
    told = funnel(reached)
    assert [each.people for each in reversed(told)] == [each if each == 0 or each >= 5 else None for each in people]


def test_the_time_zone_of_a_machine_is_none() -> None:
    for name in ("localtime", "Factory"):
        with pytest.raises(ValueError, match="IANA"):
            BehaviourAsk(time_zone=name)


def test_nothing_is_told_of_a_few() -> None:
    assert per_kg(4, (1.0, 2.0, 3.0), "USD") is None
    among = spread(10, [0.1, 0.2, 0.3])
    assert spread(9, [0.1, 0.2, 0.3]) is None
    assert [place(Decimal(each), among) for each in ("0.05", "0.15", "0.3", "0.31")] == [
        "lowest_quarter",
        "below_middle",
        "above_middle",
        "highest_quarter",
    ]


@fewer
@given(
    st.sampled_from(["Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "UTC"]),
    st.integers(0, 1_000_000).map(lambda minutes: BEGIN + timedelta(minutes=minutes)),
    st.sampled_from([("day", None), ("week", 1), ("month", 28)]),
    st.sampled_from(["00:00", "02:30", "23:59"]),
)
def test_a_schedule_is_due_once_a_day_whatever_the_clocks_do(zone: str, after: datetime, on: Any, at: str) -> None:
    schedule = Schedule(every=on[0], on=on[1], at=at)
    tz = ZoneInfo(zone)
    first = following(schedule, after, tz)
    second = following(schedule, first, tz)
    assert after < first < second
    days = {"day": (1, 1), "week": (7, 7), "month": (28, 31)}[on[0]]
    assert days[0] <= (second.astimezone(tz).date() - first.astimezone(tz).date()).days <= days[1]


@fewer
@given(st.lists(st.tuples(st.sampled_from(ANIMALS), st.sampled_from(["capture", "reward"]), st.integers(1, 99))))
def test_books_that_say_what_facts_say_differ_in_nothing_and_a_changed_amount_is_found(items: Any) -> None:
    books = [
        BookItem(reference_id=reference, kind=kind, amount=Money.of_minor(minor, "USD"))
        for reference, kind, minor in items
    ]
    expected = stated(books)
    gained: dict[tuple[UUID, str], int] = {}
    for key, minor in expected.items():
        line = key.reference_id, key.currency
        gained[line] = gained.get(line, 0) + (minor if key.kind == "reward" else -minor)
    nothing: Any = {"requests": {}, "under_way": ()}
    assert differences(expected, expected, gained, **nothing) == []
    for key in expected:
        changed: dict[Key, int] = {**expected, key: expected[key] + 1}
        assert [each.key for each in differences(expected, changed, gained, **nothing)] == [key]
