"""Offering a platform animal far below its value gives money away, so it takes two administrators."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, token
from amigok_contracts import Money
from amigok_contracts.farm import LivestockPriced, LivestockWeighed

PROPOSE = "/api/v1/admin/marketplace/livestock/propose"


def usd(amount: str, currency: str = "USD") -> dict[str, str]:
    return {"amount": amount, "currency": currency}


def code(answer: httpx.Response) -> str:
    return str(answer.json()["code"])


async def propose(rig: Rig, livestock_id: UUID, price: dict[str, str], by: UUID | None = None) -> httpx.Response:
    by = by or await rig.administrator()
    body = {"livestock_id": str(livestock_id), "price": price}
    return await rig.request("POST", PROPOSE, user=by, role="admin", json=body)


def priced(livestock_id: UUID, value: str, currency: str = "USD", version: int = 2) -> LivestockPriced:
    per_kg, worth = (Money.model_validate(usd(amount, currency)) for amount in ("0.01", value))
    return LivestockPriced(livestock_id=livestock_id, aggregate_version=version, price_per_kg=per_kg, value=worth)


async def test_one_administrator_offers_the_platforms_animals_for_half_their_value_at_least(
    rig: Rig, market: Any
) -> None:
    sheep, ram = await market.animal(), await market.animal()
    for price in ("0.01", "119.99"):
        refused = await market.offer(sheep, None, price=usd(price))
        assert (refused.status_code, code(refused)) == (409, "second_person_needed")
    assert (await market.offer(sheep, None, price=usd("120.00"))).status_code == 201
    assert code(await market.offer(ram, None, price=usd("240.00", "EUR"))) == "second_person_needed"


async def test_what_two_administrators_agree_on_is_offered_at_the_price_that_both_saw(rig: Rig, market: Any) -> None:
    sheep, by = await market.animal(), await rig.administrator()
    proposed = await propose(rig, sheep, usd("0.01"), by)
    assert proposed.status_code == 202, proposed.text
    shown = proposed.json()
    assert (shown["kind"], shown["subject_id"], shown["beneficiaries"]) == ("listing.underpriced", str(sheep), [])
    assert (shown["payload"]["price"], shown["payload"]["value"]) == (usd("0.01"), usd("240.00"))
    assert await market.shown() == []
    path = f"/api/v1/admin/marketplace/proposals/{shown['id']}/decision"
    own = await rig.request("PUT", path, user=by, role="admin", json={"decision": "approved"})
    assert (own.status_code, code(own)) == (403, "own_proposal")
    assert (await rig.decided(proposed)).json()["state"] == "approved"
    [listing] = await market.shown()
    assert (listing["livestock_id"], listing["price"]) == (str(sheep), usd("0.01"))
    again = await rig.decided(proposed)
    assert (again.status_code, code(again)) == (409, "proposal_closed")


async def test_lowering_an_animals_price_per_kg_first_opens_nothing(rig: Rig, market: Any) -> None:
    sheep = await market.animal()
    await rig.deliver(priced(sheep, "0.62"))
    assert code(await market.offer(sheep, None, price=usd("0.62"))) == "second_person_needed"
    await rig.deliver(priced(sheep, "0.62", "EUR", 3))
    assert code(await market.offer(sheep, None, price=usd("0.62", "EUR"))) == "second_person_needed"
    assert code(await market.offer(sheep, None, price=usd("240.00"))) == "second_person_needed"


async def test_the_most_that_the_farm_told_counts_in_whatever_order_news_come(rig: Rig, market: Any) -> None:
    event = market.registered()
    weighed = LivestockWeighed(
        livestock_id=event.livestock_id,
        aggregate_version=2,
        weighing_id=new_id(),
        measured_at=clock.now(),
        measured_kg=Decimal(90),
        weight_kg=Decimal(90),
        value=Money.of_minor(34_560, "USD"),
    )
    await rig.deliver(weighed, event, weighed)
    assert code(await market.offer(event.livestock_id, None, price=usd("172.79"))) == "second_person_needed"
    assert (await market.offer(event.livestock_id, None, price=usd("172.80"))).status_code == 201


async def test_a_proposal_whose_animal_is_worth_more_by_now_is_not_done(rig: Rig, market: Any) -> None:
    sheep = await market.animal()
    proposed = await propose(rig, sheep, usd("50.00"))
    await rig.deliver(priced(sheep, "9000.00"))
    decided = await rig.decided(proposed)
    assert (decided.status_code, code(decided)) == (409, "value_changed")
    assert await market.shown() == []
    assert (await rig.decided(await propose(rig, sheep, usd("50.00")))).status_code == 200


async def test_what_cannot_be_offered_is_not_proposed_either(rig: Rig, market: Any) -> None:
    assert code(await propose(rig, await market.animal(new_id()), usd("1.00"))) == "not_platform_owned"
    assert code(await propose(rig, new_id(), usd("1.00"))) == "not_found"
    assert code(await propose(rig, await market.animal(), usd("0.00"))) == "price_not_positive"
    sheep = await market.animal()
    proposed = await propose(rig, sheep, usd("1.00"))
    assert (await market.offer(sheep, None)).status_code == 201
    assert code(await rig.decided(proposed)) == "already_listed"


async def test_a_session_that_proved_nothing_lately_does_not_give_its_owners_animals_away(
    rig: Rig, market: Any
) -> None:
    anna = new_id()
    sheep = await market.animal(anna)
    old = {"Authorization": f"Bearer {token(anna, authenticated=timedelta(minutes=11))}"}
    path = f"{market.path}/my-livestock/{sheep}/list"
    for price in (usd("0.01"), usd("240.00", "GBP"), usd("120.00")):
        refused = await rig.request("POST", path, headers=old, json={"price": price})
        assert (refused.status_code, code(refused)) == (403, "step_up_required")
    ewe = await market.animal(anna)
    assert (await market.offer(ewe, anna, price=usd("0.01"))).status_code == 201
