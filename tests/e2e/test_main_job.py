"""The platform's main job, from the seat of a client app: people buy and resell real animals."""

import asyncio
from typing import Any

import pytest

from amigok.client import Person
from amigok_chassis.patience import PATIENCE, until
from amigok_client import Problem


@pytest.fixture(scope="module")
async def anna(fleet: Any) -> Person:
    person: Person = await fleet.person("anna", money="1000.00")
    return person


@pytest.fixture(scope="module")
async def ben(fleet: Any) -> Person:
    person: Person = await fleet.person("ben", money="1000.00")
    return person


def usd(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "USD"}


async def outcome(person: Person, animal: str) -> str:
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
    assert sheep in [animal["id"] for animal in (await anna.get("/my-livestock"))["items"]]
    owners = [row["owner_id"] for row in (await anna.get(f"/livestock/{sheep}/owner-history"))["items"]]
    assert owners == [anna.id, None]
    await anna.post(f"/marketplace/my-livestock/{sheep}/list", {"price": usd("300.00")})
    resale = await ben.buy(sheep)
    assert resale.state == "completed"
    assert await ben.balance() == ("700.00", "0.00")
    assert await anna.balance() == ("1052.50", "0.00")
    assert sheep not in [animal["id"] for animal in (await anna.get("/my-livestock"))["items"]]
    owners = [row["owner_id"] for row in (await ben.get(f"/livestock/{sheep}/owner-history"))["items"]]
    assert owners == [ben.id, anna.id, None]
    kinds = [row["type"] for row in (await ben.get("/wallet/transactions"))["items"]]
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
    with pytest.raises(Problem) as refused:
        await anna.call(method, path, json={} if method == "POST" else None)
    assert (refused.value.status, refused.value.code) == (403, "forbidden")
    stranger = Person(anna.http, "nobody", "", "not-a-token")
    with pytest.raises(Problem) as refused:
        await stranger.call(method, path, json={} if method == "POST" else None)
    assert (refused.value.status, refused.value.code) == (401, "unauthenticated")


async def test_nobody_sells_or_sees_what_is_not_theirs(fleet: Any, anna: Person, ben: Person) -> None:
    mine, other = await fleet.flock(2, price="10.00")
    order = await anna.buy(mine)
    for attempt in (
        ben.post(f"/marketplace/my-livestock/{mine}/list", {"price": usd("1.00")}),
        ben.post(f"/marketplace/my-livestock/{other}/list", {"price": usd("1.00")}),
        ben.get(f"/livestock/{mine}/owner-history"),
        ben.get(f"/marketplace/orders/{order.id}"),
    ):
        with pytest.raises(Problem) as refused:
            await attempt
        assert refused.value.status in (403, 404)
    assert "owner_id" not in await ben.get(f"/livestock/{mine}")


async def test_signing_out_ends_the_session_everywhere_within_seconds(fleet: Any) -> None:
    carl = await fleet.person("carl")
    await carl.post("/auth/logout")

    async def refused() -> bool:
        try:
            await carl.get("/wallet")
        except Problem as problem:
            return problem.code == "unauthenticated"
        return False

    assert await until(refused, seconds=PATIENCE / 6)
