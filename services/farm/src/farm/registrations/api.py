"""Registrations over HTTP."""

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Session
from amigok_chassis.problems import problems
from farm.breeds.errors import UnknownBreed
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.farms.errors import FarmFull, UnknownFarm
from farm.livestock.errors import EidTaken, IdCardTaken, TagNumberTaken
from farm.livestock.queries import whole
from farm.livestock.schemas import LivestockDetails
from farm.pedigree.errors import BornInFuture, BornTooEarly, UnfitParent, UnknownParent
from farm.registrations import service
from farm.registrations.errors import TooHeavy
from farm.registrations.schemas import RegistrationIn
from farm.types.errors import Retired

admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@admin.post(
    "/livestock",
    status_code=201,
    responses=problems(
        ClientIdReused,
        EidTaken,
        FarmFull,
        Retired,
        TagNumberTaken,
        IdCardTaken,
        BornInFuture,
        BornTooEarly,
        TooHeavy,
        UnfitParent,
        UnknownBreed,
        UnknownFarm,
        UnknownParent,
    ),
)
async def register_livestock(body: RegistrationIn, me: CurrentUser, db: Session) -> LivestockDetails:
    """Registers an animal from outside in a farm; the platform owns it."""
    return await once(
        db,
        "livestock",
        body.farm_id,
        body,
        by=me,
        show=whole,
        record=lambda: service.register(db, by=me.id, **body.values),
    )
