"""What services answer."""

from typing import Any

from amigok_chassis.service import Handler, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from identity.deletions import service


def _handler(event: type[Event]) -> Handler:
    name = event.type.split(".")[0]

    @on(event)
    async def deletion_checked(db: UnitOfWork, event: Any) -> None:
        await service.answered(db, event, service=name)

    return deletion_checked


deletions_checked = [_handler(event) for event in service.answers()]
"""One for each service that is asked."""
