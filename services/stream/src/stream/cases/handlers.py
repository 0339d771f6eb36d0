"""What care says of who comes. The events of one request come in order; a case that has ended never opens again."""

from collections.abc import Awaitable, Callable
from typing import Any

from amigok_chassis.service import Handler
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.care import CareCancelled, CareCompleted, CareDeclined, CareScheduled, CareStarted
from amigok_contracts.care_visits import (
    CareEmergencyEscalated,
    CareEmergencyRaised,
    CareEmergencyTaken,
    CareEmergencyUnanswered,
    CareHandedOver,
    CareUnscheduled,
)
from stream.cases import service
from stream.cases.service import CASES


async def somebody_comes(db: UnitOfWork, event: Any) -> None:
    """Somebody comes or, for an emergency, is asked to: they look at the animal before they answer."""
    await service.give(db, event.request_id, event.livestock_id, event.veterinarian_id)


async def nobody_answers(db: UnitOfWork, event: CareEmergencyUnanswered) -> None:
    await service.give(db, event.request_id, event.livestock_id, None)


async def somebody_stays_away(db: UnitOfWork, event: CareUnscheduled) -> None:
    await service.take_from(db, event.request_id, event.veterinarian_id)


async def ended(db: UnitOfWork, event: Any) -> None:
    await service.close(db, event.request_id, event.livestock_id)


_WHAT_FOLLOWS: dict[type[Event], Callable[[UnitOfWork, Any], Awaitable[None]]] = {
    CareScheduled: somebody_comes,
    CareStarted: somebody_comes,
    CareHandedOver: somebody_comes,
    CareUnscheduled: somebody_stays_away,
    CareEmergencyRaised: somebody_comes,
    CareEmergencyEscalated: somebody_comes,
    CareEmergencyTaken: somebody_comes,
    CareEmergencyUnanswered: nobody_answers,
    CareCompleted: ended,
    CareCancelled: ended,
    CareDeclined: ended,
}
HANDLERS = [Handler(event, run, (CASES.of("request_id"),)) for event, run in _WHAT_FOLLOWS.items()]
