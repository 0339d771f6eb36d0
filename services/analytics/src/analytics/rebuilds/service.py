"""Makes the facts anew from the archive, compares them with those that are there, and puts them in their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog
from asyncpg import Record

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.patience import until
from analytics.archives.service import all_events
from analytics.engine import Engine, engine_of, schema
from analytics.facts.blocks import mark, write

log = structlog.get_logger()

LEASE = timedelta(minutes=25)
"""Longer than two checksums of a table may take."""
CHECKING, CHECKING_BYTES = 600, 1_000_000_000
"""Seconds and memory for the checksum of one table."""
# Not leased, or no longer: `attempts` is 0 between two turns of the poller.
_TAKE = """
    UPDATE loads SET due_at = greatest(due_at, $1) + $2::interval, attempts = 1
    WHERE attempts = 0 OR due_at <= $1 RETURNING due_at
"""
_RENEW = "UPDATE loads SET due_at = $1, attempts = $2"
_POSITION = "SELECT position FROM loads"


@dataclass(frozen=True)
class Compared:
    """A table as it is and as it follows from the archive: how many rows, and a sum over all that is in them."""

    table: str
    live: tuple[int, int]
    rebuilt: tuple[int, int]

    @property
    def is_equal(self) -> bool:
        return self.live == self.rebuilt


async def rebuild(context: Context, *, accept: bool = False) -> list[Compared]:
    """Makes all facts anew beside those that are there. Returns how they compare.

    Where both are equal, or a difference is accepted, the new ones take their place. Nothing is loaded meanwhile:
    what arrives waits in the database.
    """
    ahead = await _reserve(context)
    try:
        live = engine_of(context)
        shadow = live.of(f"{live.database}_shadow")
        await schema.make(live)
        await _fill(context, shadow, ahead)
        compared = [await _compare(context, table, live, shadow, ahead) for table in schema.tables()]
        if accept or all(each.is_equal for each in compared):
            await _swap(live, shadow)
        return compared
    finally:
        await context.db.fetch(_RENEW, clock.now() + ahead, 0)


async def _reserve(context: Context) -> timedelta:
    """Takes the place of the poller that loads facts, as soon as it has ended its turn.

    Returns how far the clock of the workers is ahead of this command's, which nobody tells where it was moved.
    """

    async def lease() -> Sequence[Record]:
        rows: Sequence[Record] = await context.db.fetch(_TAKE, clock.now(), LEASE)
        return rows

    (row,) = await until(lease)
    ahead: timedelta = row["due_at"] - LEASE - clock.now()
    return max(ahead, timedelta())


async def _fill(context: Context, shadow: Engine, ahead: timedelta) -> None:
    await shadow.drop_database()
    await schema.make(shadow)
    (row,) = await context.db.fetch(_POSITION)
    async for events in all_events(context, until=row["position"]):
        await write(shadow, events)
        await _renew(context, ahead)
    await mark(shadow, row["position"])


async def _compare(context: Context, table: str, live: Engine, shadow: Engine, ahead: timedelta) -> Compared:
    await _renew(context, ahead)
    return Compared(table, await checksum(live, table), await checksum(shadow, table))


async def _renew(context: Context, ahead: timedelta) -> None:
    await context.db.fetch(_RENEW, clock.now() + ahead + LEASE, 1)


async def checksum(engine: Engine, table: str) -> tuple[int, int]:
    """How many facts a table has, and a sum over their contents that does not depend on any order."""
    sql = f"SELECT count() AS count, sum(cityHash64(tuple(*))) AS sum FROM {table} FINAL"
    (row,) = await engine.within(seconds=CHECKING, memory=CHECKING_BYTES).query(sql)
    return row["count"], row["sum"]


async def _swap(live: Engine, shadow: Engine) -> None:
    """Each table at once by itself; a figure that is computed right now may read tables of both, which are equal."""
    for table in schema.tables():
        await live.execute(f"EXCHANGE TABLES {live.database}.{table} AND {shadow.database}.{table}")
    await shadow.drop_database()
    log.info("facts.rebuilt")
