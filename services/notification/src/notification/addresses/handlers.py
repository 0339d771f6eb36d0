"""Keeps addresses as identity says."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserContactChanged
from notification.addresses import service


@on(UserContactChanged)
async def contact_changed(db: UnitOfWork, event: UserContactChanged) -> None:
    await service.contact_changed(db, event)
