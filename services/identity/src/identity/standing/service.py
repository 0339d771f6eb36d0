"""Publishes all that decides what a user may do, whole, after each change.

Identity keeps the same in its own read model, where the chassis looks up who may decide.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged
from identity.settings import Settings
from identity.users.models import User

BATCH = 500

DECIDING_ROLES = ("admin", "veterinarian")
"""The roles that decide on what others propose. Two administrators must agree before anybody gets one."""


async def announce(db: UnitOfWork, user: User) -> None:
    """Called in the transaction of the change, after the locked user has recorded it."""
    user.standing_version += 1
    event = UserStandingChanged(
        user_id=user.id,
        role=user.role,
        status=user.status,
        verified=user.email_verified,
        kyc=user.kyc_status,
        registered_at=user.created_at,
        credentials_changed_at=user.credentials_changed_at,
        decides_from=user.decides_from or user.created_at,
    )
    emit(db, event)
    await standing.keep(db, event.model_copy(update={"aggregate_version": user.standing_version}))


async def announce_again(db: UnitOfWork, *, after: UUID | None = None) -> UUID | None:
    """Publishes a batch of users again, for a new service. Returns where to continue, or None at the end."""
    users = select(User).where(User.standing_version > 0).order_by(User.id).limit(BATCH).with_for_update()
    batch = (await db.scalars(users.where(User.id > after) if after else users)).all()
    for user in batch:
        await announce(db, user)
    return batch[-1].id if len(batch) == BATCH else None


def give_role(db: UnitOfWork, user: User, role: str) -> None:
    """Gives the user a role. If it decides on what others propose, their decisions count only after a while."""
    hours = db.settings(Settings).new_decider_hours if role in DECIDING_ROLES else 0
    wait = timedelta(hours=hours)
    user.role, user.decides_from = role, clock.now() + wait
