"""Keeps and forgets addresses as identity says."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserContactChanged, UserDeleted
from notification.addresses import service


@on(UserContactChanged)
async def contact_changed(db: UnitOfWork, event: UserContactChanged) -> None:
    await service.contact_changed(db, event)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await service.forget(db, event.user_id)
