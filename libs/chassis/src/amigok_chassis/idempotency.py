"""A request that moves money may be sent again: its key and its answer are stored with its effect, or not at all.

Of two requests with one key, the later one violates the key's uniqueness, is rolled back whole and answers what
the first one answered. A refused request stores nothing: it may succeed with the same key when its reason is gone.

Two requests are the same when they mean the same: the body is compared as its route reads it, so the order of members,
`10.0` or `10.00`, and a default that is stated or left out make no difference.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from asyncpg.exceptions import UniqueViolationError
from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel, SecretStr
from sqlalchemy import Column, DateTime, Index, SmallInteger, Table, Text, Uuid
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Database, Statements
from amigok_chassis.errors import DomainError, driver_error
from amigok_chassis.problems import raising
from amigok_chassis.sealing import derive
from amigok_chassis.tables import metadata
from amigok_chassis.unit_of_work import UnitOfWork

keys = Table(
    "idempotency_keys",
    metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("response", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)
Index("idempotency_keys_created_at_idx", keys.c.created_at)

RETENTION_DAYS = 30

INSERT = "INSERT INTO idempotency_keys (user_id, key, fingerprint, status, response, created_at)"
"""The beginning of the insertion of a key, for use cases that are one statement."""

_STORE = f"{INSERT} VALUES ($1, $2, $3, $4, $5, $6)"
_FIND = "SELECT fingerprint, status, response FROM idempotency_keys WHERE user_id = $1 AND key = $2"


Now = Callable[[UnitOfWork, UUID], Awaitable[BaseModel]]
"""Reads the current state of something by its id."""


class IdempotencyKeyReused(DomainError):
    """This idempotency key was used for another request."""

    status, code = 422, "idempotency_key_reused"


class RepeatedIdempotencyKey(DomainError):
    """A request has one Idempotency-Key."""

    status, code = 422, "idempotency_key_repeated"


@dataclass(frozen=True)
class Once:
    """One request's key, unique for its user and bound to method, URL and body by a fingerprint."""

    db: Database
    user_id: UUID
    key: str
    fingerprint: str

    async def commit(
        self, use_case: Callable[[UnitOfWork], Awaitable[BaseModel]], *, status: int = 201, now: Now | None = None
    ) -> Response:
        """Runs the use case in a transaction that also stores its answer; answers a replay as the first time.

        With status 202 work goes on after the answer: for a replay, `now` reads the current state by the answer's `id`.
        Raises IdempotencyKeyReused, and whatever the use case raises.
        """
        assert status != 202 or now is not None, "a 202 needs `now`, for replays"
        return await self.guard(lambda: self.stored(use_case, status=status), status=status, now=now)

    async def stored(self, use_case: Callable[[UnitOfWork], Awaitable[BaseModel]], *, status: int = 201) -> str:
        """Runs the use case in a transaction that also stores its answer, in JSON. Call it inside `guard`."""
        async with self.db.unit_of_work() as db:
            answer = (await use_case(db)).model_dump_json()
            stored = (self.user_id, self.key, self.fingerprint, status, answer, clock.now())
            await (await db.connection()).exec_driver_sql(_STORE, stored)
        return answer

    async def guard(
        self, attempt: Callable[[], Awaitable[str]], *, status: int = 201, now: Now | None = None
    ) -> Response:
        """Runs what stores its JSON answer under this key. The loser of a race gets the winner's answer."""
        try:
            return Response(await attempt(), status, media_type="application/json")
        except (DomainError, IntegrityError, UniqueViolationError) as error:
            if not isinstance(error, DomainError) and not lost_race(error):
                raise
            replayed = await self._replay(now)
            if replayed is None:
                raise
            return replayed

    async def _replay(self, now: Now | None) -> Response | None:
        rows = await self.db.fetch(_FIND, self.user_id, self.key)
        if not rows:
            return None
        fingerprint, status, body = rows[0]
        if fingerprint != self.fingerprint:
            raise IdempotencyKeyReused
        if now is not None:
            async with self.db.unit_of_work() as db:
                body = (await now(db, UUID(json.loads(body)["id"]))).model_dump_json()
        return Response(body, status, media_type="application/json", headers={"Idempotency-Replayed": "true"})


def lost_race(error: BaseException) -> bool:
    """Whether a statement failed because the key was there already."""
    cause = driver_error(error)
    return isinstance(cause, UniqueViolationError) and cause.constraint_name == "idempotency_keys_pkey"


Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=8,
        max_length=200,
        pattern=r"^[\x21-\x7e]+$",
        description="Your name for this request; the same request sent again answers the same and does nothing",
    ),
]


@raising(IdempotencyKeyReused, RepeatedIdempotencyKey)
async def once(request: Request, user: CurrentUser, db: Statements, key: Key) -> Once:
    if len(request.headers.getlist("Idempotency-Key")) > 1:
        raise RepeatedIdempotencyKey
    meant = json.dumps(await _meant(request), sort_keys=True, default=_spelled)
    wanted = f"{request.method} {request.url.path}?{request.url.query}\n{meant}"
    digest = hmac.digest(derive(db.data_key, "idempotency fingerprints"), wanted.encode(), "sha256")
    return Once(db, user.id, key, digest.hex())


async def _meant(request: Request) -> Any:
    """The body as the request's route reads it; None if the route takes none or refuses it."""
    field = request.scope["route"].body_field
    body = await request.body()
    if field is None or (not body and field.field_info.is_required()):
        return None
    try:
        value, errors = field.validate(await request.json()) if body else (field.get_default(), None)
    except ValueError:
        return None
    return None if errors else field.serialize(value, mode="python")


def _spelled(value: Any) -> Any:
    """How a value without a JSON type is written in a fingerprint."""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return sorted(map(str, value)) if isinstance(value, Set) else str(value)


OnceOnly = Annotated[Once, Depends(once)]
"""For endpoints that move money: `await once.commit(lambda db: service.buy(db, ...))`."""
