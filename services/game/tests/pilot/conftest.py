from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, at_noon, running
from amigok_contracts import Money
from amigok_contracts.barn import Feeding, FeedingsLogged
from amigok_contracts.care import CheckupDone
from amigok_contracts.care_visits import CareVaccinationReminded
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockRegistered, LivestockWeighed
from amigok_contracts.medicines import TreatmentGiven
from game.main import service

PATH = "/api/v1/games/pilot-farming"
_versions = count(1)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    at_noon()
    yield
    clock.set_offset(timedelta())


class Pasture:
    """Animals on a farm, people who play with theirs, and the clock."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.farm_id = new_id()

    def go_to(self, moment: datetime) -> None:
        """Moves the clock."""
        clock.set_offset(clock.offset() + (moment - clock.now()))

    def wait(self, **span: float) -> None:
        clock.set_offset(clock.offset() + timedelta(**span))

    async def animal(self, owner: UUID | None, *, since: datetime | None = None) -> UUID:
        livestock_id = new_id()
        registered = LivestockRegistered(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            farm_id=self.farm_id,
            farm_name="Hill Farm",
            type_name="Sheep",
            breed_name="Awassi",
            tag_number=f"A{next(_versions)}",
            sex="female",
            weight_kg=Decimal(60),
            value=Money.of_minor(100, "USD"),
            owner_id=owner,
            registered_at=since or clock.now() - timedelta(days=30),
        )
        await self.rig.deliver(registered)
        return livestock_id

    async def sell(self, livestock_id: UUID, owner: UUID, *, at: datetime | None = None) -> None:
        sold = LivestockOwnershipTransferred(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            order_id=new_id(),
            previous_owner_id=None,
            owner_id=owner,
            price=Money.of_minor(100, "USD"),
            transferred_at=at or clock.now(),
        )
        await self.rig.deliver(sold)

    async def player(self, zone: str = "UTC", *, animals: int = 0, **how: Any) -> UUID:
        user_id = new_id()
        for _ in range(animals):
            await self.animal(user_id)
        body = {"time_zone": zone, **how}
        answer = await self.rig.request("POST", f"{PATH}/player", user=user_id, json=body)
        assert answer.status_code == 200, answer.text
        return user_id

    async def turn(self) -> None:
        """Makes the tasks of days that have begun."""
        await self.rig.run_task("make_tasks")

    async def evaluate(self) -> None:
        await self.rig.run_task("evaluate_player")

    async def get(self, user: UUID, path: str) -> Any:
        answer = await self.rig.request("GET", f"{PATH}/{path}", user=user)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def tasks(self, user: UUID, query: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.get(user, f"tasks?limit=100&{query}"))["items"]
        return found

    async def do(self, user: UUID, task: str) -> httpx.Response:
        """Does a task by hand, not too fast."""
        self.wait(seconds=10)
        return await self.rig.request("POST", f"{PATH}/tasks/{task}/complete", user=user)

    async def do_one(self, user: UUID, kind: str = "clean") -> dict[str, Any]:
        """Does one of the open tasks of a kind by hand."""
        task = next(each for each in await self.tasks(user, "state=open") if each["kind"] == kind)
        answer = await self.do(user, task["id"])
        assert answer.status_code == 200, answer.text
        done: dict[str, Any] = answer.json()
        return done

    async def code(self, method: str, user: UUID, path: str, **more: Any) -> str:
        """The code of a refusal."""
        answer = await self.rig.request(method, f"{PATH}/{path}", user=user, **more)
        return str(answer.json()["code"])


@pytest.fixture
def pasture(rig: Rig) -> Pasture:
    return Pasture(rig)


def meal(*livestock_ids: UUID, at: datetime | None = None) -> FeedingsLogged:
    fed_at = at or clock.now()
    feedings = tuple(
        Feeding(
            feeding_id=new_id(),
            livestock_id=livestock_id,
            meal_id=None,
            outcome="fed",
            kg=None,
            is_estimated=False,
            fed_at=fed_at,
            replaces_id=None,
        )
        for livestock_id in livestock_ids
    )
    return FeedingsLogged(farm_id=new_id(), recorded_at=clock.now(), feedings=feedings)


def checkup(
    livestock_id: UUID, *, at: datetime | None = None, care_type: str = "checkup", request_id: UUID | None = None
) -> CheckupDone:
    return CheckupDone(
        request_id=request_id or new_id(),
        livestock_id=livestock_id,
        veterinarian_id=new_id(),
        care_type=care_type,
        service_name="Checkup",
        done_at=at or clock.now(),
    )


def dose(livestock_id: UUID, *, request_id: UUID, at: datetime | None = None) -> TreatmentGiven:
    """A dose of a vaccine."""
    return TreatmentGiven(
        prescription_id=new_id(),
        treatment_id=new_id(),
        request_id=request_id,
        livestock_id=livestock_id,
        record_type="vaccination",
        medicine_id=new_id(),
        medicine_name="Vaccine",
        dose="1 ml, subcutaneous",
        administered_at=at or clock.now(),
        meat_days=0,
        milk_days=0,
        given_by=new_id(),
        veterinarian_id=new_id(),
    )


def vaccination(livestock_id: UUID, owner: UUID, **about: Any) -> CareVaccinationReminded:
    told = {"request_id": new_id(), "due_on": date(2027, 5, 4), "service_name": "Vaccination", "mandatory": True}
    return CareVaccinationReminded(livestock_id=livestock_id, owner_id=owner, **told | about)


def weighing(livestock_id: UUID, *, at: datetime | None = None) -> LivestockWeighed:
    return LivestockWeighed(
        livestock_id=livestock_id,
        aggregate_version=next(_versions),
        weighing_id=new_id(),
        measured_at=at or clock.now(),
        measured_kg=Decimal(60),
        weight_kg=Decimal(60),
        value=Money.of_minor(100, "USD"),
    )
