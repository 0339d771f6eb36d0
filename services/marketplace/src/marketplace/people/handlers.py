"""Identity's events about users."""

from uuid import UUID

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted, UserDeletionRequested, UserStandingChanged
from marketplace.orders import deliveries
from marketplace.people import service
from marketplace.people.locks import LISTINGS_AT_STAKE, PENDING_ORDERS


def _inactive(event: UserStandingChanged) -> set[UUID]:
    return set() if event.status == "active" else {event.user_id}


@on(UserStandingChanged, locks=[PENDING_ORDERS.by(_inactive), LISTINGS_AT_STAKE.by(_inactive)])
async def standing_changed(db: UnitOfWork, event: UserStandingChanged) -> None:
    """An active one needs no locks, and takes none: if it is late, what shut the user out was followed before."""
    if event.status != "active":
        await service.follow(db, event.user_id)


@on(UserDeletionRequested, locks=[PENDING_ORDERS.of("user_id"), LISTINGS_AT_STAKE.of("user_id")])
async def deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await service.check_deletion(db, request_id=event.request_id, user_id=event.user_id)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await deliveries.forget(db, event.user_id)
