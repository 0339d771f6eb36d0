from collections.abc import AsyncIterator
from datetime import timedelta
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
    LivestockRegistered,
    LivestockRemoved,
    LivestockTypeChanged,
)
from amigok_contracts.identity import UserStandingChanged
from care.main import service
from care.requests import service as requests
from services.care.tests.wallet import Wallet

_versions = count(10)


def eur(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


def prices(amount: str) -> list[dict[str, str]]:
    return [{"amount": amount, "currency": currency} for currency in ("EUR", "GBP", "USD")]


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture
def wallet(rig: Rig) -> Wallet:
    return Wallet(rig)


class Clinic:
    """A farm with sheep, a veterinarian, and what people do there."""

    def __init__(self, rig: Rig, wallet: Wallet) -> None:
        self.rig, self.wallet = rig, wallet
        self.admin, self.vet, self.hand, self.owner = new_id(), new_id(), new_id(), new_id()
        self.farm_id, self.type_id = new_id(), new_id()

    async def open(self) -> None:
        await self.rig.is_known(self.admin, role="admin")
        await self.rig.is_known(self.vet, role="veterinarian")
        await self.rig.is_known(self.hand, role="farm_staff")
        await self.rig.is_known(self.owner)
        self.wallet.balances[self.owner] = 100_000
        await self.rig.deliver(
            FarmChanged(
                farm_id=self.farm_id,
                aggregate_version=1,
                name="Hill Farm",
                time_zone="Europe/Istanbul",
                latitude=38.4,
                longitude=27.2,
            ),
            FarmStaffChanged(farm_id=self.farm_id, aggregate_version=2, user_ids=(self.hand,)),
            LivestockTypeChanged(livestock_type_id=self.type_id, aggregate_version=1, name="Sheep", retired=False),
        )

    async def animal(self, owner: UUID | None = None, *, platform: bool = False) -> UUID:
        livestock_id = new_id()
        event = LivestockRegistered(
            livestock_id=livestock_id,
            aggregate_version=1,
            farm_id=self.farm_id,
            farm_name="Hill Farm",
            livestock_type_id=self.type_id,
            type_name="Sheep",
            breed_name="Merino",
            tag_number=f"T{livestock_id.hex[-6:]}",
            sex="female",
            weight_kg=Decimal("62.5"),
            value=Money.of_minor(24_000, "EUR"),
            owner_id=None if platform else owner or self.owner,
            registered_at=clock.now() - timedelta(days=100),
        )
        await self.rig.deliver(event)
        return livestock_id

    async def sell(self, livestock_id: UUID, buyer: UUID) -> LivestockOwnershipTransferred:
        event = LivestockOwnershipTransferred(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            order_id=new_id(),
            previous_owner_id=self.owner,
            owner_id=buyer,
            price=Money.of_minor(24_000, "EUR"),
            transferred_at=clock.now(),
        )
        await self.rig.deliver(event)
        return event

    async def die(self, livestock_id: UUID) -> None:
        event = LivestockDied(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            death_id=new_id(),
            owner_id=self.owner,
            died_at=clock.now(),
        )
        await self.rig.deliver(event)

    async def shut_out(self, user_id: UUID, status: str = "deactivated") -> None:
        """Identity tells that a user may no longer act."""
        now = clock.now()
        event = UserStandingChanged(
            user_id=user_id,
            aggregate_version=1_000_000 + next(_versions),
            role="investor",
            status=status,
            verified=True,
            kyc="not_submitted",
            registered_at=now,
            credentials_changed_at=None,
            decides_from=now,
        )
        await self.rig.deliver(event)

    async def remove(self, livestock_id: UUID) -> None:
        event = LivestockRemoved(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            removal_id=new_id(),
            previous_owner_id=self.owner,
            fee=Money.of_minor(0, "EUR"),
            removed_at=clock.now(),
        )
        await self.rig.deliver(event)

    async def offer(self, name: str = "Checkup", price: str = "40.00", **changes: Any) -> str:
        """A care service; returns its id."""
        body = {"name": name, "care_type": "checkup", "prices": prices(price), "duration_minutes": 30} | changes
        answer = await self.as_admin("POST", "admin/care-services", body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def as_admin(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.call(method, path, body, user=self.admin, role="admin")

    async def as_vet(self, method: str, path: str, body: Any = None, user: UUID | None = None) -> httpx.Response:
        return await self.call(method, path, body, user=user or self.vet, role="veterinarian")

    async def call(
        self, method: str, path: str, body: Any = None, *, user: UUID | None = None, role: str = "investor"
    ) -> httpx.Response:
        """As the owner, unless somebody else is named."""
        more = {} if body is None else {"json": body}
        return await self.rig.request(method, f"/api/v1/{path}", user=user or self.owner, role=role, **more)

    async def asked(self, livestock_id: UUID, service_id: str, **who: Any) -> dict[str, Any]:
        """A new request."""
        body = {"service_id": service_id, "currency": "EUR", "reason": "She limps"}
        return self._made(await self.call("POST", f"livestock/{livestock_id}/care-request", body, **who))

    async def assigned(self, livestock_id: UUID, service_id: str, **body: Any) -> dict[str, Any]:
        """A new request of an administrator's."""
        body = {"livestock_id": str(livestock_id), "service_id": service_id, "currency": "EUR"} | body
        return self._made(await self.as_admin("POST", f"admin/users/{self.owner}/assign-care", body))

    async def quoted(self, price: str = "40.00", **changes: Any) -> dict[str, Any]:
        """A request of the owner's with its quote."""
        return await self.asked(await self.animal(), await self.offer(price=price, **changes))

    async def accepted(self, allowance: str = "10.00", **changes: Any) -> dict[str, Any]:
        """A request whose price is held."""
        quoted = await self.quoted(**changes)
        body = {"quote_version": quoted["quote_version"], "allowance": eur(allowance)}
        answer = await self.call("POST", f"care-requests/{quoted['id']}/accept", body)
        assert answer.status_code == 200, answer.text
        await self.wallet.answer()
        return await self.read(quoted["id"])

    async def begun(self, request: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
        """A request on which the veterinarian is at work."""
        request = request or await self.accepted(**changes)
        await self.given(request["id"])
        answer = await self.as_vet("PUT", f"vet/care-requests/{request['id']}/start")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def given(self, request_id: str, vet: UUID | None = None) -> None:
        """Assigns a request to the veterinarian."""
        async with self.rig.db.unit_of_work() as db:
            await requests.assign(db, UUID(request_id), vet or self.vet)

    async def done(self, request: dict[str, Any] | None = None, cost: str | None = None) -> dict[str, Any]:
        """A request that the veterinarian has completed."""
        request = request or await self.begun()
        answer = await self.complete(request["id"], cost)
        assert answer.status_code == 200, answer.text
        await self.wallet.answer()
        return await self.read(request["id"])

    async def complete(self, request_id: str, cost: str | None = None) -> httpx.Response:
        """Writes the report and completes the request."""
        findings = {"findings": "Left hind leg is swollen", "diagnosis": "Foot rot", "treatment": "Cleaned"}
        answer = await self.as_vet("PUT", f"vet/care-requests/{request_id}/report", findings)
        assert answer.status_code == 200, answer.text
        body = {"version": (await self.read(request_id))["version"]} | ({"cost": eur(cost)} if cost else {})
        return await self.as_vet("POST", f"vet/care-requests/{request_id}/complete", body)

    async def read(self, request_id: str) -> dict[str, Any]:
        return dict((await self.as_admin("GET", f"care-requests/{request_id}")).json())

    @staticmethod
    def tomorrow() -> str:
        return (clock.now() + timedelta(days=1)).date().isoformat()

    def _made(self, answer: httpx.Response) -> dict[str, Any]:
        assert answer.status_code == 201, answer.text
        return dict(answer.json())


@pytest.fixture
async def clinic(rig: Rig, wallet: Wallet) -> Clinic:
    clinic = Clinic(rig, wallet)
    await clinic.open()
    return clinic
