"""What feed states of its books."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.feed import FeedBooksStated
from feed.meals.matching import Log
from feed.meals.service import record
from services.feed.tests.herds import BASIC, a_package, subscribed
from services.feed.tests.money import Wallet
from services.feed.tests.test_billing import a_herd, logs, meals, moves

Item = tuple[str, UUID, int]


async def stated(rig: Rig, later: timedelta) -> FeedBooksStated:
    """The first window, as it was stated last."""
    clock.set_offset(clock.offset() + later)
    await rig.run_job("state_books")
    events = await rig.events(FeedBooksStated)
    return [each for each in events if each.window_id == events[0].window_id][-1]


def items(statement: FeedBooksStated) -> list[Item]:
    return sorted((item.kind, item.reference_id, item.amount.minor) for item in statement.items)


async def refuses(rig: Rig, animal: UUID, meal: dict[str, Any]) -> None:
    """The meal was not eaten after all."""
    async with rig.db.unit_of_work() as db:
        log = Log(id=new_id(), livestock_id=animal, at=meal["due_at"], kind="refused", by=uuid4(), meal_id=meal["id"])
        await record(db, [log])


def taken(wallet: Wallet) -> list[Item]:
    """What the wallet did, in the same words."""
    kinds = {"capture": wallet.captured, "charge": wallet.charged, "reward": wallet.rewarded}
    return sorted((kind, key[1], minor) for kind, done in kinds.items() for key, minor in done.items())


async def test_what_was_captured_charged_and_paid_back_is_stated_as_the_wallet_did_it(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=250)
    await a_package(rig, **BASIC)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    first, second = await meals(rig, animal)
    await logs(rig, animal, at=first["due_at"])
    await moves(rig, timedelta(days=1, minutes=1))
    await wallet.answers()
    await logs(rig, animal, at=second["due_at"])
    await wallet.answers()
    await refuses(rig, animal, first)
    await wallet.answers()
    for meal in await meals(rig, animal):
        await logs(rig, animal, at=meal["due_at"])
    await moves(rig, timedelta(days=1, minutes=1))
    await wallet.answers()
    await moves(rig, timedelta(days=1, minutes=1))
    await wallet.answers()
    said = await stated(rig, timedelta(hours=2))
    assert items(said) == taken(wallet)
    assert {kind for kind, *_ in items(said)} == {"capture", "charge", "reward"}


async def test_a_period_is_under_way_until_the_wallet_has_paid_it(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package, cycle="daily")
    await wallet.answers()
    [meal, _] = await meals(rig, animal)
    await logs(rig, animal, at=meal["due_at"])
    running = await stated(rig, timedelta(hours=2))
    assert (items(running), len(running.under_way)) == ([], 1)
    await moves(rig, timedelta(days=1, minutes=1))
    asked = await stated(rig, timedelta())
    assert (items(asked), asked.under_way) == ([], running.under_way)
    await wallet.answers()
    paid = await stated(rig, timedelta())
    assert (items(paid), paid.under_way) == (taken(wallet), [])


async def test_a_refused_period_is_under_way_no_longer_and_states_nothing(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=0)
    subscription = await subscribed(rig, owner=owner, animal=animal, package=package)
    waiting = await stated(rig, timedelta(hours=2))
    assert len(waiting.under_way) == 1
    path = f"/api/v1/subscriptions/{subscription['id']}/cancel"
    await rig.request("POST", path, user=owner, json={"version": subscription["version"], "when": "now"})
    clock.set_offset(clock.offset() + timedelta(hours=1))
    await stated(rig, timedelta())
    await wallet.answers()
    refused = await stated(rig, timedelta(hours=1))
    assert (items(refused), refused.under_way) == ([], [])
