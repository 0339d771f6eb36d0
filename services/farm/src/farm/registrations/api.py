"""Registrations over HTTP."""

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Session
from farm.entries.service import once
from farm.livestock.queries import whole
from farm.livestock.schemas import LivestockDetails
from farm.registrations import service
from farm.registrations.schemas import RegistrationIn

admin = APIRouter(prefix="/api/v1/admin", tags=["farm"], dependencies=[Depends(requires("admin"))])


@admin.post("/livestock", status_code=201)
async def register_livestock(body: RegistrationIn, me: CurrentUser, db: Session) -> LivestockDetails:
    """Registers an animal from outside in a farm; the platform owns it.

    409 `farm_full`, `tag_number_taken`, `unique_id_card_taken`, `eid_taken`, `retired`, `client_id_reused`;
    422 `unknown_farm`, `unknown_breed`, `born_in_future`, `born_too_early`, `too_heavy`, `unknown_parent`,
    `unfit_parent`.
    """
    return await once(
        db,
        "livestock",
        body.farm_id,
        body,
        by=me,
        show=whole,
        record=lambda: service.register(db, by=me.id, **body.values),
    )
