"""Works on visits whose veterinarian cannot come."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from care.bookings import displacing
from care.bookings.models import Displacement


@poller(Displacement)
async def replace_veterinarian(context: Context, request_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        await displacing.replace(db, request_id)
