"""What listings say, how that changes, and how they end by themselves."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.farm import (
    LivestockDied,
    LivestockRegistered,
)
from amigok_contracts.farm_listed import LivestockPhotosChanged, LivestockRegistrationRefused
from amigok_contracts.marketplace import ListingPublished, ListingRemoved
from amigok_contracts.marketplace_listings import (
    ListingExpired,
    ListingExpiring,
    ListingPriceChanged,
    LivestockRegistrationRequested,
)

ADMIN = "/api/v1/admin/marketplace"


def terms(amount: str, *, version: int = 1, **changes: Any) -> dict[str, Any]:
    price = {"amount": amount, "currency": "USD"}
    return {"version": version, "price": price, "title": "Ewe", "description": "", "negotiable": True} | changes


def outside(tag: str = "UK 1", **changes: Any) -> dict[str, Any]:
    animal = {
        "farm_id": str(UUID(int=1)),
        "breed_id": str(UUID(int=2)),
        "tag_number": tag,
        "unique_id_card": f"CARD-{tag}",
        "sex": "female",
        "weight_kg": "50.00",
        "price_per_kg": {"amount": "4.80", "currency": "USD"},
    }
    return {"price": {"amount": "240.00", "currency": "USD"}, "animal": animal} | changes


async def test_a_price_changes_with_its_version_and_its_history_is_there_for_all(rig: Rig, market: Any) -> None:
    seller = new_id()
    livestock_id = await market.listed(seller)
    listing = await market.listing_of(livestock_id)
    path = f"{market.path}/listings/{listing}"
    changed = await rig.request("PUT", path, user=seller, json=terms("200.00"))
    assert (changed.json()["price"]["amount"], changed.json()["version"]) == ("200.00", 2)
    late = await rig.request("PUT", path, user=seller, json=terms("190.00"))
    assert (late.json()["code"], late.json()["version"]) == ("version_conflict", 2)
    await rig.request("PUT", path, user=seller, json=terms("200.00", version=2, title="Old ewe"))
    history = (await rig.request("GET", f"{path}/prices")).json()
    assert [(row["version"], row["price"]["amount"]) for row in history] == [(2, "200.00"), (1, "240.00")]
    [event] = await rig.events(ListingPriceChanged)
    assert (event.listing_version, str(event.previous_price), str(event.price)) == (2, "240.00 USD", "200.00 USD")
    stale = await market.buy(livestock_id, new_id(), json={"price": market.price})
    assert stale.json()["code"] == "listing_changed"
    assert (await market.buy(livestock_id, new_id())).json()["price"]["amount"] == "200.00"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"price": {"amount": "0.00", "currency": "USD"}}, "price_not_positive"),
        ({"price": {"amount": "200.00", "currency": "EUR"}}, "currency_fixed"),
        ({"title": ""}, "invalid_request"),
    ],
)
async def test_terms_that_no_listing_may_have_are_refused(
    rig: Rig, market: Any, changes: dict[str, Any], code: str
) -> None:
    seller = new_id()
    listing = await market.listing_of(await market.listed(seller))
    answer = await rig.request("PUT", f"{market.path}/listings/{listing}", user=seller, json=terms("1.00", **changes))
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_nobody_changes_what_is_not_theirs_or_being_bought(rig: Rig, market: Any) -> None:
    seller, admin = new_id(), {"user": market.admin, "role": "admin"}
    livestock_id = await market.listed(seller)
    listing = await market.listing_of(livestock_id)
    path = f"{market.path}/listings/{listing}"
    assert (await rig.request("PUT", path, user=new_id(), json=terms("1.00"))).status_code == 404
    assert (await rig.request("PUT", f"{ADMIN}/listings/{listing}", **admin, json=terms("1.00"))).status_code == 404
    await market.buy(livestock_id, new_id(), json={"pay_with": "payment"})
    busy = await rig.request("PUT", path, user=seller, json=terms("1.00"))
    assert (busy.json()["code"], busy.json()["state"]) == ("listing_not_active", "reserved")


async def test_one_administrator_does_not_lower_the_platforms_price_below_half_the_value(rig: Rig, market: Any) -> None:
    admin = {"user": market.admin, "role": "admin"}
    listing = await market.listing_of(await market.listed())
    path = f"{ADMIN}/listings/{listing}"
    low = await rig.request("PUT", path, **admin, json=terms("119.99"))
    assert low.json()["code"] == "second_person_needed"
    assert (await rig.request("PUT", path, **admin, json=terms("120.00"))).status_code == 200
    assert (await rig.told())[-1]["action"] == "listing.changed"


async def test_a_listing_ends_by_itself_unless_it_is_renewed(rig: Rig, market: Any) -> None:
    seller, began = new_id(), clock.now()
    livestock_id = await market.listed(seller)
    listing = await market.listing_of(livestock_id)
    clock.set_offset(timedelta(days=54))
    for _ in range(2):
        await rig.run_job("warn_of_expiry")
    [warned] = await rig.events(ListingExpiring)
    assert (warned.recipient_ids, str(warned.listing_id)) == ((seller,), listing)
    renewed = await rig.request("POST", f"{market.path}/listings/{listing}/renew", user=seller)
    assert renewed.json()["expires_at"] > (began + timedelta(days=113)).isoformat()
    clock.set_offset(timedelta(days=113))
    await rig.run_job("expire_listings")
    assert await rig.events(ListingExpired) == []
    clock.set_offset(timedelta(days=115))
    await rig.run_job("expire_listings")
    [expired] = await rig.events(ListingExpired)
    assert expired.recipient_ids == (seller,)
    assert [event.reason for event in await rig.events(ListingRemoved)] == ["expired"]
    assert (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()["state"] == "expired"
    assert (await market.offer(livestock_id, seller)).status_code == 201


async def test_a_listing_that_is_being_bought_does_not_expire(rig: Rig, market: Any) -> None:
    livestock_id, buyer = await market.listed(new_id()), new_id()
    answer = await market.buy(livestock_id, buyer, json={"pay_with": "payment"})
    clock.set_offset(timedelta(days=61))
    await rig.run_job("expire_listings")
    assert await rig.events(ListingExpired) == []
    await rig.request("POST", f"{market.path}/orders/{answer.json()['id']}/cancel", user=buyer)
    await rig.run_job("expire_listings")
    assert len(await rig.events(ListingExpired)) == 1


async def test_administrators_feature_listings_but_not_their_own(rig: Rig, market: Any) -> None:
    seller = new_id()
    listing = await market.listing_of(await market.listed(seller))
    path = f"{ADMIN}/listings/{listing}/featured"
    own = await rig.request("PUT", path, user=seller, role="admin", json={"featured": True})
    assert (own.status_code, own.json()["code"]) == (403, "own_behalf")
    assert (await rig.request("PUT", path, user=market.admin, role="admin", json={"featured": True})).json()["featured"]
    assert [entry["action"] for entry in await rig.told()] == ["listing.featured"]
    found = await rig.request("GET", f"{ADMIN}/listings?featured=true", user=market.admin, role="admin")
    assert [row["seller_id"] for row in found.json()["items"]] == [str(seller)]


async def test_a_listing_shows_the_farms_photos_with_the_cover_first_whatever_the_order_of_events(
    rig: Rig, market: Any
) -> None:
    livestock_id = await market.listed()
    cover, other = new_id(), new_id()
    newer = LivestockPhotosChanged(livestock_id=livestock_id, aggregate_version=8, photo_ids=(cover, other))
    older = LivestockPhotosChanged(livestock_id=livestock_id, aggregate_version=7, photo_ids=(other,))
    await rig.deliver(newer, older)
    paths = [f"/api/v1/livestock/{livestock_id}/photos/{photo}" for photo in (cover, other)]
    assert (await market.shown())[0]["photos"] == paths
    assert (await rig.request("GET", f"{market.path}/livestock/{livestock_id}")).json()["photos"] == paths


async def ask(rig: Rig, market: Any, **body: Any) -> Any:
    return await rig.request("POST", f"{ADMIN}/livestock", user=market.admin, role="admin", json=outside(**body))


def registered(asked: LivestockRegistrationRequested) -> LivestockRegistered:
    return LivestockRegistered(
        livestock_id=asked.livestock_id,
        aggregate_version=1,
        farm_id=asked.farm_id,
        farm_name="Hill Farm",
        type_name="sheep",
        breed_name="Merino",
        tag_number=asked.tag_number,
        sex=asked.sex,
        weight_kg=asked.weight_kg,
        value=Money.of_minor(24_000, "USD"),
        owner_id=None,
    )


async def test_an_animal_from_outside_is_a_draft_until_the_farm_has_registered_it(rig: Rig, market: Any) -> None:
    drafted = await ask(rig, market)
    assert (drafted.status_code, drafted.json()["state"], drafted.json()["breed_name"]) == (201, "draft", "")
    again = await ask(rig, market)
    assert again.json()["id"] == drafted.json()["id"]
    [asked] = await rig.events(LivestockRegistrationRequested)
    assert (await market.shown(), await rig.events(ListingPublished)) == ([], [])
    hidden = await market.buy(asked.livestock_id, new_id())
    assert (hidden.status_code, hidden.json()["code"]) == (404, "not_listed")
    await rig.deliver(registered(asked), registered(asked))
    [listing] = await market.shown()
    assert (listing["state"], listing["title"], listing["tag_number"]) == ("live", "Merino sheep UK 1", "UK 1")
    assert len(await rig.events(ListingPublished)) == 1


async def test_what_the_farm_does_not_register_is_shown_and_may_be_asked_for_again(rig: Rig, market: Any) -> None:
    first = (await ask(rig, market)).json()
    assert (await ask(rig, market, price={"amount": "230.00", "currency": "USD"})).json()["code"] == "asked_before"
    [asked] = await rig.events(LivestockRegistrationRequested)
    refused = LivestockRegistrationRefused(livestock_id=asked.livestock_id, reason="farm_full")
    await rig.deliver(refused, refused)
    found = await rig.request("GET", f"{ADMIN}/listings?state=removed", user=market.admin, role="admin")
    assert [(row["id"], row["refusal"]) for row in found.json()["items"]] == [(first["id"], "farm_full")]
    second = await ask(rig, market, price={"amount": "230.00", "currency": "USD"})
    assert (second.status_code, second.json()["state"]) == (201, "draft")
    body = {"livestock_id": str(asked.livestock_id), "price": market.price}
    ghost = await rig.request("POST", f"{ADMIN}/livestock", user=market.admin, role="admin", json=body)
    assert ghost.status_code == 404
    assert await rig.events(ListingRemoved) == []


async def test_an_animal_from_outside_is_not_offered_below_half_its_value_by_one_person(rig: Rig, market: Any) -> None:
    low = await ask(rig, market, price={"amount": "119.99", "currency": "USD"})
    assert low.json()["code"] == "second_person_needed"
    assert await rig.events(LivestockRegistrationRequested) == []


async def test_a_draft_whose_animal_has_died_meanwhile_is_not_published(rig: Rig, market: Any) -> None:
    await ask(rig, market)
    [asked] = await rig.events(LivestockRegistrationRequested)
    died = LivestockDied(
        livestock_id=asked.livestock_id, aggregate_version=2, death_id=new_id(), owner_id=None, died_at=clock.now()
    )
    await rig.deliver(died, registered(asked))
    assert (await market.shown(), await rig.events(ListingPublished)) == ([], [])
