"""Escalates alarms that nobody has acknowledged in time."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from stream.alarms import service
from stream.alarms.models import Alarm


@poller(Alarm)
async def escalate_alarm(context: Context, alarm_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        await service.escalate(db, alarm_id)
