"""What services state of their books."""

from typing import Any

from amigok_chassis.service import Handler, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, all_events, producer
from amigok_contracts.books import Books
from analytics.agreement import service


def handler(event: type[Event]) -> Handler:
    """Keeps the books that events of this class state."""
    source = producer(event)

    @on(event)
    async def books_stated(db: UnitOfWork, event: Any) -> None:
        await service.keep(db, source, event)

    return books_stated


books_stated = [handler(event) for event in all_events() if issubclass(event, Books)]
"""One for each service that states books."""
