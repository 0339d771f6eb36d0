"""Feed in stock: what is drawn, what is missing, what is recalled."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import broken
from amigok_chassis.testing import at_noon
from amigok_contracts.barn import LotRecalled, StockLow, StockReplenished
from amigok_contracts.farm import FarmChanged
from feed.lots import drawing
from feed.lots.invariants import LOTS_ADD_UP
from feed.lots.models import Stock


def lot(barn, **changes):
    body = {
        "farm_id": str(barn.farm_id),
        "ingredient": "Barley",
        "supplier": "Mill of Bornova",
        "lot_number": f"L-{next(barn.versions)}",
        "delivered_at": (clock.now() - timedelta(days=20)).isoformat(),
        "expires_on": (clock.now() + timedelta(days=60)).date().isoformat(),
        "kg": "100",
    }
    return body | changes


async def deliver(barn, **changes):
    answer = await barn.post("feed-lots", lot(barn, **changes))
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


async def feed(barn, animal, kg, *, at=None, ingredient="barley"):
    at = at or clock.now()
    need = drawing.Need(new_id(), animal, barn.farm_id, ingredient, Decimal(kg), at, at.date())
    async with barn.rig.db.unit_of_work() as db:
        await drawing.draw(db, [need])


async def left(barn, **query):
    answer = await barn.get(f"feed-lots?farm_id={barn.farm_id}&in_stock=false")
    return {item["id"]: Decimal(item["left_kg"]) for item in answer.json()["items"]}


async def differences(barn):
    return (await barn.get(f"feed-differences?farm_id={barn.farm_id}")).json()["items"]


@pytest.fixture(autouse=True)
async def lots_add_up(barn):
    yield
    async with barn.rig.db.reader() as db:
        assert await broken(db, [LOTS_ADD_UP]) == []


async def test_what_expires_first_is_drawn_first_and_what_is_not_in_stock_is_a_difference(barn):
    late = await deliver(barn, kg="5", expires_on=(clock.now() + timedelta(days=50)).date().isoformat())
    early = await deliver(barn, kg="3", expires_on=(clock.now() + timedelta(days=5)).date().isoformat())
    ewe = await barn.animal()
    await feed(barn, ewe, "2")
    assert await left(barn) == {early: 1, late: 5}
    await feed(barn, ewe, "4")
    assert await left(barn) == {early: 0, late: 2}
    await feed(barn, ewe, "2.5")
    assert await left(barn) == {early: 0, late: 0}
    await feed(barn, ewe, "1")
    [missing] = await differences(barn)
    assert (missing["ingredient"], missing["kg"], missing["explained_at"]) == ("barley", "1.500", None)
    eaten = (await barn.get(f"livestock/{ewe}/feed-lots")).json()["items"]
    assert {(item["lot_id"], item["kg"]) for item in eaten} == {(early, "3.000"), (late, "5.000"), (None, "1.500")}


async def test_expired_recalled_and_later_lots_are_not_drawn(barn):
    await deliver(barn, expires_on=(clock.now() - timedelta(days=3)).date().isoformat())
    recalled = await deliver(barn)
    assert (await barn.post(f"feed-lots/{recalled}/recall", {"reason": "Aflatoxin"})).status_code == 200
    later = await deliver(barn, delivered_at=(clock.now() - timedelta(hours=1)).isoformat())
    await feed(barn, await barn.animal(), "2", at=clock.now() - timedelta(days=2))
    assert set((await left(barn)).values()) == {100, 98}
    assert (await left(barn))[recalled] == 98  # it was fed before anybody knew
    await barn.post(f"feed-lots/{later}/recall", {"reason": "Aflatoxin"})
    await feed(barn, await barn.animal(), "2")
    assert [item["kg"] for item in await differences(barn)] == ["2.000"]


async def test_ten_at_once_share_the_last_kilos_of_a_lot(barn):
    await deliver(barn, kg="10.5")
    animals = [await barn.animal() for _ in range(10)]
    await asyncio.gather(*(feed(barn, animal, "2") for animal in animals))
    assert set((await left(barn)).values()) == {0}
    [missing] = await differences(barn)
    assert missing["kg"] == "9.500"


async def test_a_difference_is_explained_once_and_by_a_lot_that_holds_so_much(barn):
    ewe = await barn.animal()
    await feed(barn, ewe, "4")
    [missing] = await differences(barn)
    small, other, right = await deliver(barn, kg="3"), await deliver(barn, ingredient="hay"), await deliver(barn)
    path, why = f"feed-differences/{missing['id']}/explain", {"explanation": "The bill came late"}
    assert (await barn.post(path, why | {"lot_id": small})).json()["code"] == "lot_too_small"
    assert (await barn.post(path, why | {"lot_id": other})).json()["code"] == "unknown_lot"
    answers = await asyncio.gather(*(barn.post(path, why | {"lot_id": right}) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert (await left(barn))[right] == 96
    eaten = (await barn.get(f"livestock/{ewe}/feed-lots")).json()["items"]
    assert [(item["lot_id"], item["kg"]) for item in eaten] == [(right, "4.000")]
    await feed(barn, ewe, "200")
    assert [item["explained_at"] is None for item in await differences(barn)] == [True, False]


async def test_a_count_sets_what_is_left(barn):
    counted = await deliver(barn)
    await feed(barn, await barn.animal(), "4")
    answer = await barn.post(f"feed-lots/{counted}/count", {"counted_kg": "90.5", "reason": "Mice"})
    assert answer.json()["left_kg"] == "90.500"
    assert (await barn.rig.told())[-1]["before"] == {"left_kg": "96.000"}
    refused = await barn.post(f"feed-lots/{counted}/count", {"counted_kg": "-1", "reason": "Mice"})
    assert refused.status_code == 422


async def test_a_recall_names_who_ate_of_the_lot_and_who_has_owned_them_since(barn):
    owner, buyer = new_id(), new_id()
    sold, kept = await barn.animal(owner), await barn.animal()
    bad = await deliver(barn)
    await feed(barn, sold, "2", at=clock.now() - timedelta(days=2))
    await feed(barn, kept, "3")
    await barn.sell(sold, by=owner, to=buyer, ago=timedelta(days=1))
    await barn.post(f"feed-lots/{bad}/recall", {"reason": "Aflatoxin"})
    assert (await barn.post(f"feed-lots/{bad}/recall", {"reason": "Aflatoxin"})).json()["code"] == "lot_recalled"
    [event] = await barn.rig.events(LotRecalled)
    assert {eater.livestock_id: set(eater.owner_ids) for eater in event.animals} == {
        sold: {owner, buyer},
        kept: set(),
    }
    page = (await barn.get(f"feed-lots/{bad}/animals?limit=1")).json()
    rest = (await barn.get(f"feed-lots/{bad}/animals?limit=1&cursor={page['next_cursor']}")).json()
    assert {item["livestock_id"] for item in page["items"] + rest["items"]} == {str(sold), str(kept)}
    assert rest["next_cursor"] is None
    third = await barn.animal()
    await feed(barn, third, "1", at=clock.now() - timedelta(days=1))
    assert [eater.livestock_id for eater in (await barn.rig.events(LotRecalled))[-1].animals] == [third]


async def test_low_stock_is_published_once_and_so_is_its_end(barn):
    at_noon()
    await deliver(barn, kg="30")
    ewe = await barn.animal()
    for day in (3, 2, 1):
        await feed(barn, ewe, "5", at=clock.now() - timedelta(days=day))
    for _ in range(2):
        await barn.rig.run_job("watch_stocks")
    [low] = await barn.rig.events(StockLow)
    assert (low.ingredient, low.left_kg, low.daily_kg) == ("barley", 15, 5)
    stock = (await barn.get(f"feed-stock?farm_id={barn.farm_id}")).json()["items"]
    assert [(item["days_left"], item["low_since"] is not None) for item in stock] == [("3.0", True)]
    await deliver(barn, kg="30")
    for _ in range(2):
        await barn.rig.run_job("watch_stocks")
    assert len(await barn.rig.events(StockReplenished)) == len(await barn.rig.events(StockLow)) == 1


async def test_stock_is_kept_by_the_farms_own_staff_and_read_by_farm_people(barn):
    stranger, mine = new_id(), await deliver(barn)
    await barn.open(new_id(), stranger)
    assert (await barn.post("feed-lots", lot(barn), user=stranger)).json()["code"] == "other_farm"
    for path, body in (("count", {"counted_kg": "1", "reason": "Mice"}), ("recall", {"reason": "Aflatoxin"})):
        assert (await barn.post(f"feed-lots/{mine}/{path}", body, user=stranger)).json()["code"] == "lot_not_found"
        vet = await barn.post(f"feed-lots/{mine}/{path}", body, user=new_id(), role="veterinarian")
        assert vet.status_code == 403
    assert (await barn.get(f"feed-lots/{mine}/animals", user=stranger)).status_code == 404
    assert (await barn.get(f"feed-lots/{mine}/animals", user=new_id(), role="veterinarian")).status_code == 200
    assert (await barn.get(f"feed-lots?farm_id={barn.farm_id}", user=stranger)).status_code == 403
    assert (await barn.post("feed-lots", lot(barn), user=barn.admin, role="admin")).status_code == 201
    unknown = await barn.post("feed-lots", lot(barn, farm_id=str(new_id())), user=barn.admin, role="admin")
    assert unknown.json()["code"] == "unknown_farm"


async def test_a_delivery_is_recorded_once_and_not_before_it_comes(barn):
    body = lot(barn)
    assert (await barn.post("feed-lots", body)).status_code == 201
    assert (await barn.post("feed-lots", body | {"kg": "7"})).json()["code"] == "lot_exists"
    tomorrow = (clock.now() + timedelta(days=1)).isoformat()
    assert (await barn.post("feed-lots", lot(barn, delivered_at=tomorrow))).json()["code"] == "delivered_in_future"


async def test_a_farm_in_a_time_zone_that_nobody_knows_holds_up_no_other(barn):
    ewe = await barn.animal()
    await barn.bulk(barn.fed(ewe, await barn.meal(ewe, await barn.package())))
    strange = FarmChanged(farm_id=new_id(), name="Crater", time_zone="Mars/Gale", latitude=0.0, longitude=0.0)
    await barn.rig.deliver(barn.versioned(strange))
    async with barn.rig.db.unit_of_work() as db:
        db.add(Stock(farm_id=strange.farm_id, ingredient="barley"))
    await barn.rig.run_job("watch_stocks")
    assert {event.farm_id for event in await barn.rig.events(StockLow)} == {barn.farm_id}
