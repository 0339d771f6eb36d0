"""The register over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from farm.entries.service import once
from farm.livestock.lifecycle import MOVEMENTS
from farm.movements import queries, service
from farm.movements.schemas import MoveIn, MovementOut, RecordedMovementOut

router = APIRouter(prefix="/api/v1", tags=["movements"])

_movers = Depends(requires(*sorted(MOVEMENTS.steps["moved"].by)))


@router.get("/livestock/{livestock_id}/movements")
async def list_movements(
    livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader
) -> Page[RecordedMovementOut] | Page[MovementOut]:
    """Lists the movements of an animal, newest first, for its owner and the farm's people.

    403 `forbidden`, 404 `livestock_not_found`.
    """
    return await queries.register_of(db, page, livestock_id, viewer=me)


@router.post(
    "/admin/livestock/{livestock_id}/move", dependencies=[Depends(requires(*sorted(MOVEMENTS.steps["moved"].by)))]
)
async def move_livestock(livestock_id: UUID, body: MoveIn, me: CurrentUser, db: Session) -> MovementOut:
    """Moves an animal to another farm.

    403 `own_animal`; 404 `livestock_not_found`; 409 `illegal_movement`, `in_quarantine`, `already_there`,
    `moved_meanwhile`, `farm_full`, `client_id_reused`; 422 `unknown_farm`.
    """
    return await once(
        db,
        "move",
        livestock_id,
        body,
        by=me,
        show=queries.movement,
        record=lambda: service.move(db, livestock_id, **body.values, by=me.id),
    )
