"""Finds users, and makes their accounts."""

from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.users.models import User


def by_email(email: str) -> Select[User]:
    """The account with this address, whatever its letter case."""
    return select(User).where(func.lower(User.email) == func.lower(email))


async def username_is_held(db: UnitOfWork, username: str) -> bool:
    """Whether somebody has verified an address with this username."""
    held = select(User.id).where(func.lower(User.username) == func.lower(username), User.email_verified_at.is_not(None))
    return await db.scalar(held) is not None


async def claimed(db: UnitOfWork, *, email: str, now: datetime, **chosen: str | None) -> tuple[User, bool]:
    """The account with this address, locked, and whether it was made just now."""
    while True:
        new = await db.scalar(
            insert(User)
            .values(id=new_id(), email=email, created_at=now, **chosen)
            .on_conflict_do_nothing()
            .returning(User.id)
        )
        user = await db.scalar(by_email(email).with_for_update())
        if user is not None:  # otherwise the account took another address in between
            return user, new is not None
