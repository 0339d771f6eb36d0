"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from notification.stream.models import Entry, Ticket
from notification.stream.reading import KEPT_FOR


@every(60)
async def forget_entries(db: UnitOfWork) -> None:
    """Deletes old entries, in bounded batches. Who resumes from before them is told to read anew."""
    await housekeeping.forget(db, Entry.created_at, older_than=KEPT_FOR)


@every(60)
async def forget_tickets(db: UnitOfWork) -> None:
    """Deletes expired tickets, in bounded batches."""
    await housekeeping.forget(db, Ticket.expires_at, older_than=timedelta())
