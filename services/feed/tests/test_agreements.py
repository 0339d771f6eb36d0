"""What an owner agreed to is asked for again under the same agreement; each choice is a new one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from amigok_contracts.feed import PeriodHoldRequested
from services.feed.tests.herds import BASIC, a_farm, a_package, an_animal, subscribed
from services.feed.tests.money import Wallet
from services.feed.tests.test_billing import a_herd, moves


async def agreements(rig: Rig) -> list[UUID | None]:
    return [event.agreement_id for event in await rig.events(PeriodHoldRequested)]


async def chooses(rig: Rig, owner: UUID, subscription: dict[str, Any], what: str, **body: Any) -> None:
    path = f"/api/v1/subscriptions/{subscription['id']}"
    seen = (await rig.request("GET", path, user=owner)).json()["version"]
    answer = await rig.request("POST", f"{path}/{what}", user=owner, json={"version": seen, **body})
    assert answer.status_code in (200, 202), answer.text


async def test_periods_renew_under_the_agreement_that_the_owner_made(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    await subscribed(rig, owner=owner, animal=animal, package=package)
    for _ in range(2):
        await wallet.answers()
        await moves(rig, timedelta(days=7, minutes=1))
    first, *later = await agreements(rig)
    assert first is not None
    assert later == [first] * 2


async def test_the_ladder_asks_again_under_the_same_agreement(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=0)
    await a_package(rig, **BASIC)
    await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    await moves(rig, timedelta(days=1, minutes=1))
    first, second = await agreements(rig)
    assert first == second


async def test_two_subscriptions_have_agreements_of_their_own(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    other = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    for each in (animal, other):
        await subscribed(rig, owner=owner, animal=each, package=package)
    first, second = await agreements(rig)
    assert first != second


@pytest.mark.parametrize("choice", ["upgrade", "resume", "pay"])
async def test_each_choice_that_opens_a_period_is_a_new_agreement(rig: Rig, wallet: Wallet, choice: str) -> None:
    owner, animal, package = await a_herd(rig, wallet, money=0 if choice == "pay" else 10_000)
    subscription = await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    if choice == "upgrade":
        dearer = await a_package(rig, name="Rich meadow", prices={"weekly": [{"amount": "21.00", "currency": "USD"}]})
        [price] = dearer["current"]["prices"]["weekly"]
        await chooses(rig, owner, subscription, "upgrade", package_id=dearer["id"], price=price)
    if choice == "resume":
        await chooses(rig, owner, subscription, "pause")
        [price] = package["current"]["prices"]["weekly"]
        await chooses(rig, owner, subscription, "resume", price=price)
    if choice == "pay":
        await chooses(rig, owner, subscription, "pay")
    first, second = await agreements(rig)
    assert first != second


async def test_a_cheaper_package_follows_under_the_agreement_that_covers_it(rig: Rig, wallet: Wallet) -> None:
    owner, animal, package = await a_herd(rig, wallet)
    subscription = await subscribed(rig, owner=owner, animal=animal, package=package)
    await wallet.answers()
    cheaper = await a_package(rig, name="Poor meadow", prices={"weekly": [{"amount": "7.00", "currency": "USD"}]})
    [price] = cheaper["current"]["prices"]["weekly"]
    clock.set_offset(clock.offset() + timedelta(days=1))
    await chooses(rig, owner, subscription, "downgrade", package_id=cheaper["id"], price=price)
    await moves(rig, timedelta(days=7))
    first, second = await rig.events(PeriodHoldRequested)
    assert (second.amount.minor, second.agreement_id) == (700, first.agreement_id)
