"""What becomes of the requests for doses, as care itself publishes it, and dates of birth that are corrected."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CareCancelled, CareCompleted, CareDeclined
from amigok_contracts.farm import LivestockParticularsChanged
from care.animals.locks import ANIMALS
from care.plans import planning, requesting


@on(CareCompleted)
async def completed(db: UnitOfWork, event: CareCompleted) -> None:
    await requesting.end(db, event.request_id)


@on(CareCancelled)
async def cancelled(db: UnitOfWork, event: CareCancelled) -> None:
    await requesting.end(db, event.request_id)


@on(CareDeclined)
async def declined(db: UnitOfWork, event: CareDeclined) -> None:
    await requesting.end(db, event.request_id)


@on(LivestockParticularsChanged, locks=[ANIMALS.of("livestock_id")])
async def particulars_changed(db: UnitOfWork, event: LivestockParticularsChanged) -> None:
    await planning.plan_anew(db, event.livestock_id)
