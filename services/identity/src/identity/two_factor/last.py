"""Who has to have a second factor keeps one."""

from sqlalchemy import func, select

from amigok_chassis.unit_of_work import UnitOfWork
from identity.models import User
from identity.passkeys.models import Passkey
from identity.site import Site
from identity.two_factor.errors import LastFactor
from identity.two_factor.models import Totp


async def refuse_last(db: UnitOfWork, user: User, *, site: Site) -> None:
    """Called before an app or a passkey of the locked user is taken away.

    Raises LastFactor when it is all that an administrator has, where administrators need one.
    """
    if not (site.second_factor_required and user.role == "admin"):
        return
    apps = select(func.count()).where(Totp.user_id == user.id, Totp.confirmed_at.is_not(None))
    passkeys = select(func.count()).where(Passkey.user_id == user.id)
    if (await db.scalar(select(apps.scalar_subquery() + passkeys.scalar_subquery())) or 0) <= 1:
        raise LastFactor
