"""Keeps the last second factor of whoever must have one."""

from sqlalchemy import func, select

from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.authenticators.models import Totp
from identity.passkeys.errors import LastFactor
from identity.passkeys.models import Passkey
from identity.users.models import User


async def refuse_last(db: UnitOfWork, user: User, *, config: Settings) -> None:
    """Called before an app or a passkey of the locked user is removed.

    Raises LastFactor when administrators need a second factor and this is an administrator's only one.
    """
    if not (config.require_second_factor and user.role == "admin"):
        return
    apps = select(func.count()).where(Totp.user_id == user.id, Totp.confirmed_at.is_not(None))
    passkeys = select(func.count()).where(Passkey.user_id == user.id)
    if (await db.scalar(select(apps.scalar_subquery() + passkeys.scalar_subquery())) or 0) <= 1:
        raise LastFactor
