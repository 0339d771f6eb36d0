"""The handlers, made from the table: a subscription for each service that publishes."""

from collections import defaultdict

from amigok_chassis.service import Handler
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, producer
from notification.hearing import service
from notification.kinds.kind import Kind
from notification.kinds.table import KINDS


def _handler(kind: Kind, event: type[Event]) -> Handler:
    async def hear(db: UnitOfWork, heard: Event) -> None:
        await service.hear(db, kind, heard)

    hear.__qualname__ = kind.name
    return Handler(event, hear, match=kind.match)


def _by_producer() -> dict[str, list[Handler]]:
    found = defaultdict(list)
    for kind in KINDS.values():
        if kind.event is not None:
            found[f"news_of_{producer(kind.event)}"].append(_handler(kind, kind.event))
    return dict(found)


HANDLERS = _by_producer()
