"""Tells the other services that a user signs in differently from now on."""

from datetime import datetime
from typing import Literal

import structlog

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserCredentialsChanged
from identity.standing import service as standing
from identity.users.models import User

log = structlog.get_logger()

Credential = Literal["password", "email", "phone", "second_factor", "passkey"]


async def changed(db: UnitOfWork, user: User, what: Credential) -> None:
    """Called in the transaction of the change, after the locked user has recorded it."""
    assert user.credentials_changed_at is not None
    emit(db, UserCredentialsChanged(user_id=user.id, what=what, changed_at=user.credentials_changed_at))
    await standing.announce(db, user)


async def factor_changed(db: UnitOfWork, user: User, what: Literal["second_factor", "passkey"], now: datetime) -> None:
    """Called in the transaction in which a factor of the locked user was added, replaced or removed."""
    user.credentials_changed_at = now
    await changed(db, user, what)
    log.info("user.factor_changed", user_id=user.id)
