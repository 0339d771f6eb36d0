"""Keeps events as they come: once each, before they are acknowledged."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, text
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.batches import Limits, Message
from amigok_chassis.context import Context
from amigok_chassis.inbox import claim
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.arrivals.models import Arrival, Heard
from analytics.arrivals.reading import Arrived, arrived
from analytics.pseudonyms.service import give

FIREHOSE = "events"
QUEUE = f"analytics.{FIREHOSE}"
LIMITS = Limits(longest=16_000_000, count=1000, size=4_000_000)

COLUMNS = [*Arrived._fields, "arrived_at", "day"]

LAST = text("SELECT pg_advisory_xact_lock(20261130)")
"""Until the commit nothing else gets a position, and no day ends."""

_DAY = text("""
    SELECT greatest(
        CAST(:today AS date), (SELECT max(day) FROM arrivals), (SELECT max(day) + 1 FROM archive_days)
    )
""")
"""A later position has no earlier day, and no day that has ended, whatever clocks say."""


async def take_in(context: Context, messages: Sequence[Message]) -> None:
    """Keeps what is new of these events. Repeating the call has no further effect.

    Raises LookupError or ValueError when one is none, or is too long to have come whole.
    """
    events = {each.event_id: each for each in (arrived(message, QUEUE, LIMITS.longest) for message in messages)}
    async with context.db.unit_of_work() as db:
        fresh = await claim(db, QUEUE, sorted(events))
        await store(db, [event for event_id, event in events.items() if event_id in fresh])


async def note_emptied(context: Context, at: datetime) -> None:
    """Notes that all that was published before a moment has arrived."""
    noted = insert(Heard).values(id=1, until=at)
    later = func.greatest(Heard.until, noted.excluded.until)
    async with context.db.unit_of_work() as db:
        await db.execute(noted.on_conflict_do_update(index_elements=["id"], set_={"until": later}))


async def store(db: UnitOfWork, events: Sequence[Arrived]) -> None:
    """Adds events after all that are there."""
    if not events:
        return
    names = await give(db, set().union(*(event.people for event in events)))
    rows = [event.without_people(names) for event in events]
    await db.execute(LAST)  # nothing appears later before a position that was read
    now = clock.now()
    day = await db.scalar(_DAY, {"today": now.date()})
    raw = await (await db.connection()).get_raw_connection()
    driver = raw.driver_connection
    assert driver is not None
    records = [(*row, now, day) for row in rows]
    await driver.copy_records_to_table(Arrival.__tablename__, records=records, columns=COLUMNS)
