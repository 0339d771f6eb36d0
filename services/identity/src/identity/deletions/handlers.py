"""The services' answers."""

from amigok_chassis.service import Handler, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, producer
from amigok_contracts.deletion import DeletionChecked
from identity.deletions import service
from identity.deletions.answers import ANSWERS


def _handler(event: type[Event]) -> Handler:
    name = producer(event)

    @on(event)
    async def deletion_checked(db: UnitOfWork, event: Event) -> None:
        assert isinstance(event, DeletionChecked)
        await service.answered(db, event, service=name)

    return deletion_checked


deletions_checked = [_handler(event) for event in ANSWERS]
"""One handler for each service that is asked."""
