"""A service's data key: random, made once, kept in its database, sealed with the secret key of its environment.

It keys and seals whatever the service keeps secret. The secret key opens nothing but the data key, so it can be
replaced at any time: a start that is given the former one as well seals the data key anew (ADR 15).
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import CheckConstraint, Column, DateTime, LargeBinary, SmallInteger, Table, insert, select, text, update

from amigok_chassis import clock
from amigok_chassis.actor import Actor, actor
from amigok_chassis.db import Database
from amigok_chassis.sealing import seal, unseal
from amigok_chassis.settings import Settings
from amigok_chassis.tables import metadata

KEY_BYTES = 32

data_keys = Table(
    "data_keys",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

_ONE_REPLICA_AT_A_TIME = text("SELECT pg_advisory_xact_lock(20260102)")


class WrongSecretKey(ValueError):
    """The secret keys of the environment do not open the database's data key: the process must not start."""


async def unlock(db: Database, settings: Settings, *, service: str) -> None:
    """Opens the data key, made if there is none, and gives it to the database and its sessions.

    What the previous secret key had sealed is sealed with the current one. Raises WrongSecretKey.
    """
    secret, previous = settings.secret, settings.previous_secret
    if secret is None:
        raise WrongSecretKey(f"AMIGOK_SECRET_KEY is not set, and {service} has a database")
    bound = f"{service} data key"
    async with db.unit_of_work() as session:
        await session.execute(_ONE_REPLICA_AT_A_TIME)
        sealed = await session.scalar(select(data_keys.c.sealed))
        if sealed is None:
            key = os.urandom(KEY_BYTES)
            row = {"id": 1, "sealed": seal(secret, key, bound=bound), "created_at": clock.now()}
            await session.execute(insert(data_keys).values(row))
        elif (opened := _opened(secret, sealed, bound=bound)) is not None:
            key = opened
        elif previous is not None and (opened := _opened(previous, sealed, bound=bound)) is not None:
            key = opened
            await session.execute(update(data_keys).values(sealed=seal(secret, key, bound=bound)))
        else:
            raise WrongSecretKey(
                f"neither AMIGOK_SECRET_KEY nor AMIGOK_PREVIOUS_SECRET_KEY opens the data key of {service}'s database"
            )
    db.unlock(key, settings.fleet_secret)


def _opened(secret: bytes, sealed: bytes, *, bound: str) -> bytes | None:
    try:
        return unseal(secret, sealed, bound=bound)
    except ValueError:
        return None


@asynccontextmanager
async def unlocked(settings: Settings, *, service: str) -> AsyncIterator[Database]:
    """A service's database for one of its commands, with its data key. Raises WrongSecretKey."""
    db = Database(settings.database_url, pool_size=2, name=f"{service} command")
    acting = actor.set(Actor("command line"))
    try:
        await unlock(db, settings, service=service)
        yield db
    finally:
        actor.reset(acting)
        await db.close()
