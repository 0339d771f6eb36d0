"""What becomes of the requests for doses, as care itself publishes it."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CareCancelled, CareCompleted, CareDeclined
from care.plans import requesting


@on(CareCompleted)
async def completed(db: UnitOfWork, event: CareCompleted) -> None:
    await requesting.end(db, event.request_id)


@on(CareCancelled)
async def cancelled(db: UnitOfWork, event: CareCancelled) -> None:
    await requesting.end(db, event.request_id)


@on(CareDeclined)
async def declined(db: UnitOfWork, event: CareDeclined) -> None:
    await requesting.end(db, event.request_id)
