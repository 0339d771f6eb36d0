"""By what identity knows users, and who is to be forgotten."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserHandlesChanged, UserStandingChanged
from wallet.recipients import service


@on(UserHandlesChanged)
async def user_handles_changed(db: UnitOfWork, event: UserHandlesChanged) -> None:
    await service.keep(
        db,
        event.user_id,
        version=event.aggregate_version,
        email_digest=event.email_digest,
        username_digest=event.username_digest,
    )


@on(UserStandingChanged)
async def user_deleted(db: UnitOfWork, event: UserStandingChanged) -> None:
    if event.status == "deleted":
        await service.forget(db, event.user_id)
