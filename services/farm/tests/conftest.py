import json
from collections.abc import AsyncIterator, Iterator
from copy import copy
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.service import Service
from amigok_chassis.testing import Rig, running
from amigok_contracts import Money
from amigok_contracts.farm import LivestockSaleStatusChanged
from amigok_contracts.marketplace import OrderConfirmed, OrderTimedOut
from amigok_contracts.medicines import MedicineChanged, WithdrawalPeriod
from farm.main import service


@pytest.fixture
def served() -> Service:
    return service


@pytest.fixture
def settings() -> dict[str, Any]:
    return {}


@pytest.fixture
async def rig(request: pytest.FixtureRequest, served: Service, settings: dict[str, Any]) -> AsyncIterator[Rig]:
    """Empty, or with a settled yard for who asks for one."""
    prepare = settled if "yard" in request.fixturenames else None
    async with running(served, prepare=prepare, **settings) as rig:
        yield rig


def tags() -> Iterator[str]:
    return (f"TR-34-{number:06}" for number in count(1))


class Yard:
    """A farm with Merino sheep to come, and what one does there."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.admin, self.hand = new_id(), new_id()
        self.tags = tags()
        self.farm_id = self.type_id = self.breed_id = ""

    async def settle(self) -> None:
        self.admin = await self.rig.administrator()
        await self.rig.is_known(self.hand, role="farm_staff")
        self.type_id = await self.add("livestock-types", name="Sheep")
        self.breed_id = await self.add("livestock-breeds", livestock_type_id=self.type_id, name="Merino")
        self.farm_id = await self.add_farm("Göynük Farm")
        await self.hire(self.hand)

    async def hire(self, user: UUID, farm_id: str = "") -> None:
        """Puts somebody on the staff of a farm, of this one unless another is named."""
        response = await self.change("PUT", f"admin/farms/{farm_id or self.farm_id}/staff/{user}")
        assert response.is_success, response.text

    async def add(self, path: str, **body: Any) -> str:
        """Adds as the administrator what must succeed; returns its id."""
        response = await self.post(path, **body)
        assert response.status_code == 201, response.text
        return str(response.json()["id"])

    async def post(self, path: str, **body: Any) -> httpx.Response:
        return await self.send(path, json.dumps(body).encode())

    async def send(self, path: str, content: bytes) -> httpx.Response:
        """Posts these bytes as the administrator."""
        return await self.rig.request(
            "POST",
            f"/api/v1/admin/{path}",
            user=self.admin,
            role="admin",
            content=content,
            headers={"Content-Type": "application/json"},
        )

    async def add_farm(self, name: str, capacity: int = 500, **changes: Any) -> str:
        place = {"address": "Bornova, İzmir", "latitude": 38.4622, "longitude": 27.2163}
        return await self.add("farms", name=name, capacity=capacity, **place | changes)

    async def change(self, method: str, path: str, body: Any = None, **who: Any) -> httpx.Response:
        """Puts or deletes, as the administrator unless somebody else is named."""
        who = who or {"user": self.admin, "role": "admin"}
        return await self.rig.request(method, f"/api/v1/{path}", **who, **({} if body is None else {"json": body}))

    def sheep(self, **changes: Any) -> dict[str, Any]:
        """The request that registers a Merino ewe."""
        tag = next(self.tags)
        body = {
            "farm_id": self.farm_id,
            "breed_id": self.breed_id,
            "tag_number": tag,
            "unique_id_card": f"EID-{tag}",
            "sex": "female",
            "date_of_birth": "2024-03-01",
            "weight_kg": "62.50",
            "price_per_kg": {"amount": "4.80", "currency": "USD"},
        }
        return body | changes

    async def register(self, **changes: Any) -> UUID:
        return UUID(await self.add("livestock", **self.sheep(**changes)))

    async def bought(self, owner: UUID) -> UUID:
        """An animal that this user has bought."""
        animal = await self.register()
        await self.sell(animal, owner)
        return animal

    async def by_two(self, path: str, body: Any, **who: Any) -> httpx.Response:
        """What is answered to an administrator who approves what somebody has proposed, or to the proposal."""
        who = who or {"user": self.admin, "role": "admin"}
        await self.rig.is_known(who["user"], role=who["role"], decides_from=clock.now() - timedelta(days=1))
        answer = await self.change("POST", f"{path}/propose", body, **who)
        return answer if answer.status_code != 202 else await self.rig.decided(answer)

    async def die(self, livestock_id: UUID) -> None:
        """The death of an animal, reported by the administrator."""
        died = {"cause": "Bloat.", "died_at": clock.now().isoformat()}
        response = await self.change("POST", f"livestock/{livestock_id}/death", died)
        assert response.status_code == 201, response.text

    async def get(self, path: str, user: UUID | None = None, role: str = "investor") -> httpx.Response:
        return await self.rig.request("GET", f"/api/v1/{path}", user=user, role=role)

    async def sell(self, livestock_id: UUID, buyer: UUID, seller: UUID | None = None) -> UUID:
        """Confirms an order for the animal; returns the order's id."""
        order = confirmed(livestock_id, buyer=buyer, seller=seller)
        await self.rig.deliver(order)
        return order.order_id

    async def history(self, livestock_id: UUID) -> list[dict[str, Any]]:
        """Whose the animal was, first owner first."""
        response = await self.get(f"livestock/{livestock_id}/owner-history", self.admin, "admin")
        assert response.status_code == 200, response.text
        return list(reversed(response.json()["items"]))

    async def pages(self, path: str, limit: int, **who: Any) -> list[str]:
        """The ids of all rows of a list, page by page."""
        ids: list[str] = []
        cursor = ""
        while True:
            page = (await self.get(f"{path}?limit={limit}{cursor}", **who)).json()
            assert len(page["items"]) <= limit
            ids += [item["id"] for item in page["items"]]
            if page["next_cursor"] is None:
                return ids
            cursor = f"&cursor={page['next_cursor']}"


def confirmed(livestock_id: UUID, *, buyer: UUID, seller: UUID | None = None, **changes: Any) -> OrderConfirmed:
    return OrderConfirmed(
        **{
            "order_id": new_id(),
            "livestock_id": livestock_id,
            "buyer_id": buyer,
            "seller_id": seller,
            "price": Money(amount="300.00", currency="USD"),
            "transfer_by": clock.now() + timedelta(minutes=5),
            **changes,
        }
    )


def timed_out(order: OrderConfirmed) -> OrderTimedOut:
    return OrderTimedOut(order_id=order.order_id, livestock_id=order.livestock_id)


async def settled(rig: Rig) -> Yard:
    yard = Yard(rig)
    await yard.settle()
    return yard


@pytest.fixture
def yard(rig: Rig) -> Yard:
    yard = copy(rig.prepared)
    yard.rig, yard.tags = rig, tags()
    return yard


@pytest.fixture
async def company_of_one() -> AsyncIterator[Yard]:
    """A yard of an installation with one administrator only."""
    async with running(service, single_administrator=True) as rig:
        yield await settled(rig)


@pytest.fixture
def orders() -> Any:
    """How to say that an order was `confirmed` or has `timed_out`."""

    class Orders:
        confirmed = staticmethod(confirmed)
        timed_out = staticmethod(timed_out)

    return Orders


class Barn:
    """What veterinarians and farm hands do with the animals of a yard."""

    def __init__(self, yard: Yard) -> None:
        self.yard = yard
        self.people = yard.hand

    async def medicine(self, meat: int = 28, milk: int = 7, **changes: Any) -> str:
        """One that care has in its catalogue; returns its id."""
        return str((await self.catalogued(meat, milk, **changes)).medicine_id)

    async def catalogued(self, meat: int = 28, milk: int = 7, **changes: Any) -> MedicineChanged:
        """What care publishes about a medicine, which the farm has heard."""
        period = WithdrawalPeriod(livestock_type_id=UUID(self.yard.type_id), meat_days=meat, milk_days=milk)
        values = {
            "medicine_id": new_id(),
            "name": f"Amoxisan {new_id()}",
            "active_substance": "amoxicillin",
            "prescription_only": False,
            "withdrawal_periods": (period,),
            "retired": False,
            "aggregate_version": 1,
        }
        event = MedicineChanged(**values | changes)
        await self.yard.rig.deliver(event)
        return event

    async def record(
        self, animal: UUID, record_type: str = "checkup", role: str = "veterinarian", **body: Any
    ) -> httpx.Response:
        user = self.yard.admin if role == "admin" else self.people
        return await self.yard.rig.request(
            "POST",
            f"/api/v1/livestock/{animal}/health",
            user=user,
            role=role,
            json={"record_type": record_type} | body,
        )

    async def recorded(self, *args: Any, **body: Any) -> dict[str, Any]:
        """What must succeed; returns the record."""
        answer = await self.record(*args, **body)
        assert answer.status_code == 201, answer.text
        record: dict[str, Any] = answer.json()
        return record

    async def corrected(
        self, animal: UUID, record_id: str, record_type: str = "checkup", **body: Any
    ) -> dict[str, Any]:
        """What two people put in the place of a record."""
        correction = {"record_type": record_type, "supersedes_id": record_id} | body
        who = {"user": self.people, "role": "veterinarian"}
        answer = await self.yard.by_two(f"livestock/{animal}/health", correction, **who)
        assert answer.status_code == 200, answer.text
        records = (await self.yard.get(f"livestock/{animal}/health", self.people, "veterinarian")).json()["items"]
        return next(record for record in records if record["supersedes_id"] == record_id)

    def given(self, medicine: str, last: datetime | None = None) -> dict[str, Any]:
        return {"medicine_id": medicine, "dose": "10 ml i.m.", "last_administered_at": last and last.isoformat()}

    async def treat(
        self, animal: UUID, medicine: str, *, last: datetime | None = None, role: str = "veterinarian", **body: Any
    ) -> httpx.Response:
        return await self.record(animal, "treatment", role, medication=self.given(medicine, last), **body)

    async def treated(self, *args: Any, **body: Any) -> dict[str, Any]:
        answer = await self.treat(*args, **body)
        assert answer.status_code == 201, answer.text
        record: dict[str, Any] = answer.json()
        return record

    async def status(self, animal: UUID) -> list[tuple[str, datetime | None]]:
        """What keeps an animal from being sold, and until when."""
        answer = (await self.yard.get(f"livestock/{animal}/sale-status")).json()
        assert answer["sellable"] is not bool(answer["blocks"])
        return [(each["reason"], each["until"] and datetime.fromisoformat(each["until"])) for each in answer["blocks"]]

    async def published(self, animal: UUID) -> list[list[tuple[str, datetime | None]]]:
        """The sale statuses of an animal that were published, oldest first: the reasons with their ends."""
        events = await self.yard.rig.events(LivestockSaleStatusChanged)
        events = [event for event in events if event.livestock_id == animal]
        assert all(event.sellable is not bool(event.blocks) for event in events)
        versions = [event.aggregate_version for event in events]
        assert versions == sorted(set(versions))
        return [[(block.reason, block.until) for block in event.blocks] for event in events]

    async def due(self, **params: Any) -> list[str]:
        """The records that make something due, by the first page of the list."""
        answer = await self.yard.rig.request(
            "GET", "/api/v1/staff/health/due", user=self.people, role="farm_staff", params=params
        )
        assert answer.status_code == 200, answer.text
        return [item["record_id"] for item in answer.json()["items"]]


@pytest.fixture
def barn(yard: Yard) -> Barn:
    return Barn(yard)


class Files:
    """Where the administrator hands files in."""

    def __init__(self, yard):
        self.yard = yard

    async def send(self, content, *, query="", user=None, kind="text/csv", **kwargs):
        content = {"content": content.encode() if isinstance(content, str) else content} if content is not None else {}
        return await self.yard.rig.request(
            "POST",
            f"/api/v1/admin/livestock/imports{query}",
            user=user or self.yard.admin,
            role="admin",
            headers={"Content-Type": kind} if kind else {},
            **content,
            **kwargs,
        )

    async def accepted(self, content, **kwargs):
        """Hands in a file that is one; returns the import."""
        answer = await self.send(content, **kwargs)
        assert answer.status_code == 202, answer.text
        return answer.json()

    async def done(self, content, **kwargs):
        """Hands in a file and waits until it is worked off; returns the import."""
        begun = await self.accepted(content, **kwargs)
        await self.yard.rig.run_task("process_import")
        return await self.show(begun["id"])

    async def get(self, path):
        return await self.yard.get(f"admin/livestock/{path}", self.yard.admin, "admin")

    async def show(self, import_id):
        return (await self.get(f"imports/{import_id}")).json()

    async def errors(self, import_id):
        """What was wrong, as (row, column, code), page by page."""
        found, cursor = [], ""
        while cursor is not None:
            page = (await self.get(f"imports/{import_id}/errors?limit=7{cursor}")).json()
            found += [(each["row"], each["column"], each["code"]) for each in page["items"]]
            assert all(each["reason"] for each in page["items"])
            cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
        return found

    async def tags(self):
        rows = await self.yard.rig.db.fetch("SELECT tag_number FROM livestock ORDER BY tag_number")
        return [row["tag_number"] for row in rows]

    async def occupancy(self):
        return (await self.yard.get(f"farms/{self.yard.farm_id}")).json()["current_occupancy"]


@pytest.fixture
def files(yard):
    return Files(yard)
