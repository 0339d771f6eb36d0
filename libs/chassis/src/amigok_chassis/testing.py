"""A service under test: its real app on a real PostgreSQL, spoken to over HTTP and through its inbox.

The server is named by `AMIGOK_TEST_POSTGRES_URL` (a superuser's URL), which the root conftest sets.
"""

import base64
import secrets
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, product
from typing import Any, TypeVar
from uuid import UUID

import httpx
import jwt
from aio_pika.abc import HeadersType
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import text
from starlette.types import ASGIApp

from amigok_chassis import auth, clock, inbox, standing, telemetry
from amigok_chassis.audit import proof
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Delivery
from amigok_chassis.machine import Machine
from amigok_chassis.outbox import body
from amigok_chassis.runtime import Runtime
from amigok_chassis.scheduler import run_job
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings, read
from amigok_chassis.testing_apps import made
from amigok_chassis.testing_databases import reused
from amigok_contracts import Event, parse
from amigok_contracts.base import versions_of
from amigok_contracts.identity import UserStandingChanged

SECRET_KEY = base64.urlsafe_b64encode(b"k" * 32).decode()
"""`AMIGOK_SECRET_KEY` of every service under test."""
FLEET_KEY = base64.urlsafe_b64encode(b"f" * 32).decode()
"""`AMIGOK_FLEET_KEY` of every service under test."""

E = TypeVar("E", bound=Event)

sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]  # httpx would look for it with each request

_versions = count(1)

_key = ec.generate_private_key(ec.SECP256R1())
_jwk = jwt.algorithms.ECAlgorithm(jwt.algorithms.ECAlgorithm.SHA256).to_jwk(_key.public_key(), as_dict=True)
JWKS = {"keys": [{**_jwk, "kid": "test", "alg": "ES256", "use": "sig"}]}
"""What verifies the tokens that `token` makes."""


def at_noon(*, days: int = 0) -> None:
    """Moves the clock to noon of a day from today, in UTC: hours from any change of the date."""
    now = datetime.now(UTC)
    clock.set_offset(now.replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=days) - now)


def token(
    user_id: UUID,
    role: str = "investor",
    *,
    lifetime: timedelta = timedelta(minutes=5),
    authenticated: timedelta = timedelta(),
    amr: Sequence[str] = ("pwd",),
    key: ec.EllipticCurvePrivateKey = _key,
    typ: str = auth.TOKEN_TYPE,
    **claims: Any,
) -> str:
    """An access token as identity would issue it, signed with the tests' own key. The user authenticated so long ago.

    `dev` says since when the device is known. Another `key`, `typ` or further `claims` make one it would not issue.
    """
    now = clock.now()
    claims = {
        "iss": "amigok",
        "aud": auth.AUDIENCE,
        "sub": str(user_id),
        "sid": str(new_id()),
        "role": role,
        "iat": now,
        "exp": now + lifetime,
        "auth_time": int((now - authenticated).timestamp()),
        "amr": list(amr),
        **claims,
    }
    return jwt.encode(claims, key, algorithm="ES256", headers={"kid": "test", "typ": typ})


class Rig:
    """A running service: `await rig.http.get(...)`, `await rig.deliver(event)`, `await rig.events(HoldPlaced)`."""

    def __init__(self, service: Service, runtime: Runtime, asgi: ASGIApp, http: httpx.AsyncClient) -> None:
        self.service = service
        self.runtime = runtime
        self.asgi = asgi
        self.http = http
        self.prepared: Any = None

    @property
    def db(self) -> Database:
        return self.runtime.db

    @property
    def context(self) -> Context:
        """The context of its process."""
        return self.runtime.context

    async def request(
        self, method: str, path: str, *, user: UUID | None = None, role: str = "investor", **kwargs: Any
    ) -> httpx.Response:
        """Sends a request, as a user when one is given; a POST brings an idempotency key unless told otherwise."""
        headers = dict(kwargs.pop("headers", {}))
        if user is not None:
            headers["Authorization"] = f"Bearer {token(user, role)}"
        if method == "POST":
            headers.setdefault("Idempotency-Key", secrets.token_hex(8))
        return await self.http.request(method, path, headers=headers, **kwargs)

    async def is_known(self, user_id: UUID, **values: Any) -> UUID:
        """Lets the service know a user's standing, as identity would tell it; returns the id."""
        now = clock.now()
        told: dict[str, Any] = {
            "role": "investor",
            "status": "active",
            "verified": True,
            "kyc": "not_submitted",
            "registered_at": now - timedelta(days=365),
            "credentials_changed_at": None,
            "decides_from": now - timedelta(days=1),
            "aggregate_version": next(_versions),
        }
        async with self.db.unit_of_work() as session:
            await standing.keep(session, UserStandingChanged(user_id=user_id, **told | values))
        return user_id

    async def administrator(self) -> UUID:
        """An administrator whose decisions count."""
        return await self.is_known(new_id(), role="admin")

    async def decided(self, answer: httpx.Response, decision: str = "approved") -> httpx.Response:
        """Decides as another administrator on the proposal in an answer. Returns the answer to the decision."""
        assert answer.status_code == 202, answer.text
        path = f"/api/v1/admin/{self.service.name}/proposals/{answer.json()['id']}/decision"
        by = await self.administrator()
        return await self.request("PUT", path, user=by, role="admin", json={"decision": decision})

    async def deliver(self, *events: Event, ids: Sequence[UUID] | None = None) -> int:
        """Hands events to every subscription that consumes them, as the broker would. Returns how many were new."""
        handled = 0
        for event, event_id in zip(events, ids or [new_id() for _ in events], strict=True):
            for subscription, handlers in self.service.consumes.items():
                if any(type(event) in versions_of(handler.event) for handler in handlers):
                    handled += await self.deliver_batch(subscription, event, ids=[event_id])
        return handled

    async def deliver_batch(self, subscription: str, *events: Event, ids: Sequence[UUID] | None = None) -> int:
        """Hands events to one subscription that arrived together: they are handled in one transaction."""
        handlers = self.service.consumes[subscription]
        deliveries = [
            Delivery(_headers(event, event_id), event.model_dump_json().encode(), handlers)
            for event, event_id in zip(events, ids or [new_id() for _ in events], strict=True)
        ]
        return await inbox.deliver(self.db, self.service.queue(subscription), deliveries)

    async def events(self, kind: type[E]) -> list[E]:
        """The events of this kind that the service has emitted, as they are published, oldest first."""
        rows = await self.db.fetch(
            "SELECT position, data FROM outbox WHERE type = $1 AND version = $2 ORDER BY position",
            kind.type,
            kind.version,
        )
        return [parse(kind.type, kind.version, body(row)) for row in rows]  # type: ignore[misc]

    async def told(self, query: str = "") -> list[dict[str, Any]]:
        """The last hundred entries of the audit log, oldest first. Also verifies the whole log."""
        async with self.db.unit_of_work() as session:
            verdict = await proof.verify(session, key=self.db.data_key)
        assert not verdict.broken, verdict.broken
        path = f"/api/v1/admin/{self.service.name}/audit-log?limit=100&{query}"
        answer = await self.request("GET", path, user=new_id(), role="admin")
        assert answer.status_code == 200, answer.text
        return list(reversed(answer.json()["items"]))

    async def run_job(self, name: str) -> None:
        """Runs a job of the service now."""
        job = next(job for job in self.service.jobs if job.name == name)
        async with self.db.unit_of_work() as session:
            await session.execute(
                text(
                    "INSERT INTO scheduled_jobs (name, next_run_at) VALUES (:name, :now) "
                    "ON CONFLICT (name) DO UPDATE SET next_run_at = :now"
                ),
                {"name": name, "now": clock.now()},
            )
        assert await run_job(self.db, job)

    async def run_task(self, name: str) -> None:
        """Runs a task of the service now."""
        await next(task for task in self.service.tasks if task.name == name).run(self.context)


@asynccontextmanager
async def running(
    service: Service, *, prepare: Callable[[Rig], Awaitable[Any]] | None = None, **settings: Any
) -> AsyncIterator[Rig]:
    """Runs the API of a service in this process, on an empty database unless `database_url` names one.

    What `prepare` does is done once for all rigs that are prepared by it; what it returned is their `prepared`.
    """
    if not service.database or "database_url" in settings:
        async with _running(service, settings.pop("database_url", ""), **settings) as rig:
            yield rig
        return

    async def do(url: str) -> Any:
        async with _running(service, url, **settings) as rig:
            return await prepare(rig) if prepare else None

    async with reused(service, do if prepare else None, name=prepare) as database:
        async with _running(service, database.url, **settings) as rig:
            rig.prepared = database.prepared
            yield rig


@asynccontextmanager
async def _running(service: Service, url: str, **settings: Any) -> AsyncIterator[Rig]:
    settings.setdefault("storage_url", "memory:///")
    settings.setdefault("secret_key", SECRET_KEY)
    settings.setdefault("fleet_key", FLEET_KEY)
    settings.setdefault("require_second_factor", False)
    configured = read(Settings, environment="test", role="api", database_url=url, log_level="warning", **settings)
    telemetry.configure_logging(service.name, configured)
    with made(service, configured) as (app, asgi):
        async with app.router.lifespan_context(app):
            runtime: Runtime = app.state.runtime
            runtime.tokens.trust(JWKS)
            transport = httpx.ASGITransport(asgi)
            async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
                yield Rig(service, runtime, asgi, http)


def machine_holds(machine: Machine, take: Callable[[str, str | None], str] | None = None) -> None:
    """Tries every step of a machine in every state, and before there is anything.

    Each state must be reached. `take(action, state)` takes a step by the code of a service and returns the state after
    it: it must lead where the table says, and be refused by a `DomainError` everywhere else.
    """
    reached = _reachable(machine)
    assert reached == set(machine.states), f"unreachable: {sorted(set(machine.states) - reached)}"
    for action, state in product(machine.steps, [None, *machine.states]):
        ends = machine.ends(action, state)
        assert ends <= machine.following(state)
        if take is not None:
            _try(take, action, state, ends)
    for action, each in machine.steps.items():
        assert each.by, f"nobody may {action}"
        assert any(each.ways.values()), f"{action} leads nowhere"


def _reachable(machine: Machine) -> set[str]:
    reached: set[str] = set()
    fresh = set(machine.initial)
    while fresh:
        reached |= fresh
        fresh = {end for state in fresh for end in machine.following(state)} - reached
    return reached


def _try(take: Callable[[str, str | None], str], action: str, state: str | None, ends: frozenset[str]) -> None:
    try:
        after = take(action, state)
    except DomainError:
        assert not ends, f"{action} was refused in {state}"
    else:
        assert after in ends, f"{action} led from {state} to {after}"


def _headers(event: Event, event_id: UUID) -> HeadersType:
    return {
        "cloudEvents_id": str(event_id),
        "cloudEvents_type": event.type,
        "cloudEvents_dataversion": event.version,
        "cloudEvents_time": clock.now().isoformat(),
    }
