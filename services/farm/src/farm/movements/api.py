"""The register over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.farms.errors import FarmFull, UnknownFarm
from farm.livestock.errors import IllegalMovement, LivestockNotFound
from farm.livestock.lifecycle import MOVEMENTS
from farm.movements import queries, service
from farm.movements.errors import AlreadyThere, NotThere, Quarantined
from farm.movements.schemas import MoveIn, MovementOut, RecordedMovementOut
from farm.ownership.errors import OwnAnimal

router = APIRouter(prefix="/api/v1")

_movers = Depends(requires(*sorted(MOVEMENTS.steps["moved"].by)))


@router.get("/livestock/{livestock_id}/movements", responses=problems(Forbidden, LivestockNotFound))
async def list_movements(
    livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader
) -> Page[RecordedMovementOut] | Page[MovementOut]:
    """Lists the movements of an animal, newest first, for its owner and the farm's people."""
    return await queries.register_of(db, page, livestock_id, viewer=me)


@router.post(
    "/admin/livestock/{livestock_id}/move",
    dependencies=[Depends(requires(*sorted(MOVEMENTS.steps["moved"].by)))],
    responses=problems(
        OwnAnimal,
        LivestockNotFound,
        AlreadyThere,
        ClientIdReused,
        FarmFull,
        IllegalMovement,
        Quarantined,
        NotThere,
        UnknownFarm,
    ),
)
async def move_livestock(livestock_id: UUID, body: MoveIn, me: CurrentUser, db: Session) -> MovementOut:
    """Moves an animal to another farm."""
    return await once(
        db,
        "move",
        livestock_id,
        body,
        by=me,
        show=queries.movement,
        record=lambda: service.move(db, livestock_id, **body.values, by=me.id),
    )
