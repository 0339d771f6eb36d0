"""What becomes of requests, as care itself publishes it: emergencies follow. Events may come twice, in any order."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CareCancelled, CareCompleted, CareRequested, CareScheduled, CareStarted
from amigok_contracts.care_visits import CareUnscheduled
from care.emergencies import service
from care.requests.locks import REQUESTS

_REQUEST = [REQUESTS.of("request_id")]


@on(CareRequested, match={"emergency": True}, locks=_REQUEST)
async def requested(db: UnitOfWork, event: CareRequested) -> None:
    await service.raise_emergency(db, event.request_id)


@on(CareScheduled, locks=_REQUEST)
async def scheduled(db: UnitOfWork, event: CareScheduled) -> None:
    await service.follow(db, event.request_id)


@on(CareUnscheduled, locks=_REQUEST)
async def unscheduled(db: UnitOfWork, event: CareUnscheduled) -> None:
    await service.follow(db, event.request_id)


@on(CareStarted, locks=_REQUEST)
async def started(db: UnitOfWork, event: CareStarted) -> None:
    await service.follow(db, event.request_id)


@on(CareCompleted, locks=_REQUEST)
async def completed(db: UnitOfWork, event: CareCompleted) -> None:
    await service.follow(db, event.request_id)


@on(CareCancelled, locks=_REQUEST)
async def cancelled(db: UnitOfWork, event: CareCancelled) -> None:
    await service.follow(db, event.request_id)
