"""What is kept of a user goes when they are deleted; what was written meanwhile is swept every hour."""

from typing import Any

from sqlalchemy import delete, inspect, select

from amigok_chassis.housekeeping import BATCH
from amigok_chassis.service import Handler, Job, on
from amigok_chassis.standing import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted


def forgets(model: Any) -> Handler:
    """Deletes the rows of a table that are a deleted user's, by its column `user_id`."""

    async def forget(db: UnitOfWork, event: UserDeleted) -> None:
        await db.execute(delete(model).where(model.user_id == event.user_id))

    return on(UserDeleted)(forget)


def sweeps(model: Any) -> Job:
    """Deletes rows of users who are deleted, in bounded batches."""

    async def sweep(db: UnitOfWork) -> None:
        (key, *_) = inspect(model).primary_key
        deleted = select(Standing.user_id).where(Standing.status == "deleted")
        left = select(key).where(model.user_id.in_(deleted)).limit(BATCH)
        await db.execute(delete(model).where(key.in_(left)))

    return Job(f"sweep_{model.__tablename__}", 3600, sweep)
