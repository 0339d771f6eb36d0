"""A request that moves money may be sent again: its key and its answer are stored with its effect, or not at all.

Of two requests with one key, the later one violates the key's uniqueness, is rolled back whole and answers what
the first one answered. A refused request stores nothing: it may succeed with the same key when its reason is gone.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated
from uuid import UUID

from asyncpg.exceptions import UniqueViolationError
from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel
from sqlalchemy import Column, DateTime, Index, SmallInteger, Table, Text, Uuid, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Database, Statements
from amigok_chassis.errors import DomainError, driver_error
from amigok_chassis.tables import metadata

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
"""How a statement that does all by itself begins the insertion of its key."""

_FIND = "SELECT fingerprint, status, response FROM idempotency_keys WHERE user_id = $1 AND key = $2"


class IdempotencyKeyReused(DomainError):
    """This idempotency key was used for another request."""

    status, code = 422, "idempotency_key_reused"


@dataclass(frozen=True)
class Once:
    """One request's key, unique for its user and bound to method, path and body by a fingerprint."""

    db: Database
    user_id: UUID
    key: str
    fingerprint: str

    async def commit(self, use_case: Callable[[AsyncSession], Awaitable[BaseModel]], *, status: int = 201) -> Response:
        """Runs the use case in a transaction that also stores its answer; answers a replay as the first time.

        Raises IdempotencyKeyReused, and whatever the use case raises.
        """

        async def attempt() -> str:
            async with self.db.unit_of_work() as db:
                answer = (await use_case(db)).model_dump_json()
                await db.flush()
                await db.execute(
                    insert(keys).values(
                        user_id=self.user_id, key=self.key, fingerprint=self.fingerprint,
                        status=status, response=answer, created_at=clock.now(),
                    )
                )  # fmt: skip
            return answer

        return await self.guard(attempt, status=status)

    async def guard(self, attempt: Callable[[], Awaitable[str]], *, status: int = 201) -> Response:
        """Runs what stores its JSON answer under this key by itself; the loser of a race gets the winner's answer."""
        try:
            return Response(await attempt(), status, media_type="application/json")
        except (DomainError, IntegrityError, UniqueViolationError) as error:
            if not isinstance(error, DomainError) and not lost_race(error):
                raise
            replayed = await self._replay()
            if replayed is None:
                raise
            return replayed

    async def _replay(self) -> Response | None:
        rows = await self.db.fetch(_FIND, self.user_id, self.key)
        if not rows:
            return None
        fingerprint, status, body = rows[0]
        if fingerprint != self.fingerprint:
            raise IdempotencyKeyReused
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


async def _once(request: Request, user: CurrentUser, db: Statements, key: Key) -> Once:
    digest = sha256(f"{request.method} {request.url.path}\n".encode() + await request.body())
    return Once(db, user.id, key, digest.hexdigest())


OnceOnly = Annotated[Once, Depends(_once)]
"""For endpoints that move money: `await once.commit(lambda db: service.buy(db, ...))`."""
