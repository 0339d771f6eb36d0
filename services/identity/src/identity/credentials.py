"""Tells the fleet that somebody signs in differently from now on."""

from typing import Literal

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserCredentialsChanged
from identity.models import User
from identity.standing import service as standing

Credential = Literal["password", "email", "phone", "second_factor", "passkey"]


async def changed(db: UnitOfWork, user: User, what: Credential) -> None:
    """Called in the transaction of the change, after the locked user has taken note of it."""
    assert user.credentials_changed_at is not None
    emit(db, UserCredentialsChanged(user_id=user.id, what=what, changed_at=user.credentials_changed_at))
    await standing.announce(db, user)
