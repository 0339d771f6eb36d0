"""Facts come late, twice, in any order and in parts, and come to the same."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Event, Money
from amigok_contracts.barn import Feeding, FeedingsLogged, MealsMissed, MissedMeal
from amigok_contracts.care import (
    REQUEST,
    CareCancelled,
    CareCompleted,
    CareHoldRequested,
    CareRequested,
    CheckupDone,
)
from amigok_contracts.farm import LivestockPriced
from amigok_contracts.feed import MealCorrected, PeriodSettled
from amigok_contracts.marketplace import ORDER
from amigok_contracts.medicines import DoseMissed, TreatmentGiven
from amigok_contracts.money_requests import Share
from amigok_contracts.wallet import HoldCaptured
from game.facts import queries
from services.game.tests.shows import DAY, Show, weighed

CONSISTENCY = {"kind": "consistency", "meals": 50, "checkups": 25, "tasks": 25, "checkup_days": 10}
PROFIT = {"kind": "profit", "currency": "EUR"}


def eur(minor: int) -> Money:
    return Money.of_minor(minor, "EUR")


def fed(livestock_id: UUID, meal_id: UUID, *, at: datetime, replaces: UUID | None = None) -> FeedingsLogged:
    feeding = Feeding(
        feeding_id=new_id(),
        livestock_id=livestock_id,
        meal_id=meal_id,
        outcome="fed",
        kg=None,
        is_estimated=True,
        fed_at=at,
        replaces_id=replaces,
    )
    return FeedingsLogged(farm_id=new_id(), recorded_at=at, feedings=(feeding,))


def missed(livestock_id: UUID, meal_id: UUID, *, at: datetime) -> MealsMissed:
    meal = MissedMeal(meal_id=meal_id, livestock_id=livestock_id, owner_id=None)
    return MealsMissed(farm_id=new_id(), due_at=at, meals=(meal,))


def requested(livestock_id: UUID, request_id: UUID, *, due: datetime | None = None) -> CareRequested:
    return CareRequested(
        request_id=request_id,
        livestock_id=livestock_id,
        farm_id=None,
        owner_id=None,
        service_id=new_id(),
        service_name="Hoof care",
        care_type="grooming",
        origin="plan",
        mandatory=due is not None,
        emergency=False,
        due_at=due,
    )


def completed(livestock_id: UUID, request_id: UUID) -> CareCompleted:
    about: dict[str, Any] = {"request_id": request_id, "livestock_id": livestock_id, "owner_id": None}
    return CareCompleted(**about, farm_id=None, veterinarian_id=new_id(), care_type="grooming", cost=eur(2_500))


def captured(purpose: str, reference_id: UUID, payer_id: UUID, *shares: Share) -> HoldCaptured:
    return HoldCaptured(
        hold_id=new_id(),
        purpose=purpose,
        reference_id=reference_id,
        transfer_id=new_id(),
        payer_id=payer_id,
        amount=eur(sum(share.amount.minor for share in shares)),
        shares=shares,
    )


def care(livestock_id: UUID, owner: UUID, minor: int) -> list[Event]:
    """Care of an animal that its owner has paid for."""
    request_id, payment_id = new_id(), new_id()
    asked = CareHoldRequested(reference_id=payment_id, request_id=request_id, payer_id=owner, amount=eur(9_900))
    share = Share(amount=eur(minor), fee="care")
    return [requested(livestock_id, request_id), asked, captured(REQUEST, payment_id, owner, share)]


def settled(livestock_id: UUID, owner: UUID, minor: int, *, at: datetime) -> PeriodSettled:
    return PeriodSettled(
        period_id=new_id(),
        subscription_id=new_id(),
        livestock_id=livestock_id,
        owner_id=owner,
        kind="package",
        price=eur(9_000),
        charged=eur(minor),
        planned_meals=60,
        fed_meals=58,
        reason="end",
        starts_at=at - DAY,
        closed_at=at,
    )


def corrected(livestock_id: UUID, owner: UUID, minor: int, *, at: datetime) -> MealCorrected:
    return MealCorrected(
        correction_id=new_id(),
        period_id=new_id(),
        meal_id=new_id(),
        livestock_id=livestock_id,
        owner_id=owner,
        due_at=at,
        before="fed",
        after="missed",
        amount=eur(minor),
    )


def happenings(entry: dict[str, Any], *, start: datetime) -> list[Event]:
    """A month of an animal: what it ate, missed, was given and cost."""
    animal, owner = UUID(entry["livestock_id"]), entry["owner_id"]
    meals = [new_id() for _ in range(4)]
    first = fed(animal, meals[0], at=start + DAY)
    task, void, dose = new_id(), new_id(), new_id()
    priced = LivestockPriced(livestock_id=animal, aggregate_version=900, price_per_kg=eur(600), value=eur(26_000))
    return [
        first,
        fed(animal, meals[0], at=start + DAY, replaces=first.feedings[0].feeding_id),
        missed(animal, meals[1], at=start + 2 * DAY),
        fed(animal, meals[1], at=start + 2 * DAY + timedelta(hours=3)),
        missed(animal, meals[2], at=start + 3 * DAY),
        fed(animal, meals[3], at=start + 40 * DAY),
        requested(animal, task, due=start + 5 * DAY),
        completed(animal, task),
        requested(animal, void, due=start + 6 * DAY),
        CareCancelled(
            request_id=void, livestock_id=animal, owner_id=owner, veterinarian_id=None, reason="owner_cancelled"
        ),
        CheckupDone(
            request_id=task,
            livestock_id=animal,
            veterinarian_id=new_id(),
            care_type="checkup",
            service_name="Checkup",
            done_at=start + 5 * DAY,
        ),
        DoseMissed(
            dose_id=dose,
            prescription_id=new_id(),
            livestock_id=animal,
            farm_id=None,
            medicine_name="Amoxicillin",
            planned_at=start + 7 * DAY,
        ),
        *care(animal, owner, 2_500),
        settled(animal, owner, 3_000, at=start + 9 * DAY),
        corrected(animal, owner, -150, at=start + 8 * DAY),
        priced,
    ]


async def tell(show: Show, events: Sequence[Event]) -> None:
    await show.rig.deliver(*events)


@pytest.mark.parametrize("seed", [0, 1, 2])
async def test_any_order_and_repetition_of_what_happened_gives_the_same_scores(show: Show, seed: int) -> None:
    shuffled = random.Random(seed)
    cares = await show.contest(**show.terms(scoring=CONSISTENCY))
    earns = await show.contest(**show.terms(scoring=PROFIT))
    owner = await show.rig.is_known(new_id())
    animal = await show.animal(owner)
    for contest in (cares, earns):
        entry = (await show.enter(contest, owner, animal)).json() | {"owner_id": owner}
        await show.started(contest)
    clock.set_offset(10 * DAY)
    events = happenings(entry, start=clock.now() - 10 * DAY)
    if seed:
        events = events + shuffled.sample(events, 8)
        shuffled.shuffle(events)
    await tell(show, events)
    await show.moves(30 * DAY)
    # Two of three meals; one of three checkups; one of two tasks, for what was called off is not due.
    assert [row["value"] for row in await show.board(cares)] == ["54.166667"]
    # 260.00 less 240.00 at the start, 28.50 for feed and 25.00 for care.
    assert [row["value"] for row in await show.board(earns)] == ["-33.500000"]


async def test_care_counts_when_it_is_paid_not_when_its_price_is_held(show: Show) -> None:
    contest = await show.contest(**show.terms(scoring=PROFIT))
    entry = await show.entered(contest)
    animal, owner = UUID(entry["livestock_id"]), entry["owner_id"]
    early, late = care(animal, owner, 1_000), care(animal, owner, 500)
    await show.rig.deliver(*early[:2])
    clock.set_offset(DAY)
    await show.started(contest)
    clock.set_offset(12 * DAY)
    await show.rig.deliver(early[2], *late[:2])
    await show.moves(20 * DAY)
    await show.rig.deliver(late[2])
    assert [row["value"] for row in await show.board(contest)] == ["-10.000000"]


async def test_what_was_bought_is_known_when_the_farm_and_the_wallet_have_told_it_in_either_order(show: Show) -> None:
    seller, buyer = new_id(), new_id()
    found = []
    for wallet_first in (True, False):
        animal = await show.animal(seller)
        sale = await show.sells({"livestock_id": animal, "owner_id": seller}, buyer) if not wallet_first else None
        order_id = sale.order_id if sale else new_id()
        shares = (Share(amount=eur(28_500), payee_id=seller), Share(amount=eur(1_500), fee="sale"))
        await show.rig.deliver(captured(ORDER, order_id, buyer, *shares))
        if sale is None:
            await show.transfers(animal, seller, buyer, order_id=order_id)
        async with show.rig.db.unit_of_work() as db:
            facts = await queries.of_animals(
                db, [animal], ("purchase", "sale"), begins=None, ends=clock.now() + timedelta(days=1)
            )
        found.append([(fact.kind, fact.owner_id, fact.amount) for fact in facts])
    assert found[0] == found[1] == [("purchase", buyer, 30_000), ("sale", seller, 28_500)]


async def test_a_replay_under_other_ids_and_meals_of_animals_that_take_no_part_leave_no_trace(show: Show) -> None:
    contest = await show.contest()
    entry = await show.entered(contest)
    await show.started(contest)
    events: list[Event] = [weighed(entry["livestock_id"], "41", at=clock.now())]
    events.append(fed(UUID(entry["livestock_id"]), new_id(), at=clock.now()))
    events.append(fed(new_id(), new_id(), at=clock.now()))
    given = TreatmentGiven(
        prescription_id=new_id(),
        treatment_id=new_id(),
        request_id=new_id(),
        livestock_id=UUID(entry["livestock_id"]),
        record_type="treatment",
        medicine_id=new_id(),
        medicine_name="Amoxicillin",
        dose="7 ml",
        administered_at=clock.now(),
        meat_days=1,
        milk_days=1,
        given_by=new_id(),
        veterinarian_id=new_id(),
    )
    everything = "SELECT kind, source_id, event_id, at, livestock_id, data::text FROM facts ORDER BY kind, source_id"
    await show.rig.deliver(*events, given)
    before = await show.rig.db.fetch(everything)
    scores = "SELECT * FROM scores"
    await show.rig.run_task("score_animal")
    scored = await show.rig.db.fetch(scores)
    clock.set_offset(DAY)
    await show.rig.deliver(given, *reversed(events))
    await show.rig.run_task("score_animal")
    assert await show.rig.db.fetch(everything) == before
    assert await show.rig.db.fetch(scores) == scored
    kinds = [row["kind"] for row in before if row["kind"] != "valuation"]
    assert kinds == ["meal_fed", "task_done", "task_due", "weighing"]
