"""Escalates emergencies whose veterinarian has not answered in time."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import Backoff, poller
from care.emergencies import service
from care.emergencies.models import Emergency


@poller(Emergency, backoff=Backoff(longest=timedelta(seconds=30)))
async def escalate_emergency(context: Context, request_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        await service.escalate(db, request_id)
