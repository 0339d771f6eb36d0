"""Animals, farms and packages for tests, as the events of other services would tell of them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.farm import (
    FarmChanged,
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockRegistered,
    LivestockTypeChanged,
)

SHEEP = UUID("01990000-0000-7000-8000-000000000001")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

_versions = iter(range(1, 1_000_000))


async def a_farm(rig: Rig, *, time_zone: str = "Europe/Madrid") -> UUID:
    """A farm that the service knows."""
    farm_id = new_id()
    kind = LivestockTypeChanged(livestock_type_id=SHEEP, name="Sheep", retired=False, aggregate_version=next(_versions))
    farm = FarmChanged(
        farm_id=farm_id,
        name="Green Valley Farm",
        time_zone=time_zone,
        latitude=40.4,
        longitude=-3.7,
        aggregate_version=next(_versions),
    )
    await rig.deliver(kind, farm)
    return farm_id


async def an_animal(
    rig: Rig, *, farm_id: UUID, owner_id: UUID | None, weight_kg: str = "50.00", born: date = date(2020, 1, 1)
) -> UUID:
    """A sheep that the service knows."""
    livestock_id = new_id()
    registered = LivestockRegistered(
        livestock_id=livestock_id,
        farm_id=farm_id,
        farm_name="Green Valley Farm",
        type_name="Sheep",
        breed_name="Merino",
        tag_number=f"EID-{livestock_id}",
        sex="female",
        weight_kg=Decimal(weight_kg),
        value=Money.of_minor(24000, "USD"),
        owner_id=owner_id,
        livestock_type_id=SHEEP,
        date_of_birth=born,
        registered_at=LONG_AGO,
        aggregate_version=next(_versions),
    )
    await rig.deliver(registered)
    return livestock_id


async def is_sold(rig: Rig, livestock_id: UUID, *, by: UUID | None, to: UUID, ago: timedelta = timedelta()) -> None:
    """Another user owns the animal now."""
    sold = LivestockOwnershipTransferred(
        livestock_id=livestock_id,
        order_id=new_id(),
        previous_owner_id=by,
        owner_id=to,
        price=Money.of_minor(24000, "USD"),
        transferred_at=clock.now() - ago,
        aggregate_version=next(_versions),
    )
    await rig.deliver(sold)


PACKAGE = {
    "name": "Meadow",
    "package_type": "standard",
    "livestock_type_ids": [str(SHEEP)],
    "ration_percent": "3.00",
    "meal_times": ["07:00", "18:30"],
    "ingredients": [{"name": "Hay", "share_percent": "80"}, {"name": "Barley", "share_percent": "20"}],
    "nutrition": {"crude_protein_percent": "14.5"},
    "prices": {
        "daily": [{"amount": "2.01", "currency": "USD"}],
        "weekly": [{"amount": "14.00", "currency": "USD"}],
        "monthly": [{"amount": "58.00", "currency": "USD"}],
    },
}
BASIC = PACKAGE | {
    "name": "Straw",
    "package_type": "basic",
    "is_basic_ration": True,
    "ration_percent": None,
    "ration_kg": "1.5",
    "prices": {"daily": [{"amount": "0.50", "currency": "USD"}]},
}


async def a_package(rig: Rig, **changes: object) -> dict[str, Any]:
    """A feed package as an administrator adds it."""
    body = {name: value for name, value in (PACKAGE | changes).items() if value is not None}
    answer = await rig.request("POST", "/api/v1/admin/feed-packages", user=new_id(), role="admin", json=body)
    assert answer.status_code == 201, answer.text
    added: dict[str, Any] = answer.json()
    return added


async def subscribed(
    rig: Rig, *, owner: UUID, animal: UUID, package: dict[str, Any], cycle: str = "weekly"
) -> dict[str, Any]:
    """A subscription, whose price the wallet is asked for."""
    [price] = package["current"]["prices"][cycle]
    path = f"/api/v1/livestock/{animal}/feed-packages/{package['id']}/subscribe"
    answer = await rig.request("POST", path, user=owner, json={"cycle": cycle, "price": price})
    assert answer.status_code == 202, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def dies(rig: Rig, livestock_id: UUID, *, owner_id: UUID | None, ago: timedelta = timedelta()) -> None:
    """The animal is dead."""
    died = LivestockDied(
        livestock_id=livestock_id,
        death_id=new_id(),
        owner_id=owner_id,
        died_at=clock.now() - ago,
        aggregate_version=next(_versions),
    )
    await rig.deliver(died)


async def is_moved(rig: Rig, livestock_id: UUID, *, source: UUID, to: UUID) -> None:
    """The animal lives on another farm now."""
    moved = LivestockMoved(
        livestock_id=livestock_id,
        from_farm_id=source,
        farm_id=to,
        farm_name="Hill Farm",
        moved_at=clock.now(),
        aggregate_version=next(_versions),
    )
    await rig.deliver(moved)
