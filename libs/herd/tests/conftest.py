import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from flock.main import service

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts import Event, Money
from amigok_contracts import farm as events
from amigok_contracts.farm import Block
from amigok_contracts.farm_restated import LivestockRestated


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


class Told:
    """What the farm tells of one animal: each event is a day and a version after the one before."""

    BEGIN = datetime(2026, 1, 1, tzinfo=UTC)

    def __init__(self) -> None:
        self.animal, self.farm, self.other_farm = new_id(), new_id(), new_id()
        self.anna, self.bora = new_id(), new_id()
        self.events: list[Event] = []

    @property
    def now(self) -> datetime:
        """The day of the next event."""
        return self.BEGIN + timedelta(days=len(self.events))

    def tell(self, kind: type[Event], **values: Any) -> Event:
        about = {"livestock_id": self.animal, "aggregate_version": len(self.events) + 1}
        event = kind(**{name: value for name, value in (about | values).items() if name in kind.model_fields})
        self.events.append(event)
        return event

    def particulars(self) -> dict[str, Any]:
        return {
            "farm_id": self.farm,
            "farm_name": "Hill Farm",
            "livestock_type_id": self.other_farm,
            "breed_id": self.farm,
            "type_name": "Sheep",
            "breed_name": "Merino",
            "tag_number": "A1",
            "sex": "female",
            "date_of_birth": None,
            "weight_kg": Decimal(60),
            "value": Money.of_minor(30_000, "USD"),
            "owner_id": None,
        }

    def register(self, **values: Any) -> Event:
        return self.tell(events.LivestockRegistered, **self.particulars() | {"registered_at": self.now} | values)

    def born(self, owner: UUID, *, at: datetime) -> Event:
        about = {"birth_id": new_id(), "dam_id": new_id(), "owner_id": owner, "born_at": at}
        return self.tell(events.LivestockBorn, **about)

    def restate(self, **values: Any) -> Event:
        now = {"weighed_at": self.now, "daily_gain_kg": None, "area_id": None, "area_name": None, "blocks": ()}
        fate = {"owned_since": self.now, "gone": None, "gone_at": None}
        return self.tell(LivestockRestated, **self.particulars() | now | fate | values)

    def sell(self, buyer: UUID, seller: UUID | None = None) -> Event:
        price = Money.of_minor(30_000, "USD")
        about = {"order_id": new_id(), "previous_owner_id": seller, "owner_id": buyer, "price": price}
        return self.tell(events.LivestockOwnershipTransferred, **about, transferred_at=self.now)

    def reclaim(self, owner: UUID) -> Event:
        about = {"dispute_id": new_id(), "previous_owner_id": owner, "reclaimed_at": self.now}
        return self.tell(events.LivestockReclaimed, **about)

    def remove(self, owner: UUID) -> Event:
        about = {"removal_id": new_id(), "previous_owner_id": owner, "fee": Money.of_minor(0, "USD")}
        return self.tell(events.LivestockRemoved, **about, removed_at=self.now)

    def die(self, owner: UUID | None) -> Event:
        return self.tell(events.LivestockDied, death_id=new_id(), owner_id=owner, died_at=self.now)

    def reinstate(self, owner: UUID | None) -> Event:
        return self.tell(events.LivestockReinstated, death_id=new_id(), owner_id=owner)

    def weigh(self, kg: str, gain: str | None = None, at: datetime | None = None) -> Event:
        weighed = {"measured_at": at or self.now, "measured_kg": kg, "weight_kg": kg, "weighed_at": at or self.now}
        worth = Money.of_minor(30_000, "USD")
        return self.tell(events.LivestockWeighed, weighing_id=new_id(), **weighed, value=worth, daily_gain_kg=gain)

    def move(self) -> Event:
        return self.tell(
            events.LivestockMoved,
            from_farm_id=self.farm,
            farm_id=self.other_farm,
            farm_name="Dale Farm",
            moved_at=self.now,
        )

    def place(self, name: str | None, farm: UUID | None = None) -> Event:
        where = {"farm_id": farm or self.farm, "area_id": name and new_id(), "area_name": name}
        return self.tell(events.LivestockPlaced, **where, placed_at=self.now)

    def correct(self, born: str) -> Event:
        return self.tell(events.LivestockParticularsChanged, date_of_birth=born)

    def block(self, *reasons: str, until: datetime | None = None) -> Event:
        blocks = tuple(Block(reason=reason, until=until) for reason in reasons)
        return self.tell(events.LivestockSaleStatusChanged, sellable=not blocks, blocks=blocks)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def telling() -> type[Told]:
    """To tell of several animals."""
    return Told
