"""Records what happens to accounts, and lists it."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.models import Activity
from identity.activity.schemas import ActivityOut


def note(db: UnitOfWork, *, user_id: UUID, action: str, client: Client | None = None, **details: str) -> None:
    """Adds a line to the account's log, in the transaction of what happened: no secrets, no personal data."""
    db.add(
        Activity(
            id=new_id(),
            user_id=user_id,
            action=action,
            at=clock.now(),
            address=client.address if client else None,
            user_agent=client.user_agent if client else None,
            details=details,
        )
    )


async def of(db: UnitOfWork, paging: Paging, *, user_id: UUID) -> Page[ActivityOut]:
    """What happened to an account, newest first. Raises InvalidCursor."""
    query = select(Activity).where(Activity.user_id == user_id)
    rows, cursor = await paginate(db, query, paging, key=[Activity.id])
    return Page(items=[ActivityOut.model_validate(row) for row in rows], next_cursor=cursor)
