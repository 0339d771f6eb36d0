"""Excursions over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import OtherFarm
from stream.equipment.errors import EquipmentNotFound, FarmNotFound
from stream.equipment.guards import FarmWorker
from stream.excursions import queries, service
from stream.excursions.errors import ExcursionNotFound, ExcursionUnderWay
from stream.excursions.models import State
from stream.excursions.schemas import ExcursionOut, KineticOut, ReviewIn

router = APIRouter(prefix="/api/v1/farms/{farm_id}/equipment/{equipment_id}")

_ONE = (OtherFarm, FarmNotFound, EquipmentNotFound)


@router.get("/excursions", responses=problems(*_ONE))
async def list_excursions(
    farm_id: UUID,
    equipment_id: UUID,
    me: FarmWorker,
    db: Reader,
    page: PageRequest,
    state: Annotated[State | None, Query()] = None,
) -> Page[ExcursionOut]:
    """Lists when equipment was outside of its range, newest first."""
    return await queries.of_equipment(db, me, farm_id, equipment_id, page, state=state)


@router.post(
    "/excursions/{excursion_id}/review",
    responses=problems(*_ONE, ExcursionNotFound, ExcursionUnderWay, VersionConflict),
)
async def review_excursion(
    farm_id: UUID, equipment_id: UUID, excursion_id: UUID, body: ReviewIn, me: FarmWorker, db: Session
) -> ExcursionOut:
    """Notes what you have decided about an excursion."""
    return await service.review(db, me, farm_id, equipment_id, excursion_id, body)


@router.get("/mean-kinetic-temperature", responses=problems(*_ONE))
async def read_mean_kinetic_temperature(farm_id: UUID, equipment_id: UUID, me: FarmWorker, db: Reader) -> KineticOut:
    """Returns the mean kinetic temperatures of equipment over a day, a week and 30 days until now."""
    return await queries.kinetic(db, me, farm_id, equipment_id)
