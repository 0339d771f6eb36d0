"""Shuts users out, and lets them in again."""

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeactivated, UserReactivated
from identity.administrators.records import state_of
from identity.administrators.service import keep_an_administrator
from identity.invitations import service as invitations
from identity.sessions import ending
from identity.standing import service as standing
from identity.users.models import User


async def reactivate(db: UnitOfWork, user: User) -> None:
    """Lets the locked user in again."""
    user.become("active")
    emit(db, UserReactivated(**state_of(user)))
    await standing.announce(db, user)


async def deactivate(db: UnitOfWork, user: User, *, reason: str | None) -> None:
    """Shuts the locked user out: sessions end, links are void, and no login works. Raises LastAdministrator."""
    await keep_an_administrator(db, user)
    user.become("deactivated", reason)
    emit(db, UserDeactivated(**state_of(user)))
    await standing.announce(db, user)
    await ending.end_all(db, user_id=user.id)
    await invitations.void(db, user)
