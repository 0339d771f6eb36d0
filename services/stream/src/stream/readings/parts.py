"""Makes the part of the table for a day when its first reading arrives, if the job has not done so yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from amigok_chassis.context import Context
from stream.readings.models import READINGS


@dataclass
class _Known:
    """Names of parts that are there. Those that the job drops are of days from which nothing is accepted."""

    names: set[str] = field(default_factory=set)


def _known(_: Context) -> _Known:
    return _Known()


async def ensure(context: Context, times: Iterable[datetime]) -> None:
    """Makes the parts that are missing for readings of these times, in a transaction of its own."""
    known = context.once(_known).names
    days = {moment.astimezone(UTC).date() for moment in times}
    starts = [datetime(day.year, day.month, day.day, tzinfo=UTC) for day in sorted(days)]
    missing = [start for start in starts if READINGS.part(start) not in known]
    if not missing:
        return
    async with context.db.unit_of_work() as db:
        await READINGS.make(db, missing)
    known.update(map(READINGS.part, missing))
