"""What services answer."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import Handler, on
from amigok_contracts import Event
from identity.deletions import service


def _handler(event: type[Event]) -> Handler:
    name = event.type.split(".")[0]

    @on(event)
    async def deletion_checked(event: Any, db: AsyncSession) -> None:
        await service.answered(db, event, service=name)

    return deletion_checked


deletions_checked = [_handler(event) for event in service.answers()]
"""One for each service that is asked."""
