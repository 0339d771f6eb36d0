"""A practice: veterinarians, an animal on a farm, and care that its owner has accepted."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.farm import FarmChanged, LivestockRegistered, LivestockTypeChanged
from amigok_contracts.wallet import HoldPlaced
from care.payments.models import Payment
from care.procedures.models import Procedure
from care.requests import quoting
from care.requests import service as requests
from care.requests.models import Request

MADRID, TOLEDO, PARIS = (40.4168, -3.7038), (39.8628, -4.0273), (48.8566, 2.3522)
ALWAYS = [{"weekday": day, "begins": "00:00", "ends": "24:00"} for day in range(1, 8)]
versions = count(1)


@pytest.fixture(autouse=True)
def present() -> Iterator[None]:
    """The clock is moved to nine on a Monday morning, and back."""
    now = clock.now()
    monday = (now + timedelta(days=7 - now.weekday())).replace(hour=9, minute=0, second=0, microsecond=0)
    clock.set_offset(monday - now)
    yield
    clock.set_offset(timedelta())


class Practice:
    """What one does there."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.admin, self.owner = new_id(), new_id()
        self.type_id, self.farm_id = new_id(), new_id()

    async def open(self) -> None:
        self.admin = await self.rig.administrator()
        self.owner = await self.rig.is_known(new_id())
        sheep = LivestockTypeChanged(livestock_type_id=self.type_id, name="Sheep", retired=False, aggregate_version=1)
        await self.rig.deliver(sheep)
        self.farm_id = await self.farm(MADRID)

    async def farm(self, place: tuple[float, float]) -> UUID:
        """A farm at a place."""
        latitude, longitude = place
        farm = FarmChanged(
            farm_id=new_id(),
            name="Green Valley Farm",
            time_zone="Europe/Madrid",
            latitude=latitude,
            longitude=longitude,
            aggregate_version=next(versions),
        )
        await self.rig.deliver(farm)
        return farm.farm_id

    async def animal(self, *, farm_id: UUID | None = None, **values: Any) -> UUID:
        """An animal of the owner, on the farm in Madrid unless another is named."""
        told: dict[str, Any] = {
            "livestock_id": new_id(),
            "farm_id": farm_id or self.farm_id,
            "farm_name": "Green Valley Farm",
            "type_name": "Sheep",
            "breed_name": "Awassi",
            "tag_number": "T-1",
            "sex": "female",
            "weight_kg": Decimal(50),
            "value": Money.of_minor(20000, "USD"),
            "owner_id": self.owner,
            "livestock_type_id": self.type_id,
            "registered_at": clock.now() - timedelta(days=100),
            "date_of_birth": None,
            "aggregate_version": 1,
        }
        animal = LivestockRegistered(**told | values)
        await self.rig.deliver(animal)
        return animal.livestock_id

    async def care(self, minutes: int = 60, *, care_type: str = "checkup", veterinarian_ids: Any = ()) -> UUID:
        """A care service that takes so long."""
        async with self.rig.db.unit_of_work() as db:
            row = Procedure(
                name=f"Care {new_id()}",
                care_type=care_type,
                description="",
                pricing="fixed",
                prices={"USD": 2000},
                duration_minutes=minutes,
                livestock_type_ids=[],
                veterinarian_ids=list(veterinarian_ids),
                created_at=clock.now(),
                created_by=self.admin,
            )
            db.add(row)
        return row.id

    async def requested(
        self, *, livestock_id: UUID | None = None, service_id: UUID | None = None, **kind: Any
    ) -> Request:
        """A request of the animal's owner, accepted and funded unless it is an emergency, which is at once."""
        livestock_id = livestock_id or await self.animal()
        service_id = service_id or await self.care(**kind)
        async with self.rig.db.unit_of_work() as db:
            request = await requests.create(
                db, livestock_id=livestock_id, service_id=service_id, origin="owner", by=self.owner, currency="USD"
            )
        if request.state == "quoted":
            await self.pay(request)
        return await self.now(request.id)

    async def pay(self, request: Request) -> None:
        assert request.owner_id is not None
        async with self.rig.db.unit_of_work() as db:
            await quoting.accept(
                db, request.id, owner_id=request.owner_id, quote_version=1, allowance=None, assurance=None
            )
            payment = await db.scalar(select(Payment).where(Payment.request_id == request.id))
            assert payment is not None
        placed = HoldPlaced(
            hold_id=new_id(),
            purpose="care.request",
            reference_id=payment.id,
            payer_id=request.owner_id,
            amount=Money.of_minor(2000, "USD"),
            expires_at=None,
        )
        await self.rig.deliver(placed)

    async def now(self, request_id: UUID) -> Request:
        """The request as it is."""
        async with self.rig.db.reader() as db:
            return await db.get_one(Request, request_id)

    async def vet(self, base: tuple[float, float] | None = MADRID, **calendar: Any) -> UUID:
        """A veterinarian who always works, and sets out at a place."""
        vet = await self.rig.is_known(new_id(), role="veterinarian")
        body: dict[str, Any] = {"version": 0, "time_zone": "UTC", "hours": ALWAYS}
        if base is not None:
            body["base"] = dict(zip(("latitude", "longitude"), base, strict=True))
        answer = await self.act("PUT", "vet/calendar", vet, **body | calendar)
        assert answer.is_success, answer.text
        return vet

    async def act(self, method: str, path: str, by: UUID, **body: Any) -> httpx.Response:
        """Sends a request by somebody, in the role that the path is for."""
        role = {"vet": "veterinarian", "admin": "admin"}.get(path.split("/")[0], "investor")
        sent = {"json": body} if body or method in ("POST", "PUT") else {}
        return await self.rig.request(method, f"/api/v1/{path}", user=by, role=role, **sent)

    async def book(self, request: Request, vet: UUID, starts_at: datetime) -> httpx.Response:
        """Lets the owner book, with the version that is the current one."""
        return await self.act(
            "PUT",
            f"care-requests/{request.id}/slot",
            self.owner,
            version=(await self.now(request.id)).version,
            veterinarian_id=str(vet),
            starts_at=starts_at.isoformat(),
        )

    async def booked(self, vet: UUID, starts_at: datetime, **kind: Any) -> Request:
        """A request with a slot."""
        request = await self.requested(**kind)
        answer = await self.book(request, vet, starts_at)
        assert answer.status_code == 200, answer.text
        return await self.now(request.id)


@pytest.fixture
async def practice(rig: Rig) -> Practice:
    practice = Practice(rig)
    await practice.open()
    return practice


@pytest.fixture
def noon() -> datetime:
    """Noon of the day, in UTC."""
    return clock.now().replace(hour=12, minute=0, second=0, microsecond=0)
