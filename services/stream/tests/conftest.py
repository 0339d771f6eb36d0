from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts import Money
from amigok_contracts.farm import (
    FarmChanged,
    FarmStaffChanged,
    LivestockDied,
    LivestockOwnershipTransferred,
    LivestockPlaced,
    LivestockRegistered,
)
from services.stream.tests.machines import Machine
from stream.main import service

_versions = count(10)


class Yard:
    """A farm with staff, sheep, a device and a camera, and what happens there."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.admin, self.hand, self.owner, self.stranger = new_id(), new_id(), new_id(), new_id()
        self.farm_id, self.area_id = new_id(), new_id()

    async def open(self) -> None:
        await self.rig.is_known(self.admin, role="admin")
        await self.rig.is_known(self.hand, role="farm_staff")
        await self.rig.is_known(self.owner)
        await self.rig.is_known(self.stranger)
        await self.farm(self.farm_id, staff=[self.hand])

    async def farm(self, farm_id: UUID, *, staff: list[UUID]) -> UUID:
        where = {"time_zone": "Europe/Istanbul", "latitude": 38.4, "longitude": 27.2}
        await self.rig.deliver(
            FarmChanged(farm_id=farm_id, aggregate_version=1, name="Hill Farm", **where),  # type: ignore[arg-type]
            FarmStaffChanged(farm_id=farm_id, aggregate_version=2, user_ids=tuple(staff)),
        )
        return farm_id

    async def animal(
        self,
        owner: UUID | None = None,
        *,
        farm_id: UUID | None = None,
        since: datetime | None = None,
        livestock_id: UUID | None = None,
        **marks: str,
    ) -> UUID:
        """A sheep of the owner's for the last hundred days."""
        livestock_id = livestock_id or new_id()
        event = LivestockRegistered(
            livestock_id=livestock_id,
            aggregate_version=1,
            farm_id=farm_id or self.farm_id,
            farm_name="Hill Farm",
            livestock_type_id=new_id(),
            type_name="Sheep",
            breed_name="Merino",
            tag_number=f"T{livestock_id.hex[-6:]}",
            sex="female",
            weight_kg=Decimal("62.5"),
            value=Money.of_minor(24_000, "EUR"),
            owner_id=owner or self.owner,
            registered_at=since or clock.now() - timedelta(days=100),
            **marks,  # type: ignore[arg-type]
        )
        await self.rig.deliver(event)
        return livestock_id

    async def place(self, livestock_id: UUID, area_id: UUID | None = None) -> None:
        """Puts an animal into the area."""
        event = LivestockPlaced(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            farm_id=self.farm_id,
            area_id=area_id or self.area_id,
            area_name="Barn 1",
            placed_at=clock.now(),
        )
        await self.rig.deliver(event)

    async def sell(self, livestock_id: UUID, buyer: UUID, *, at: datetime | None = None) -> None:
        event = LivestockOwnershipTransferred(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            order_id=new_id(),
            previous_owner_id=self.owner,
            owner_id=buyer,
            price=Money.of_minor(24_000, "EUR"),
            transferred_at=at or clock.now(),
        )
        await self.rig.deliver(event)

    async def die(self, livestock_id: UUID) -> None:
        event = LivestockDied(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            death_id=new_id(),
            owner_id=self.owner,
            died_at=clock.now(),
        )
        await self.rig.deliver(event)

    async def machine(self, **values: Any) -> Machine:
        """A registered device of the farm."""
        return await Machine.registered(self.rig, **{"farm_id": self.farm_id} | values)

    async def camera(self, machine: Machine, **values: Any) -> UUID:
        """A camera of the device in the yard's area."""
        return await machine.camera(**{"area_id": self.area_id} | values)

    async def ask(
        self, method: str, path: str, body: Any = None, *, by: UUID, role: str = "investor"
    ) -> httpx.Response:
        """A request below /api/v1."""
        given = {} if body is None else {"json": body}
        return await self.rig.request(method, f"/api/v1/{path}", user=by, role=role, **given)

    async def as_admin(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.ask(method, path, body, by=self.admin, role="admin")

    async def as_hand(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.ask(method, path, body, by=self.hand, role="farm_staff")


PARTITIONED = ("partition_readings", "maintain_detections")


async def with_parts(rig: Rig) -> None:
    """Makes the parts of tables once for many tests. One that makes a table itself leaves a database to nobody."""
    for job in PARTITIONED:
        await rig.run_job(job)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service, prepare=with_parts) as rig:
        yield rig


@pytest.fixture
async def yard(rig: Rig) -> Yard:
    yard = Yard(rig)
    await yard.open()
    return yard


@pytest.fixture
def moved() -> Iterator[Callable[[timedelta], None]]:
    """Moves the clock on by so much; it goes back when the test ends."""
    yield lambda by: clock.set_offset(clock.offset() + by)
    clock.set_offset(timedelta())
