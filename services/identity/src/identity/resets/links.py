"""The link of the newest mail, one for each user. The user is locked when it changes."""

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from identity.digests import digest
from identity.resets.models import LIFETIME, PasswordReset
from identity.users.models import User


async def is_open(db: UnitOfWork, user: User) -> bool:
    """Whether the user has a valid link."""
    expires_at = await db.scalar(select(PasswordReset.expires_at).where(PasswordReset.user_id == user.id))
    return expires_at is not None and expires_at > clock.now()


async def replace(db: UnitOfWork, user: User, token: str) -> None:
    """Makes this token the only valid one."""
    values = {"token_digest": digest(token), "expires_at": clock.now() + LIFETIME}
    await db.execute(
        insert(PasswordReset)
        .values(user_id=user.id, **values)
        .on_conflict_do_update(index_elements=[PasswordReset.user_id], set_=values)
    )


async def void(db: UnitOfWork, user: User) -> None:
    """Makes the user's link void."""
    await db.execute(delete(PasswordReset).where(PasswordReset.user_id == user.id))


def user_of(token: str) -> Select[User]:
    """The active user with this valid link."""
    return (
        select(User)
        .join(PasswordReset, PasswordReset.user_id == User.id)
        .where(
            PasswordReset.token_digest == digest(token),
            PasswordReset.expires_at > clock.now(),
            User.status == "active",
        )
    )
