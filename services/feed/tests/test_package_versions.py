"""Changes of a package begin when they are to begin, and none undoes another."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from services.feed.tests.herds import BASIC, PACKAGE, a_farm, a_package, an_animal, subscribed
from services.feed.tests.money import Wallet

DEAR = [{"amount": "9.00", "currency": "USD"}]


async def admin(rig: Rig, method: str, path: str, **body: Any) -> Any:
    answer = await rig.request(
        method, f"/api/v1/admin/feed-packages/{path}", user=new_id(), role="admin", json=body or None
    )
    assert answer.status_code in (200, 204), answer.text
    return answer.json() if answer.content else None


def later(**span: int) -> str:
    return (clock.now() + timedelta(**span)).isoformat()


async def test_a_ration_that_changes_now_leaves_a_price_that_rises_later_for_later(rig: Rig) -> None:
    await a_farm(rig)
    package = await a_package(rig)
    await admin(rig, "PUT", f"{package['id']}/pricing", version=1, valid_from=later(days=30), daily=DEAR)
    ration = {name: value for name, value in PACKAGE.items() if name != "prices"} | {"ration_percent": "4.00"}
    changed = await admin(rig, "PUT", package["id"], version=2, **ration)
    assert changed["current"]["ration_percent"] == "4.00"
    assert changed["current"]["prices"] == package["current"]["prices"]
    [rise] = changed["upcoming"]
    assert (rise["prices"]["daily"], rise["ration_percent"]) == (DEAR, "4.00")
    clock.set_offset(timedelta(days=31))
    read = (await rig.request("GET", f"/api/v1/feed-packages/{package['id']}")).json()
    assert (read["current"]["prices"]["daily"], read["current"]["ration_percent"]) == (DEAR, "4.00")


async def test_a_price_from_a_time_on_replaces_later_prices_and_keeps_a_later_ration(rig: Rig) -> None:
    await a_farm(rig)
    package = await a_package(rig)
    ration = {name: value for name, value in PACKAGE.items() if name != "prices"}
    later_ration = ration | {"ration_percent": "4.00", "valid_from": later(days=30)}
    await admin(rig, "PUT", package["id"], version=1, **later_ration)
    await admin(rig, "PUT", f"{package['id']}/pricing", version=2, valid_from=later(days=60), monthly=DEAR)
    priced = await admin(rig, "PUT", f"{package['id']}/pricing", version=3, daily=DEAR)
    assert (priced["current"]["ration_percent"], priced["current"]["prices"]["daily"]) == ("3.00", DEAR)
    [following] = priced["upcoming"]
    assert (following["ration_percent"], following["prices"]["daily"]) == ("4.00", DEAR)
    renamed = await admin(rig, "PUT", package["id"], version=4, **ration | {"name": "Pasture"})
    assert (renamed["name"], renamed["upcoming"]) == ("Pasture", priced["upcoming"])


async def test_a_package_that_was_a_basic_ration_is_retired_not_removed(rig: Rig, wallet: Wallet) -> None:
    owner = uuid4()
    animal = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    basic = await a_package(rig, **BASIC)
    await subscribed(rig, owner=owner, animal=animal, package=await a_package(rig))
    await wallet.answers()
    ration = {name: value for name, value in BASIC.items() if name != "prices" and value is not None}
    await admin(rig, "PUT", basic["id"], version=1, **ration | {"is_basic_ration": False})
    await admin(rig, "DELETE", basic["id"])
    assert (await rig.request("GET", f"/api/v1/feed-packages/{basic['id']}")).json()["retired_at"]
