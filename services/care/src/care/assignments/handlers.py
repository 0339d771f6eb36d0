"""What becomes of requests, as care itself publishes it: what is assigned goes on with one that a sale renews."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CareRequested
from care.assignments import service


@on(CareRequested, match={"origin": "admin"})
async def requested(db: UnitOfWork, event: CareRequested) -> None:
    await service.follow(db, event.request_id)
