"""Reads standings and stores newer ones.

They follow identity within a second or two. A user who is shut out has lost all sessions before that.
"""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, any_, bindparam, select

from amigok_chassis import clock, newer
from amigok_chassis.errors import DomainError
from amigok_chassis.needs import Ahead
from amigok_chassis.standing.models import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged

_THESE = Standing.user_id == any_(bindparam("ids", type_=ARRAY(Uuid)))
_QUERY = select(Standing).where(_THESE).execution_options(populate_existing=True)
"""Asked in nearly every request: one object, so that SQLAlchemy works out its cache key once."""


class AccountInactive(DomainError):
    """This account is deactivated or deleted."""

    status, code = 403, "account_inactive"


async def keep(db: UnitOfWork, event: UserStandingChanged) -> bool:
    """Stores a standing if it is newer than the known one. Returns whether it was."""
    values = event.model_dump(exclude={"aggregate_version"}) | {"version": event.aggregate_version}
    return await newer.keep(db, Standing, values)


async def of(db: UnitOfWork, user_id: UUID) -> Standing:
    """The standing of one user."""
    return (await of_many(db, [user_id]))[user_id]


async def of_many(db: UnitOfWork, user_ids: Collection[UUID]) -> dict[UUID, Standing]:
    """The standing of each of these users, in one query."""
    known = await STANDINGS.get_all(db, user_ids)
    return {user_id: known.get(user_id) or _unheard_of(user_id) for user_id in user_ids}


async def _read(db: UnitOfWork, user_ids: Collection[UUID]) -> dict[UUID, Standing]:
    return {row.user_id: row for row in await db.scalars(_QUERY, {"ids": list(user_ids)})}


STANDINGS = Ahead(_read)
"""What batches of events about users read at once."""


async def require_active(db: UnitOfWork, user_id: UUID) -> Standing:
    """The standing of a user who may act. Raises AccountInactive."""
    standing = await of(db, user_id)
    if not standing.is_active:
        raise AccountInactive
    return standing


def _unheard_of(user_id: UUID) -> Standing:
    """The standing of a user whose token arrived before the event about them."""
    now = clock.now()
    return Standing(
        user_id=user_id,
        version=0,
        role="",
        status="active",
        verified=False,
        kyc="not_submitted",
        registered_at=now,
        credentials_changed_at=None,
        decides_from=now,
    )
