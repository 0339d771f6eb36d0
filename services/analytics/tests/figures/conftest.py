"""A service with an engine of its own, and a barn whose events tell what happened when."""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from pydantic import SecretStr

from amigok_chassis.ids import new_id
from amigok_chassis.patience import PATIENCE
from amigok_chassis.testing import Rig, running
from amigok_contracts import Event, Money, producer
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockRegistered, LivestockWeighed
from amigok_contracts.marketplace import ORDER, OrderFulfilled
from amigok_contracts.money_requests import Share
from amigok_contracts.wallet import HoldCaptured
from analytics.arrivals.reading import Arrived
from analytics.arrivals.service import store
from analytics.engine import engine_of
from analytics.engine.schema import make
from analytics.facts.loading import load
from analytics.main import service
from analytics.settings import Settings

SECRET = secrets.token_hex(8)

_versions = count(10)


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


class Barn:
    """The figures of a service, and the events that they come from, each at a time of its own."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.farm_id, self.sheep, self.awassi = new_id(), new_id(), new_id()

    async def happens(self, *told: tuple[datetime, Event]) -> list[UUID]:
        """Lets events happen at their times, and be loaded. Returns their ids."""
        events = [event.model_copy(update={"aggregate_version": next(_versions)}) for _, event in told]
        await self.rig.deliver(*events)
        ids = [new_id() for _ in events]
        arrived = [_arrived(id, when, event) for id, (when, _), event in zip(ids, told, events, strict=True)]
        async with self.rig.db.unit_of_work() as db:
            await store(db, arrived)
        while await load(self.rig.context):
            pass
        return ids

    def registered(self, day: str, animal: UUID, value: str, owner: UUID | None = None, kg: str = "40.00") -> Any:
        registered = LivestockRegistered(
            livestock_id=animal,
            farm_id=self.farm_id,
            farm_name="Hill Farm",
            type_name="Sheep",
            breed_name="Awassi",
            tag_number=f"EID-{animal}",
            sex="female",
            weight_kg=kg,
            value=usd(value),
            owner_id=owner,
            livestock_type_id=self.sheep,
            breed_id=self.awassi,
            date_of_birth=at("2024-03-01").date(),
            registered_at=at(day),
        )
        return at(day), registered

    def weighed(self, day: str, animal: UUID, kg: str, value: str, **corrects: UUID) -> Any:
        weighed = LivestockWeighed(
            livestock_id=animal,
            weighing_id=new_id(),
            measured_at=at(day),
            measured_kg=kg,
            weight_kg=kg,
            value=usd(value),
            supersedes_id=corrects.get("supersedes_id"),
        )
        return at(day), weighed

    def sold(
        self, day: str, animal: UUID, price: str, *, buyer: UUID, seller: UUID | None, fee: str = "0.00"
    ) -> list[Any]:
        """An order that goes through: the animal and the money change hands."""
        order, when = new_id(), at(day)
        shares = (Share(amount=_less(price, fee), payee_id=seller), Share(amount=usd(fee), fee="sale"))
        moved = LivestockOwnershipTransferred(
            livestock_id=animal,
            order_id=order,
            previous_owner_id=seller,
            owner_id=buyer,
            price=usd(price),
            transferred_at=when,
        )
        fulfilled = OrderFulfilled(reference_id=order, payer_id=buyer, shares=shares, livestock_id=animal)
        captured = HoldCaptured(
            hold_id=new_id(),
            purpose=ORDER,
            reference_id=order,
            transfer_id=new_id(),
            payer_id=buyer,
            amount=usd(price),
            shares=shares,
        )
        return [(when, moved), (when + timedelta(seconds=1), fulfilled), (when + timedelta(seconds=2), captured)]

    async def get(self, path: str, user: UUID, role: str = "investor", **params: Any) -> httpx.Response:
        return await self.rig.request("GET", f"/api/v1/{path}", user=user, role=role, params=params)


def _less(price: str, fee: str) -> Money:
    return Money.of_minor(usd(price).minor - usd(fee).minor, "USD")


def _arrived(event_id: UUID, when: datetime, event: Event) -> Arrived:
    return Arrived(
        event_id=event_id,
        type=event.type,
        major=event.version,
        source=producer(event),
        subject=event.subject,
        occurred_at=when,
        correlation_id="",
        causation_id="",
        data=event.model_dump_json(),
    )


@pytest.fixture(scope="session")
def clickhouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An embedded engine in a process of its own, as the service has it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = _engine(tmp_path_factory.mktemp("engine"), port)
    try:
        _answers(process, f"http://127.0.0.1:{port}/ping")
        yield f"http://default:{SECRET}@127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _engine(folder: Path, port: int) -> subprocess.Popen[bytes]:
    told = {"PATH": str(folder / "data"), "SECRET": SECRET, "PORT": str(port)}
    environment = {**os.environ, **{f"ANALYTICS_ENGINE_{name}": value for name, value in told.items()}}
    return subprocess.Popen([sys.executable, "-m", "analytics", "engine"], env=environment)


def _answers(process: subprocess.Popen[bytes], url: str) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with suppress(OSError):
            if urllib.request.urlopen(url).status == 200:
                return
        time.sleep(0.05)
    raise AssertionError("the engine does not answer")


@pytest.fixture
async def rig(clickhouse: str) -> AsyncIterator[Rig]:
    async with running(service) as rig:
        url = SecretStr(f"{clickhouse}/figures_{secrets.token_hex(4)}")
        rig.context.use(Settings(clickhouse_url=url))
        await make(engine_of(rig.context))
        yield rig
        await engine_of(rig.context).drop_database()


@pytest.fixture
async def barn(rig: Rig) -> Barn:
    return Barn(rig)
