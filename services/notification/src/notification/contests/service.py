"""Keeps what contests are called, and who takes part."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import newer
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import ContestChanged, ContestOpened, EntryAdmitted, EntryRefused, EntryWithdrawn
from notification.contests.models import Contest, Entrant


async def keep(db: UnitOfWork, event: ContestOpened | ContestChanged) -> None:
    """Keeps what a contest is called, if this is newer than what is known."""
    await newer.keep(db, Contest, {"id": event.contest_id, "version": event.aggregate_version, "title": event.title})


async def keep_entry(db: UnitOfWork, event: EntryAdmitted | EntryRefused | EntryWithdrawn, *, left: bool) -> None:
    """Keeps whether an entry is in its contest, if this is newer than what is known."""
    told = {"contest_id": event.contest_id, "user_id": event.owner_id, "left": left}
    await newer.keep(db, Entrant, {"entry_id": event.entry_id, "version": event.aggregate_version, **told})


async def entrants(db: UnitOfWork, contest_id: UUID) -> list[UUID]:
    """Returns who has an animal in a contest."""
    query = select(Entrant.user_id).distinct().where(Entrant.contest_id == contest_id, Entrant.left.is_(False))
    return list(await db.scalars(query))
