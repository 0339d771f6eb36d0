"""Deaths over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from farm.deaths import service
from farm.deaths.models import DEATHS
from farm.deaths.schemas import ConfirmationIn, DeathIn, DeathOut
from farm.entries.service import once

router = APIRouter(prefix="/api/v1", tags=["deaths"])

_reporters = Depends(requires(*sorted(DEATHS.steps["report"].by)))
_confirmers = Depends(requires(*sorted(DEATHS.steps["confirm"].by)))


@router.post("/livestock/{livestock_id}/death", status_code=201, dependencies=[_reporters])
async def report_death(livestock_id: UUID, body: DeathIn, me: CurrentUser, db: Session) -> DeathOut:
    """Reports that an animal died. The report takes effect at once.

    403 `forbidden`, `own_animal`; 404 `livestock_not_found`; 409 `illegal_movement` (it is dead or gone),
    `died_before_last_movement`, `client_id_reused`; 422 `died_in_future`.
    """
    death = await once(
        db,
        "death",
        livestock_id,
        body,
        by=me,
        show=service.find,
        record=lambda: service.report(db, livestock_id, by=me, **body.values),
    )
    return DeathOut.model_validate(death)


@router.get("/livestock/{livestock_id}/death")
async def get_death(livestock_id: UUID, me: CurrentUser, db: Reader) -> DeathOut:
    """Returns how an animal died, for its owner and the farm's people. 403 `forbidden`, 404 `death_not_found`."""
    return DeathOut.model_validate(await service.show(db, livestock_id, viewer=me))


@router.post("/livestock/{livestock_id}/death/confirm", dependencies=[_confirmers])
async def confirm_death(livestock_id: UUID, body: ConfirmationIn, me: CurrentUser, db: Session) -> DeathOut:
    """Confirms a reported death as a veterinarian.

    403 `forbidden`, `own_animal`; 404 `livestock_not_found`, `death_not_found`; 409 `wrong_state`, `other_death`.
    """
    return DeathOut.model_validate(await service.confirm(db, livestock_id, **dict(body), by=me.id))
