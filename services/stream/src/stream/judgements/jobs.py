"""When readings are judged. Any number of workers may do so at once."""

from uuid import UUID

import structlog

from amigok_chassis.context import Context
from amigok_chassis.errors import is_outage
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from stream.judgements import marks, service, silence, stale

log = structlog.get_logger()

AT_ONCE = 500
"""Sensors in one transaction."""


@task(seconds=1)
async def judge_readings(context: Context) -> None:
    """Judges what is new."""
    while max(await _take(context), await _judge(context)) >= AT_ONCE:
        pass


async def _take(context: Context) -> int:
    async with context.db.unit_of_work() as db:
        return await marks.take(db, most=AT_ONCE)


async def _judge(context: Context) -> int:
    try:
        async with context.db.unit_of_work() as db:
            return await service.judge(db, most=AT_ONCE)
    except Exception as error:
        if is_outage(error):
            raise
    async with context.db.reader() as db:
        due = await service.due(db, most=AT_ONCE)
    return sum([await _judge_one(context, sensor_id) for sensor_id in due])


async def _judge_one(context: Context, sensor_id: UUID) -> int:
    """Judges a sensor by itself, so that one that cannot be judged delays no others. It stays due."""
    try:
        async with context.db.unit_of_work() as db:
            return await service.judge(db, most=1, only=sensor_id)
    except Exception as error:
        if is_outage(error):
            raise
        log.error("judging.failed", sensor_id=str(sensor_id), error=repr(error))
        return 0


@every(10)
async def judge_silences(db: UnitOfWork) -> None:
    await silence.judge(db, most=AT_ONCE)


@every(5)
async def judge_what_changed(db: UnitOfWork) -> None:
    """Rules, equipment and the places of sensors change at any time."""
    await stale.look_again(db)
