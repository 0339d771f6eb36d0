"""Six digits sent to an address or number. Only the newest code of a user is valid."""

from datetime import datetime, timedelta
from math import ceil
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from identity.codes.errors import TooManyMessages
from identity.codes.models import Challenge

HOURLY = 5
"""How many codes a user may have sent each hour, wherever to. With five attempts each, guessing is hopeless."""

WINDOW = timedelta(hours=1)

C = TypeVar("C", bound=Challenge)


async def newest(db: UnitOfWork, kind: type[C], *, user_id: UUID, now: datetime) -> C | None:
    """The newest code of a user whose row is locked, if it has not expired."""
    found: C | None = await db.scalar(select(kind).where(kind.user_id == user_id).order_by(kind.id.desc()).limit(1))
    return found if found is not None and now < found.expires_at else None


async def refuse_too_many(db: UnitOfWork, kind: type[Challenge], *, user_id: UUID, now: datetime) -> None:
    """Raises TooManyMessages when the user, whose row is locked, was sent five codes in the last hour."""
    fifth = await db.scalar(
        select(kind.created_at)
        .where(kind.user_id == user_id, kind.created_at > now - WINDOW)
        .order_by(kind.id.desc())
        .offset(HOURLY - 1)
        .limit(1)
    )
    if fifth is not None:
        raise TooManyMessages(retry_after=ceil((fifth + WINDOW - now).total_seconds()))
