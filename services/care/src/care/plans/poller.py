"""Works on planned doses that are to be requested or reminded of."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from care.plans import requesting
from care.plans.models import Entry


@poller(Entry)
async def request_vaccination(context: Context, entry_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        await requesting.proceed(db, entry_id)
