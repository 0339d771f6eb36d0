"""Deaths over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import Forbidden
from amigok_chassis.machine import WrongState
from amigok_chassis.problems import problems
from farm.deaths import service
from farm.deaths.errors import DeathNotFound, DiedBeforeLastMovement, DiedInFuture, OtherDeath, OwnReport
from farm.deaths.models import DEATHS
from farm.deaths.schemas import ConfirmationIn, DeathIn, DeathOut
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.livestock.errors import IllegalMovement, LivestockNotFound
from farm.ownership.errors import OwnAnimal
from farm.staff.errors import OtherFarm

router = APIRouter(prefix="/api/v1")

_reporters = Depends(requires(*sorted(DEATHS.steps["report"].by)))
_confirmers = Depends(requires(*sorted(DEATHS.steps["confirm"].by)))


@router.post(
    "/livestock/{livestock_id}/death",
    status_code=201,
    dependencies=[_reporters],
    responses=problems(
        OtherFarm,
        OwnAnimal,
        LivestockNotFound,
        ClientIdReused,
        DiedBeforeLastMovement,
        IllegalMovement,
        WrongState,
        DiedInFuture,
    ),
)
async def report_death(livestock_id: UUID, body: DeathIn, me: CurrentUser, db: Session) -> DeathOut:
    """Reports that an animal died. The report takes effect at once."""
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


@router.get("/livestock/{livestock_id}/death", responses=problems(Forbidden, DeathNotFound))
async def get_death(livestock_id: UUID, me: CurrentUser, db: Reader) -> DeathOut:
    """Returns how an animal died, for its owner and the farm's people."""
    return DeathOut.model_validate(await service.show(db, livestock_id, viewer=me))


@router.post(
    "/livestock/{livestock_id}/death/confirm",
    dependencies=[_confirmers],
    responses=problems(OwnAnimal, OwnReport, DeathNotFound, LivestockNotFound, OtherDeath, WrongState),
)
async def confirm_death(livestock_id: UUID, body: ConfirmationIn, me: CurrentUser, db: Session) -> DeathOut:
    """Confirms a reported death as a veterinarian."""
    return DeathOut.model_validate(await service.confirm(db, livestock_id, **dict(body), by=me.id))
