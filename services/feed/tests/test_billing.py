"""Owners pay for exactly what their animals ate."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import Agrees, UnderWay
from amigok_chassis.testing import Rig
from amigok_contracts.feed import (
    MealCorrected,
    PeriodCaptureRequested,
    PeriodHoldRequested,
    PeriodReleaseRequested,
    PeriodSettled,
    PeriodUnpaid,
    UnpaidFeedBlocked,
    UnpaidFeedBlockEnded,
)
from feed.billing.unpaid import next_try
from feed.meals.matching import Log
from feed.meals.service import Verdict, record
from services.feed.tests.herds import BASIC, a_farm, a_package, an_animal, is_sold, subscribed
from services.feed.tests.money import Wallet


async def moves(rig: Rig, by: timedelta) -> None:
    """The clock goes on, and what is due is done."""
    clock.set_offset(clock.offset() + by)
    await rig.run_task("end_all_due")
    await rig.run_job("retry_due")


async def meals(rig: Rig, animal: UUID, state: str = "planned") -> list[dict]:
    rows = await rig.db.fetch(
        "SELECT * FROM meals WHERE livestock_id = $1 AND state = $2 ORDER BY due_at", animal, state
    )
    return [dict(row) for row in rows]


async def logs(rig: Rig, animal: UUID, *, at: datetime, kind: str = "fed", kg: str | None = None) -> Verdict:
    async with rig.db.unit_of_work() as db:
        eaten = None if kg is None else Decimal(kg)
        log = Log(id=new_id(), livestock_id=animal, at=at, kind=kind, kg=eaten, by=uuid4())
        [verdict] = await record(db, [log])
    return verdict


async def a_herd(rig: Rig, wallet: Wallet, *, money: int = 10_000) -> tuple[UUID, UUID, dict]:
    owner = uuid4()
    animal = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    await wallet.deposits(owner, money)
    return owner, animal, await a_package(rig)


async def test_what_was_fed_of_a_week_is_captured_and_the_rest_is_released(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    planned = await meals(rig, animal)
    assert len(planned) == 14
    assert sum(meal["price_minor"] for meal in planned) == 1400
    assert wallet.available[owner] == 10_000 - 1400
    assert {meal["ration_kg"] for meal in planned} == {Decimal("0.750")}
    for meal in planned[:3]:
        await logs(rig, animal, at=meal["due_at"])
    await logs(rig, animal, at=planned[3]["due_at"], kind="partly", kg="0.25")
    await logs(rig, animal, at=planned[4]["due_at"], kind="refused")
    await moves(rig, timedelta(days=7, minutes=1))
    await wallet.answers()
    [settled] = await rig.events(PeriodSettled)
    assert (settled.charged.minor, settled.fed_meals, settled.reason) == (333, 4, "end")
    assert list(wallet.captured.values()) == [333]
    assert len(await rig.events(PeriodHoldRequested)) == 2
    assert wallet.available[owner] == 10_000 - 333 - 1400


async def test_nothing_fed_is_not_paid(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    await moves(rig, timedelta(days=1, minutes=1))
    await wallet.answers()
    assert len(await rig.events(PeriodReleaseRequested)) == 1
    assert wallet.available[owner] == 10_000 - 201


async def test_a_sale_settles_at_once_and_the_meals_of_the_day_belong_to_who_owned_it_then(
    rig: Rig, wallet: Wallet
) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    subscription = await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    first, second, *_ = await meals(rig, animal)
    clock.set_offset(first["due_at"] - clock.now() + timedelta(minutes=10))
    await logs(rig, animal, at=first["due_at"])
    clock.set_offset(second["due_at"] - datetime.now(UTC) + timedelta(minutes=20))
    await logs(rig, animal, at=second["due_at"] + timedelta(minutes=5))
    buyer = uuid4()
    await is_sold(rig, animal, by=owner, to=buyer, ago=timedelta(minutes=18))
    await wallet.answers()
    assert list(wallet.captured.values()) == [first["price_minor"]]
    [bought] = [meal for meal in await meals(rig, animal, "fed") if meal["period_id"] is None]
    assert bought["owner_id"] == buyer
    answer = await rig.request("GET", f"/api/v1/subscriptions/{subscription['id']}", user=owner)
    assert (answer.json()["state"], answer.json()["end_reason"], answer.json()["periods"]) == ("ended", "sold", [])
    missing = await rig.request("GET", f"/api/v1/subscriptions/{subscription['id']}", user=buyer)
    assert missing.status_code == 404


async def test_a_late_log_of_a_settled_period_is_a_correction_that_the_owner_pays(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    first, second = await meals(rig, animal)
    await logs(rig, animal, at=first["due_at"])
    await moves(rig, timedelta(days=1, minutes=1))
    await wallet.answers()
    before = wallet.available[owner]
    verdict = await logs(rig, animal, at=second["due_at"])
    assert (verdict.outcome, verdict.meal_id) == ("corrected", second["id"])
    await wallet.answers()
    assert wallet.available[owner] == before - second["price_minor"]
    assert first["price_minor"] + second["price_minor"] == 201


async def test_without_money_the_animal_gets_the_basic_ration_and_the_ladder_ends_in_a_block(
    rig: Rig, wallet: Wallet
) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=100)
    await a_package(rig, **BASIC)
    await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    assert len(await meals(rig, animal, "planned")) == 2
    for day in range(8):
        for meal in (await meals(rig, animal, "planned"))[:2]:
            await logs(rig, animal, at=meal["due_at"])
        await moves(rig, timedelta(days=1, minutes=1))
        await wallet.answers()
        assert len(await rig.events(PeriodUnpaid)) == [2, 2, 3, 3, 3, 3, 4, 4][day]
    [block] = await rig.events(UnpaidFeedBlocked)
    assert (block.livestock_id, block.owner_id) == (animal, owner)
    assert wallet.debts
    await wallet.deposits(owner, 5_000)
    assert len(await rig.events(UnpaidFeedBlockEnded)) == 1
    await moves(rig, timedelta(minutes=2))
    await wallet.answers()
    assert len(await rig.events(PeriodCaptureRequested)) == 0
    answer = await rig.request("GET", "/api/v1/my-feed-subscriptions", user=owner)
    [mine] = answer.json()["items"]
    assert (mine["state"], [period["kind"] for period in mine["periods"]]) == ("active", ["package"])


async def test_an_owner_sees_why_a_subscription_is_unpaid(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=100)

    async def reason() -> str | None:
        answer = await rig.request("GET", f"/api/v1/subscriptions/{made['id']}", user=owner)
        return answer.json()["unpaid_reason"]  # type: ignore[no-any-return]

    made = await subscribed(rig, owner=owner, animal=animal, package=package)
    assert await reason() is None
    await wallet.answers()
    assert await reason() == "insufficient_funds"
    await wallet.deposits(owner, 5_000)
    await moves(rig, timedelta(minutes=2))
    await wallet.answers()
    assert await reason() is None


async def test_a_meal_that_was_not_fed_after_all_is_paid_back(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    first, _ = await meals(rig, animal)
    await logs(rig, animal, at=first["due_at"])
    await moves(rig, timedelta(days=1, minutes=1))
    await wallet.answers()
    before = wallet.available[owner]
    async with rig.db.unit_of_work() as db:
        log = Log(id=new_id(), livestock_id=animal, at=first["due_at"], kind="refused", meal_id=first["id"], by=uuid4())
        [verdict] = await record(db, [log])
    await wallet.answers()
    assert verdict.outcome == "corrected"
    assert wallet.available[owner] == before + first["price_minor"]
    [correction] = await rig.events(MealCorrected)
    assert (correction.before, correction.after, correction.amount.minor) == ("fed", "refused", -first["price_minor"])
    facts = {each.name: each.sql for each in rig.service.invariants if isinstance(each, Agrees)}
    [repaid] = await rig.db.fetch(facts["correction.rewarded"])
    assert (repaid["id"], repaid["payee_id"]) == (correction.correction_id, owner)
    assert (repaid["currency"], repaid["minor_units"]) == (correction.amount.currency, first["price_minor"])


async def test_money_that_arrives_while_a_refusal_is_on_its_way_is_not_missed(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=0)
    subscription = await subscribed(rig, owner=owner, animal=animal, package=package)
    [asked] = await rig.events(PeriodHoldRequested)
    refused = wallet.answer(asked)
    await wallet.deposits(owner, 5_000)
    await rig.deliver(*refused)
    await moves(rig, timedelta(minutes=2))
    await wallet.answers()
    answer = await rig.request("GET", f"/api/v1/subscriptions/{subscription['id']}", user=owner)
    assert answer.json()["state"] == "active"


async def test_answers_that_come_again_or_too_late_change_nothing(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    [asked] = await rig.events(PeriodHoldRequested)
    [placed] = wallet.answer(asked)
    await rig.deliver(placed, placed)
    first, _ = await meals(rig, animal)
    await logs(rig, animal, at=first["due_at"])
    await moves(rig, timedelta(days=1, minutes=1))
    captures = await rig.events(PeriodCaptureRequested)
    [captured] = wallet.answer(captures[0])
    await rig.deliver(captured, captured, placed)
    assert len(captures) == len(await rig.events(PeriodSettled)) == 1
    assert len(await rig.events(PeriodCaptureRequested)) == 1


def test_the_ladder_has_its_days_and_then_waits_for_money() -> None:
    since, days = datetime(2027, 1, 31, 12, tzinfo=UTC), (0, 1, 3, 7)
    tries = [next_try(since, since + timedelta(days=day), days) for day in (0, 1, 2, 3, 6, 7, 30)]
    assert [None if at is None else (at - since).days for at in tries] == [1, 3, 3, 7, 7, None, None]


async def test_a_period_that_cannot_be_ended_does_not_hold_up_the_others(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    other = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    for each in (animal, other):
        await subscribed(rig, owner=owner, animal=each, package=package, cycle="daily")
    await wallet.answers()
    async with rig.db.unit_of_work() as db:
        await db.execute(text("UPDATE animals SET farm_id = NULL WHERE id = :id"), {"id": animal})
    await moves(rig, timedelta(days=1, minutes=1))
    await wallet.answers()
    settled = await rig.db.fetch("SELECT livestock_id FROM periods WHERE state = 'settled'")
    assert [row["livestock_id"] for row in settled] == [other]


async def test_a_sale_that_is_heard_of_late_gives_back_what_was_fed_after_it(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    first, second = await meals(rig, animal)
    for each in (first, second):
        await logs(rig, animal, at=each["due_at"])
    await moves(rig, timedelta(days=1, hours=1))
    await wallet.answers()
    buyer, between = uuid4(), first["due_at"] + (second["due_at"] - first["due_at"]) / 2
    await is_sold(rig, animal, by=owner, to=buyer, ago=clock.now() - between)
    await wallet.answers()
    assert wallet.available[owner] == 10_000 - first["price_minor"]
    owners = [(meal["owner_id"], meal["charged_minor"]) for meal in await meals(rig, animal, "fed")]
    assert owners == [(owner, first["price_minor"]), (buyer, 0)]


async def test_what_is_held_for_a_running_period_is_compared_with_the_wallet(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    told = [each for each in rig.service.invariants if isinstance(each, UnderWay)]
    [under_way] = [each.sql for each in told if each.noun == "period"]
    [known] = [each.sql for each in rig.service.invariants if isinstance(each, Agrees) and each.name == "period.known"]
    assert len(await rig.db.fetch(under_way)) == 1
    await wallet.answers()
    assert await rig.db.fetch(under_way) == []
    assert [row["held"] for row in await rig.db.fetch(known)] == [True]


async def test_what_is_logged_after_a_late_sale_was_heard_is_not_the_sellers_to_pay(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    first, second = await meals(rig, animal)
    await logs(rig, animal, at=first["due_at"])
    await moves(rig, timedelta(days=1, hours=1))
    await wallet.answers()
    buyer, between = uuid4(), first["due_at"] + (second["due_at"] - first["due_at"]) / 2
    await is_sold(rig, animal, by=owner, to=buyer, ago=clock.now() - between)
    verdict = await logs(rig, animal, at=second["due_at"])
    await wallet.answers()
    assert verdict.outcome == "unplanned"
    assert wallet.available[owner] == 10_000 - first["price_minor"]
    assert [meal["owner_id"] for meal in await meals(rig, animal, "fed")] == [owner, buyer]


async def test_a_late_sale_is_not_charged_by_a_period_that_still_waits_for_its_hold(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    first, second = await meals(rig, animal)
    for each in (first, second):
        await logs(rig, animal, at=each["due_at"])
    await moves(rig, timedelta(days=1, hours=1))
    between = first["due_at"] + (second["due_at"] - first["due_at"]) / 2
    await is_sold(rig, animal, by=owner, to=uuid4(), ago=clock.now() - between)
    await wallet.answers()
    assert list(wallet.captured.values()) == [first["price_minor"]]
    assert wallet.available[owner] == 10_000 - first["price_minor"]


async def test_who_subscribed_after_a_sale_that_is_heard_of_late_pays_nothing(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    sold_at = clock.now()
    clock.set_offset(timedelta(hours=1))
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    first, second = await meals(rig, animal)
    await logs(rig, animal, at=first["due_at"])
    await moves(rig, timedelta(days=1, hours=1))
    await wallet.answers()
    await is_sold(rig, animal, by=owner, to=uuid4(), ago=clock.now() - sold_at)
    await logs(rig, animal, at=second["due_at"])
    await moves(rig, timedelta(days=1))
    await wallet.answers()
    assert wallet.available[owner] == 10_000
