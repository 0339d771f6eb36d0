"""A farm with its staff, and what they do there."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.farm import FarmChanged, FarmStaffChanged, LivestockOwnershipTransferred, LivestockRegistered
from feed.meals.models import Meal
from feed.packages.models import Package, PackageVersion
from feed.periods.models import Period
from feed.subscriptions.models import Subscription


class Barn:
    """A farm with its staff and stock."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.farm_id, self.hand, self.admin = new_id(), new_id(), new_id()
        self.versions = count(1)

    async def settle(self) -> None:
        await self.open(self.farm_id, self.hand)
        await self.rig.is_known(self.admin, role="admin")

    async def open(self, farm_id: UUID, *staff: UUID) -> UUID:
        """Lets the service know a farm in Madrid with these people on its staff."""
        farm = FarmChanged(
            farm_id=farm_id, name="Green Valley", time_zone="Europe/Madrid", latitude=40.4, longitude=-3.7
        )
        hired = FarmStaffChanged(farm_id=farm_id, user_ids=staff)
        await self.rig.deliver(*(self.versioned(event) for event in (farm, hired)))
        return farm_id

    def versioned(self, event: Any) -> Any:
        return event.model_copy(update={"aggregate_version": next(self.versions)})

    async def animal(self, owner: UUID | None = None, **changes: Any) -> UUID:
        """Lets the service know an animal on the farm."""
        values = {
            "livestock_id": new_id(),
            "farm_id": self.farm_id,
            "farm_name": "Green Valley",
            "type_name": "Sheep",
            "breed_name": "Merino",
            "tag_number": f"ES-{next(self.versions):06}",
            "sex": "female",
            "weight_kg": "60.00",
            "value": Money(amount="240.00", currency="USD"),
            "owner_id": owner,
            "registered_at": clock.now() - timedelta(days=100),
        }
        event = self.versioned(LivestockRegistered(**values | changes))
        await self.rig.deliver(event)
        return event.livestock_id  # type: ignore[no-any-return]

    async def sell(self, animal: UUID, *, by: UUID, to: UUID, ago: timedelta) -> None:
        """Lets the service know that the animal changed hands."""
        sold = LivestockOwnershipTransferred(
            livestock_id=animal,
            order_id=new_id(),
            previous_owner_id=by,
            owner_id=to,
            price=Money(amount="240.00", currency="USD"),
            transferred_at=clock.now() - ago,
        )
        await self.rig.deliver(self.versioned(sold))

    async def package(self, **ration: Any) -> UUID:
        """The id of a version of a package of barley and hay, of which each meal has 2 kg unless told otherwise."""
        package = Package(
            name=f"Package {next(self.versions)}",
            description="",
            package_type="standard",
            livestock_type_ids=[new_id()],
            breed_ids=[],
            farm_ids=[],
            is_basic_ration=False,
            created_at=clock.now(),
        )
        version = PackageVersion(
            number=1,
            valid_from=clock.now(),
            meal_times=[time(6), time(18)],
            ingredients=[{"name": "Barley", "share_percent": "25"}, {"name": "Hay", "share_percent": "75"}],
            nutrition={},
            created_at=clock.now(),
            **ration or {"ration_kg": Decimal(4)},
        )
        async with self.rig.db.unit_of_work() as db:
            db.add(package)
            await db.flush()
            version.package_id = package.id
            db.add(version)
        return version.id

    async def meal(self, animal: UUID, version: UUID | None, *, due: datetime | None = None, **values: Any) -> UUID:
        """A planned meal, due an hour ago unless told otherwise."""
        due = due or clock.now() - timedelta(hours=1)
        meal = Meal(
            livestock_id=animal,
            farm_id=self.farm_id,
            package_version_id=version,
            due_at=due,
            local_day=due.astimezone(ZoneInfo("Europe/Madrid")).date(),
            state="planned",
            **values,
        )
        async with self.rig.db.unit_of_work() as db:
            db.add(meal)
        return meal.id

    async def period(self, animal: UUID, owner: UUID, version: UUID, *, state: str = "open") -> UUID:
        """A period of a subscription that began two days ago; if it is settled, it ended an hour ago."""
        now = clock.now()
        ended = now - timedelta(minutes=30) if state == "settled" else None
        async with self.rig.db.unit_of_work() as db:
            subscription = Subscription(
                livestock_id=animal,
                owner_id=owner,
                package_id=(await db.get_one(PackageVersion, version)).package_id,
                currency="USD",
                cycle="monthly",
                state="active",
                version=1,
                anchor_at=now,
                time_zone="Europe/Madrid",
                cancel_at_end=False,
                unpaid_tries=0,
                started_at=now,
            )
            db.add(subscription)
            await db.flush()
            period = Period(
                subscription_id=subscription.id,
                livestock_id=animal,
                farm_id=self.farm_id,
                owner_id=owner,
                package_version_id=version,
                kind="package",
                state=state,
                starts_at=now - timedelta(days=2),
                ends_at=ended or now + timedelta(days=28),
                time_zone="Europe/Madrid",
                price_minor=6000,
                currency="USD",
                planned_meals=60,
                asked_at=now,
                closed_at=ended,
                close_reason=ended and "end",
                charged_minor=ended and 0,
                settled_at=ended,
            )
            db.add(period)
        return period.id

    def fed(self, animal: UUID, meal: UUID | None = None, **changes: Any) -> dict[str, Any]:
        """What a phone sends of a feeding now."""
        body = {"client_id": new_id(), "livestock_id": animal, "fed_at": clock.now(), "meal_id": meal} | changes
        return {name: str(value) if value is not None else None for name, value in body.items()}

    async def bulk(self, *feedings: Any, **who: Any) -> list[dict[str, Any]]:
        answer = await self.post("feeding-log/bulk", {"feedings": feedings}, **who)
        assert answer.status_code == 200, answer.text
        return answer.json()["items"]  # type: ignore[no-any-return]

    async def post(self, path: str, body: Any, *, user: UUID | None = None, role: str = "farm_staff") -> httpx.Response:
        """Posts as the farm's hand unless somebody else is named."""
        return await self.rig.request("POST", f"/api/v1/staff/{path}", user=user or self.hand, role=role, json=body)

    async def get(self, path: str, *, user: UUID | None = None, role: str = "farm_staff") -> httpx.Response:
        return await self.rig.request("GET", f"/api/v1/staff/{path}", user=user or self.hand, role=role)
