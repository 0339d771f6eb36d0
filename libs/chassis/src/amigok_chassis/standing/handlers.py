"""The handler that a service lists in its subscription to users."""

from amigok_chassis.proposals import service as proposals
from amigok_chassis.service import on
from amigok_chassis.standing import service as standing
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged


@on(UserStandingChanged)
async def standing_changed(db: UnitOfWork, event: UserStandingChanged) -> None:
    if await standing.keep(db, event) and event.status == "deleted":
        await proposals.forget(db, event.user_id)
