"""One real fleet for all journeys: its own servers, ports and state folder, behind its own gateway."""

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import aio_pika
import asyncpg
import httpx
import pytest
from aio_pika.abc import AbstractChannel

from amigok import agreement, client, demo, demo_farm, mailbox
from amigok.agreement import Agreement, Stores
from amigok.client import Person, usd
from amigok.errors import Failure
from amigok.fleet import SERVICES, load
from amigok.state import State
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.testing_collector import Collector, collecting
from amigok_chassis.topology import dead_queue
from amigok_client import Problem
from amigok_client.api import breeds, corrections, farms, proofs, proposals, registrations, types
from amigok_client.models import (
    BreedIn,
    CreditIn,
    DecisionIn,
    FarmIn,
    LivestockTypeIn,
    PlatformListingIn,
    RegistrationIn,
)

T = TypeVar("T")

GENEROUS = {
    "AMIGOK_RATE_AVERAGE": "100000",
    "AMIGOK_RATE_BURST": "100000",
    "AMIGOK_AUTH_RATE_AVERAGE": "1000",
    "AMIGOK_AUTH_RATE_BURST": "1000",
    "AMIGOK_IN_FLIGHT": "10000",
    "AMIGOK_LEASE_SECONDS": "15",
    "IDENTITY_NEW_DECIDER_HOURS": "0",
    "STREAM_MEDIA_PART_SECONDS": "2",
}
"""Many users share the tests' one address; who becomes a veterinarian is one at once; recordings have short parts; what
a killed worker was at is soon another's."""

WEIGHT_KG = Decimal("61.50")
"""Of every animal: its price per kg follows from what it is to cost."""

PROOF_LASTS = 300.0
"""Seconds after which administrators prove again who they are: half of what the fleet asks for."""


PEOPLE_ARE_AWAITED = {"payment"}
"""The nouns of what may be under way for days, until a person or a provider does something."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All journeys share one fleet. Traces come first, while there are few to read.

    Crashes come late: they leave much behind that is compared after each test. What moves the clock comes last:
    sessions end meanwhile.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("fleet"))
    places = {"test_traces": -1, "test_crashes": 1, "test_feed_and_care": 2, "test_notifications": 3}
    items.sort(key=lambda item: places.get(item.path.stem, 0))


async def paced(calls: Iterable[Awaitable[T]], *, at_once: int = 16) -> list[T]:
    """The results of all calls, so many of which are under way at once."""
    free = asyncio.Semaphore(at_once)

    async def called(call: Awaitable[T]) -> T:
        async with free:
            return await call

    return list(await asyncio.gather(*map(called, calls)))


async def code_of(attempt: Awaitable[object]) -> str | None:
    """The code of the problem that an answer is; None when it is none."""
    try:
        await attempt
    except Problem as refused:
        return refused.code
    return None


class Fleet:
    """The running fleet, seen from outside (`http`, `admin`) and, where a test must, from inside."""

    def __init__(self, state: State, http: httpx.AsyncClient, admin: Person, other_admin: Person) -> None:
        self.folder = state.folder
        self.http = http
        self.admin, self.other_admin = admin, other_admin
        self._stores = Stores(state)
        self._databases: dict[str, asyncpg.Pool] = {}
        self._proving = asyncio.Lock()
        self._proved = 0.0

    @property
    def state(self) -> State:
        return State.load(self.folder)

    async def person(self, name: str, *, money: str = "0") -> Person:
        """Somebody signed up, with so many US dollars."""
        person = await client.sign_up(self.http, mailbox.folder(self.state), name=name)
        if money != "0":
            await self.credit(person, money)
        return person

    async def hire(self, name: str, role: Any) -> Person:
        """Somebody whom both administrators have given this role."""
        await self.prove_administrators()
        folder = mailbox.folder(self.state)
        return await client.hire(self.admin, self.other_admin, folder, name=name, role=role)

    async def credit(self, person: Person, amount: str) -> None:
        """Money from outside: one administrator proposes it, another decides."""
        await self.prove_administrators()
        credit = CreditIn(usd(amount), "for a test", person.id)
        proposal = await self.admin.send(corrections.propose_credit(body=credit))
        decision = DecisionIn("approved")
        await self.other_admin.send(proposals.wallet_decide_proposal(proposal.id, body=decision))

    async def prove_administrators(self) -> None:
        """Both have proved lately who they are."""
        async with self._proving:
            if time.monotonic() - self._proved > PROOF_LASTS:
                for person in (self.admin, self.other_admin):
                    await person.step_up(password=person.password)
                self._proved = time.monotonic()

    async def flock(self, count: int, *, price: str) -> list[UUID]:
        """So many animals of the platform's own, for sale at this price. Returns their ids."""
        unique = secrets.token_hex(4)
        place = FarmIn(count, 31.9, 35.9, f"Farm {unique}")
        farm = await self.admin.send(farms.add_farm(body=place))
        sheep = await self.admin.send(types.add_livestock_type(body=LivestockTypeIn(f"sheep {unique}")))
        awassi = BreedIn(sheep.id, "Awassi", typical_weight_kg="65.00")
        breed = await self.admin.send(breeds.add_livestock_breed(body=awassi))
        per_kg = usd(str(round(Decimal(price) / WEIGHT_KG, 2)))

        async def registered(number: int) -> UUID:
            tag = f"JO{unique}{number:04d}"
            entry = RegistrationIn(breed.id, farm.id, per_kg, "female", tag, tag, str(WEIGHT_KG))
            return (await self.admin.send(registrations.register_livestock(body=entry))).id

        animals = await paced(registered(number) for number in range(count))
        offers = [PlatformListingIn(usd(price), livestock_id=animal) for animal in animals]
        await paced(until(partial(demo_farm.listed, self.admin, offer)) for offer in offers)
        return animals

    async def at_rest(self) -> Agreement:
        """Waits until nothing is under way anywhere and all stores agree; no message may have been given up."""
        found: Agreement | None = None
        reason = ""

        async def rested() -> bool:
            nonlocal found
            with contextlib.suppress(Failure):  # a database that was killed
                await agreement.settle(self._stores, apart_from=PEOPLE_ARE_AWAITED)
                found = await agreement.compare(self._stores)
            return found is not None and not found.unpublished and not found.differences

        try:
            await until(rested)
        except TimeoutError as error:
            reason = str(error)
        assert found is not None, reason
        assert (found.unpublished, found.differences) == (0, [])
        proof = await self.admin.send(proofs.read_reconciliation())
        assert (proof.differences, proof.total, proof.holds_placed) == ([], 0, 0)
        assert await self.dead_letters() == 0
        return found

    async def dead_letters(self) -> int:
        """How many messages were given up on."""
        async with self.channel() as channel:
            names = [name for name in SERVICES if load(name).consumes]
            queues = [await channel.declare_queue(dead_queue(name), passive=True) for name in names]
            return sum(queue.declaration_result.message_count or 0 for queue in queues)

    def forget_proofs(self) -> None:
        """What administrators have proved is too long ago."""
        self._proved = 0.0

    @contextlib.asynccontextmanager
    async def channel(self) -> AsyncIterator[AbstractChannel]:
        """A channel to the fleet's broker."""
        servers = self.state.servers
        assert servers is not None
        async with await aio_pika.connect(servers.broker) as connection:
            yield await connection.channel(publisher_confirms=True)

    async def query(self, service: str, sql: str, *arguments: Any) -> list[asyncpg.Record]:
        """Rows of a service's own database."""
        if service not in self._databases:
            servers = self.state.servers
            assert servers is not None
            url = f"{servers.postgres.rsplit('/', 1)[0]}/{service}"
            self._databases[service] = await asyncpg.create_pool(url, min_size=0)
        rows: list[asyncpg.Record] = await self._databases[service].fetch(sql, *arguments)
        return rows

    async def close(self) -> None:
        await self._stores.aclose()
        for pool in self._databases.values():
            pool.terminate()

    def kill(self, name: str) -> int:
        """kill -9 of a service or server; returns the pid that is no more."""
        pid = self.state.processes[name].pid
        os.kill(pid, signal.SIGKILL)
        return pid

    async def is_back(self, name: str, killed: int) -> bool:
        """Whether what was killed with this pid was started again."""
        process = self.state.processes.get(name)
        return process is not None and process.pid != killed


@pytest.fixture(scope="session")
def collector() -> Iterator[Collector]:
    """Where the fleet's traces go, all of them."""
    with collecting() as collector:
        yield collector


@pytest.fixture(scope="session")
def folder(collector: Collector) -> Iterator[Path]:
    """The state folder of a fleet of our own, ended and removed afterwards; or of the one that is named."""
    if running := os.environ.get("AMIGOK_E2E_STATE"):
        yield Path(running)
        return
    state = Path(tempfile.gettempdir()) / f"amigok-e2e-{os.getpid()}"
    amigok = [str(Path(sys.executable).with_name("amigok"))]
    at = ["--state", str(state)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("AMIGOK_")} | GENEROUS
    environment["AMIGOK_PATIENCE"] = str(PATIENCE)
    environment["AMIGOK_SERVERS"] = os.environ.get("AMIGOK_TEST_SERVERS", "")
    environment |= {"AMIGOK_OTLP_ENDPOINT": collector.url, "AMIGOK_TRACE_SHARE": "1", "OTEL_BSP_SCHEDULE_DELAY": "500"}
    up = [*amigok, "up", "--detach", "--no-fsync", "--no-simulator", "--port", str(_free_port()), *at]
    started = subprocess.run(up, env=environment, capture_output=True, text=True, check=False)
    assert started.returncode == 0, started.stdout + started.stderr
    yield state
    subprocess.run([*amigok, "reset", "--yes", *at], env=environment, capture_output=True, check=True)


@pytest.fixture(scope="session")
async def fleet(folder: Path) -> AsyncIterator[Fleet]:
    state = State.load(folder)
    async with client.connect(f"http://127.0.0.1:{state.gateway_port}") as http:
        assert state.administrator is not None
        admin = await client.sign_in(http, login=state.administrator, password=state.secrets["administrator"])
        fleet = Fleet(state, http, admin, await demo.second_administrator(http, state))
        yield fleet
        await fleet.close()


@pytest.fixture(scope="session", autouse=True)
async def slow_upload(fleet: Fleet) -> AsyncIterator["asyncio.Task[httpx.Response]"]:
    """An upload of 34 seconds, which goes on while journeys do."""

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(34):
            yield b"x" * 30_000
            await asyncio.sleep(1)

    headers = {"Authorization": f"Bearer {fleet.admin.token}", "Content-Type": "text/csv"}
    path = "/api/v1/admin/livestock/imports?dry_run=true"
    task = asyncio.create_task(fleet.http.post(path, content=parts(), headers=headers))
    yield task
    task.cancel()


@pytest.fixture(scope="session")
async def crowd(fleet: Fleet) -> list[Person]:
    """Twenty people with 2,000 US dollars each, of which tests may use up a few hundred."""
    return await paced(fleet.person(f"buyer{number}", money="2000.00") for number in range(20))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
