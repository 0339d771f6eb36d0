"""A pharmacy: a farm with sheep, a veterinarian at work on one of them, and medicines in stock."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.farm import FarmChanged, FarmStaffChanged, LivestockRegistered, LivestockTypeChanged
from care.procedures.models import Procedure
from care.requests.models import Request


class Pharmacy:
    """What administrators, veterinarians and farm hands do with medicines."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.admin, self.vet, self.hand, self.owner = (new_id() for _ in range(4))
        self.farm_id, self.type_id, self.service_id = (new_id() for _ in range(3))

    async def open(self) -> None:
        for user, role in [(self.admin, "admin"), (self.vet, "veterinarian"), (self.hand, "farm_staff")]:
            await self.rig.is_known(user, role=role)
        await self.rig.deliver(
            FarmChanged(
                farm_id=self.farm_id, name="Göynük", time_zone="Europe/Istanbul", latitude=38.4, longitude=27.2
            ),
            LivestockTypeChanged(livestock_type_id=self.type_id, name="Sheep", retired=False, aggregate_version=1),
        )
        await self.hire(self.hand)
        async with self.rig.db.unit_of_work() as db:
            db.add(
                Procedure(
                    id=self.service_id,
                    name="Treatment",
                    care_type="treatment",
                    description="",
                    pricing="fixed",
                    prices={"EUR": 1000, "GBP": 1000, "USD": 1000},
                    duration_minutes=30,
                    created_at=clock.now(),
                    created_by=self.admin,
                )
            )

    async def hire(self, *people: UUID, farm_id: UUID | None = None) -> None:
        farm = farm_id or self.farm_id
        await self.rig.deliver(FarmStaffChanged(farm_id=farm, user_ids=people, aggregate_version=clock_version()))

    async def animal(self, **changes: Any) -> UUID:
        """A sheep of 50 kg that the owner has."""
        values = {
            "livestock_id": new_id(),
            "farm_id": self.farm_id,
            "farm_name": "Göynük",
            "type_name": "Sheep",
            "breed_name": "Merino",
            "tag_number": f"TR-{new_id()}",
            "sex": "female",
            "weight_kg": "50.00",
            "value": Money.of_minor(10000, "USD"),
            "owner_id": self.owner,
            "livestock_type_id": self.type_id,
            "registered_at": clock.now() - timedelta(days=100),
            "aggregate_version": 1,
        }
        event = LivestockRegistered(**values | changes)
        await self.rig.deliver(event)
        return event.livestock_id

    async def work(self, animal: UUID, **changes: Any) -> UUID:
        """A request for care of this animal that the veterinarian is at work on."""
        now = clock.now()
        values = {
            "id": new_id(),
            "state": "in_progress",
            "livestock_id": animal,
            "owner_id": self.owner,
            "service_id": self.service_id,
            "service_version": 1,
            "service_name": "Treatment",
            "care_type": "treatment",
            "duration_minutes": 30,
            "origin": "owner",
            "requested_at": now - timedelta(hours=2),
            "currency": "USD",
            "list_price": 1000,
            "funding": "hold",
            "veterinarian_id": self.vet,
            "started_at": now - timedelta(hours=1),
        }
        async with self.rig.db.unit_of_work() as db:
            db.add(request := Request(**values | changes))
        return request.id

    async def ask(
        self, method: str, path: str, body: Any = None, *, by: UUID, role: str, **more: Any
    ) -> httpx.Response:
        json = {} if body is None else {"json": body}
        return await self.rig.request(method, f"/api/v1/{path}", user=by, role=role, **json, **more)

    async def as_admin(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.ask(method, path, body, by=self.admin, role="admin")

    async def as_vet(self, method: str, path: str, body: Any = None, **more: Any) -> httpx.Response:
        return await self.ask(method, path, body, by=self.vet, role="veterinarian", **more)

    async def as_hand(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.ask(method, path, body, by=self.hand, role="farm_staff")

    def amoxisan(self, **changes: Any) -> dict[str, Any]:
        """A medicine of 0.1 to 0.2 ml for a kilogram."""
        body = {
            "name": f"Amoxisan {new_id()}",
            "active_substance": "amoxicillin",
            "prescription_only": True,
            "withdrawal_periods": [{"livestock_type_id": str(self.type_id), "meat_days": 28, "milk_days": 7}],
            "unit": "ml",
            "routes": ["intramuscular", "oral"],
            "dose_from": "0.1",
            "dose_to": "0.2",
            "antimicrobial_class": "penicillins",
            "antimicrobial_mg": "150",
            "prices": [{"amount": "1.25", "currency": "USD"}],
        }
        return body | changes

    async def medicine(self, **changes: Any) -> str:
        answer = await self.as_admin("POST", "admin/medicines", self.amoxisan(**changes))
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def batch(self, medicine: str, quantity: str = "100", *, days: int = 365, **changes: Any) -> dict[str, Any]:
        """What was delivered to the central store, good for so many days."""
        body = {
            "medicine_id": medicine,
            "batch_number": f"LOT-{new_id()}",
            "expires_on": (clock.now() + timedelta(days=days)).date().isoformat(),
            "quantity": quantity,
        }
        answer = await self.as_admin("POST", "staff/medicine-batches", body | changes)
        assert answer.status_code == 201, answer.text
        batch: dict[str, Any] = answer.json()
        return batch

    async def stock(self, medicine: str) -> list[tuple[Decimal, Decimal]]:
        """What there is of each batch in the central store, and what is reserved, what expires first in front."""
        answer = await self.as_admin("GET", f"staff/medicine-batches?medicine_id={medicine}")
        return [(Decimal(each["quantity"]), Decimal(each["reserved"])) for each in answer.json()["items"]]

    async def prescribe(self, request: UUID, medicine: str, **changes: Any) -> httpx.Response:
        body = {"medicine_id": medicine, "dose": "7", "route": "intramuscular"}
        return await self.as_vet("POST", f"vet/care-requests/{request}/prescribe-medicine", body | changes)

    async def prescribed(self, medicine: str, *, animal: UUID | None = None, **changes: Any) -> dict[str, Any]:
        """What must succeed, in a request of its own."""
        request = await self.work(animal or await self.animal())
        answer = await self.prescribe(request, medicine, **changes)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    async def dispense(self, prescription: dict[str, Any]) -> httpx.Response:
        return await self.as_vet("POST", f"vet/prescriptions/{prescription['id']}/dispense")

    async def dispensed(self, medicine: str, **changes: Any) -> dict[str, Any]:
        made = await self.prescribed(medicine, **changes)
        answer = await self.dispense(made)
        assert answer.status_code == 200, answer.text
        return made

    async def tasks(self, day: str = "") -> list[dict[str, Any]]:
        query = f"farm_id={self.farm_id}" + (f"&day={day}" if day else "")
        answer = await self.as_hand("GET", f"staff/medication-tasks?{query}")
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def log(self, task: dict[str, Any], outcome: str = "given", **changes: Any) -> httpx.Response:
        return await self.as_hand("POST", "staff/medication-log", {"dose_id": task["id"], "outcome": outcome} | changes)


def clock_version() -> int:
    return int(clock.now().timestamp() * 1000)


@pytest.fixture
async def pharmacy(rig: Rig) -> Pharmacy:
    pharmacy = Pharmacy(rig)
    await pharmacy.open()
    return pharmacy
