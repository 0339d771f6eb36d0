"""Publishes how others find a user: by the verified address and by the username."""

from collections.abc import Sequence

from sqlalchemy import select

from amigok_chassis import transit
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserHandlesChanged
from identity.kyc.models import Submission
from identity.kyc.reviews import approved
from identity.users.models import User

BATCH = 500


def announce(db: UnitOfWork, user: User) -> None:
    """Called in the transaction in which the locked user verified another address or got a username for good."""
    user.handles_version += 1
    key = db.fleet_key
    emit(
        db,
        UserHandlesChanged(
            user_id=user.id,
            email_digest=transit.digest(key, "email", user.email.lower()),
            username_digest=transit.digest(key, "username", user.username.lower()),
        ),
    )


async def introduce(db: UnitOfWork) -> None:
    """Announces users who never were, for example those made by a command that has no fleet key.

    Approvals of their identity are published again, because whoever listens to handles may have missed them.
    """
    unknown = select(User).where(User.handles_version == 0, User.email_verified_at.is_not(None))
    users = (await db.scalars(unknown.order_by(User.id).limit(BATCH).with_for_update(skip_locked=True))).all()
    for user in users:
        announce(db, user)
    await _confirm_approved(db, users)


async def _confirm_approved(db: UnitOfWork, users: Sequence[User]) -> None:
    ids = [user.id for user in users if user.kyc_status == "approved"]
    found = select(Submission).where(Submission.user_id.in_(ids), Submission.status == "approved")
    for submission in (await db.scalars(found)).all() if ids else ():
        emit(db, approved(db, submission))
