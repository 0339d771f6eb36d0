"""Who may change a user's account: administrators, one at a time, of whom one always stays."""

from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis.errors import Unauthenticated
from amigok_chassis.unit_of_work import UnitOfWork
from identity.administrators.errors import LastAdministrator, UserDeleted, UserNotFound
from identity.users.models import User

LOCK = 7305012
"""The advisory lock of changes of role and status. The trigger `keep_an_administrator` takes it, too."""

_ONE_AT_A_TIME = text(f"SELECT pg_advisory_xact_lock({LOCK})")


async def only_administrators(db: UnitOfWork, by: UUID) -> None:
    """Waits for other administrators' changes. Raises Unauthenticated when one of them took the role away."""
    await db.execute(_ONE_AT_A_TIME)
    actor = await db.get(User, by)
    if actor is None or not actor.administers:
        raise Unauthenticated("You are not an administrator any more.")


async def found(db: UnitOfWork, user_id: UUID, *, by: UUID) -> User:
    """The user, locked, for an administrator. Raises UserNotFound, Unauthenticated."""
    await only_administrators(db, by)
    user = await db.get(User, user_id, with_for_update={"key_share": True}, populate_existing=True)
    if user is None:
        raise UserNotFound
    return user


async def locked(db: UnitOfWork, user_id: UUID, *, by: UUID) -> User:
    """The user, locked, so that a login under way waits. Raises UserNotFound, UserDeleted, Unauthenticated."""
    user = await found(db, user_id, by=by)
    if user.status == "deleted":
        raise UserDeleted
    return user


async def keep_an_administrator(db: UnitOfWork, user: User) -> None:
    """Raises LastAdministrator when this user is the only administrator."""
    if not user.administers:
        return
    others = select(User.id).where(
        User.role == "admin", User.status == "active", User.email_verified_at.is_not(None), User.id != user.id
    )
    if await db.scalar(others.limit(1)) is None:
        raise LastAdministrator
