"""The stock of medicines over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import FarmPeople, OtherFarm
from care.batches import queries, service
from care.batches.errors import BatchNotFound, BatchRecalledAlready, OtherExpiry, StockReserved
from care.batches.schemas import BatchIn, BatchMovementOut, BatchOut, CountIn, RecipientOut
from care.medicines.errors import MedicineNotFound

router = APIRouter(prefix="/api/v1/staff")
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@router.post(
    "/medicine-batches",
    status_code=201,
    response_model=BatchOut,
    responses=problems(OtherFarm, MedicineNotFound, OtherExpiry, BatchRecalledAlready),
)
async def receive_batch(body: BatchIn, me: FarmPeople, once: OnceOnly) -> Response:
    """Adds what was delivered of a batch to the stock. Farm staff do so at their own farm."""
    return await once.commit(lambda db: service.receive(db, body, by=me))


@router.get("/medicine-batches", responses=problems(OtherFarm))
async def list_batches(
    me: FarmPeople,
    page: PageRequest,
    db: Reader,
    farm_id: Annotated[UUID | None, Query(description="Without it: the central store")] = None,
    medicine_id: Annotated[UUID | None, Query()] = None,
) -> Page[BatchOut]:
    """Lists the batches at a place, what expires first in front."""
    return await queries.batches_at(db, page, farm_id=farm_id, medicine_id=medicine_id, by=me)


@router.post(
    "/medicine-batches/{batch_id}/count",
    responses=problems(BatchNotFound, OtherFarm, VersionConflict, StockReserved),
)
async def count_batch(batch_id: UUID, body: CountIn, me: FarmPeople, db: Session) -> BatchOut:
    """Sets what is there of a batch to what was counted."""
    return await service.count(db, batch_id, body, by=me)


@router.get("/medicine-batches/{batch_id}/movements", responses=problems(BatchNotFound, OtherFarm))
async def list_batch_movements(batch_id: UUID, me: FarmPeople, page: PageRequest, db: Reader) -> Page[BatchMovementOut]:
    """Lists all that moved of a batch, latest first."""
    return await queries.movements_of(db, page, batch_id, by=me)


@admin.post("/medicine-batches/{batch_id}/recall", responses=problems(BatchNotFound))
async def recall_batch(batch_id: UUID, db: Session) -> BatchOut:
    """Recalls a batch at every place: nothing more of it is dispensed."""
    return await service.recall(db, batch_id)


@admin.get("/medicine-batches/{batch_id}/recipients", responses=problems(BatchNotFound))
async def list_batch_recipients(batch_id: UUID, page: PageRequest, db: Reader) -> Page[RecipientOut]:
    """Lists the animals for which some of a batch was dispensed, and who owns them, latest first."""
    return await queries.recipients_of(db, page, batch_id)
