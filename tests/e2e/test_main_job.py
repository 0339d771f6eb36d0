"""The platform's main job, from the seat of a client app: people buy and resell real animals."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from amigok.client import Person, usd
from amigok_chassis.patience import PATIENCE, until
from amigok_client import Problem
from amigok_client.api import listings, livestock, orders, ownership, search, sessions, statements
from amigok_client.models import OfferIn
from tests.e2e.conftest import code_of


@pytest.fixture(scope="module")
async def anna(fleet: Any) -> Person:
    person: Person = await fleet.person("anna", money="1000.00")
    return person


@pytest.fixture(scope="module")
async def ben(fleet: Any) -> Person:
    person: Person = await fleet.person("ben", money="1000.00")
    return person


async def owned(person: Person) -> list[UUID]:
    return [animal.id for animal in (await person.send(search.list_my_livestock())).items]


async def owners(person: Person, animal: UUID) -> list[UUID | None]:
    """Who had the animal, newest first."""
    return [row.owner_id for row in (await person.send(ownership.list_owners(animal))).items]


async def outcome(person: Person, animal: UUID) -> str:
    """How an attempt to buy ends: the state of the order, or why there is none or was none in the end."""
    try:
        order = await person.buy(animal)
    except Problem as refused:
        return refused.code
    return str(order.reason or order.state)


async def test_a_purchase_moves_the_animal_to_the_buyer_and_the_money_to_the_seller(
    fleet: Any, anna: Person, ben: Person
) -> None:
    (sheep,) = await fleet.flock(1, price="240.00")
    order = await anna.buy(sheep)
    assert (order.state, order.fee.amount) == ("completed", "6.00")
    assert await anna.balance() == ("760.00", "0.00")
    assert sheep in await owned(anna)
    assert await owners(anna, sheep) == [anna.id, None]
    await anna.send(listings.offer_own_listing(sheep, body=OfferIn(usd("300.00"))))
    resale = await ben.buy(sheep)
    assert resale.state == "completed"
    assert await ben.balance() == ("700.00", "0.00")
    assert await anna.balance() == ("1052.50", "0.00")
    assert sheep not in await owned(anna)
    assert await owners(ben, sheep) == [ben.id, anna.id, None]
    kinds = [row.type_ for row in (await ben.send(statements.list_transactions())).items]
    assert kinds == ["purchase", "hold", "credit"]
    await fleet.at_rest()


async def test_of_two_who_buy_the_same_animal_at_once_one_gets_it_and_the_other_hears_why(
    fleet: Any, anna: Person, ben: Person
) -> None:
    (sheep,) = await fleet.flock(1, price="50.00")
    before = {person.id: await person.balance() for person in (anna, ben)}
    results = await asyncio.gather(outcome(anna, sheep), outcome(ben, sheep))
    assert sorted(results) == ["completed", "listing_not_active"]
    loser = (anna, ben)[results.index("listing_not_active")]
    assert await loser.balance() == before[loser.id]
    await fleet.at_rest()


async def test_an_order_without_the_money_is_cancelled_with_its_reason_and_the_animal_stays_for_sale(
    fleet: Any,
) -> None:
    poor = await fleet.person("poor", money="49.99")
    (sheep,) = await fleet.flock(1, price="50.00")
    order = await poor.buy(sheep)
    assert (order.state, order.reason) == ("cancelled", "insufficient_funds")
    assert await poor.balance() == ("49.99", "0.00")
    await fleet.credit(poor, "0.01")
    assert (await poor.buy(sheep)).state == "completed"
    await fleet.at_rest()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/admin/wallet/reconciliation"),
        ("POST", "/admin/wallet/credits"),
        ("POST", "/admin/farms"),
        ("POST", "/admin/livestock"),
        ("POST", "/admin/marketplace/livestock"),
        ("GET", "/admin/marketplace/orders"),
    ],
)
async def test_administration_is_closed_to_everyone_else(fleet: Any, anna: Person, method: str, path: str) -> None:
    for token, status, code in ((anna.token, 403, "forbidden"), ("not-a-token", 401, "unauthenticated")):
        headers = {"Authorization": f"Bearer {token}"}
        answer = await fleet.http.request(method, f"/api/v1{path}", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_nobody_sells_or_sees_what_is_not_theirs(fleet: Any, anna: Person, ben: Person) -> None:
    mine, other = await fleet.flock(2, price="10.00")
    order = await anna.buy(mine)
    for attempt in (
        listings.offer_own_listing(mine, body=OfferIn(usd("1.00"))),
        listings.offer_own_listing(other, body=OfferIn(usd("1.00"))),
        ownership.list_owners(mine),
        orders.read_order(order.id),
    ):
        with pytest.raises(Problem) as refused:
            await ben.send(attempt)
        assert refused.value.status in (403, 404)
    assert "owner_id" not in (await ben.send(livestock.get_livestock(mine))).to_dict()


async def test_signing_out_ends_the_session_everywhere_within_seconds(fleet: Any) -> None:
    carl = await fleet.person("carl")
    await carl.send(sessions.logout_session())

    async def refused() -> bool:
        return await code_of(carl.send(statements.read_wallet())) == "unauthenticated"

    assert await until(refused, seconds=PATIENCE / 6)
