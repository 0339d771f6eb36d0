"""Vaccination plans over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.schemas import SeenVersion
from amigok_herd import LivestockNotFound, OtherFarm, OwnAnimal
from care.farms.errors import UnknownLivestockType
from care.plans import queries, service
from care.plans.errors import GivenInFuture, PlanExists, PlanNotFound, PlanRetired, UnknownDose, VaccinationNotFound
from care.plans.schemas import GivenIn, PlanChange, PlanIn, PlanOut, VaccinationOut
from care.procedures.errors import OtherLivestockType, ServiceRetired, UnknownService

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin/vaccination-plans", dependencies=[Depends(requires("admin"))])
vet = APIRouter(prefix="/api/v1/vet", dependencies=[Depends(requires("veterinarian"))])

_DOSES = (PlanExists, UnknownDose, UnknownService, ServiceRetired, OtherLivestockType)
_CHANGED = (PlanNotFound, PlanRetired, VersionConflict)


@router.get("/livestock/{livestock_id}/vaccinations", responses=problems(LivestockNotFound, OtherFarm))
async def list_vaccinations(livestock_id: UUID, me: CurrentUser, db: Reader) -> list[VaccinationOut]:
    """Lists the planned vaccinations of your animal, or as farm people of one on your farm, latest first."""
    return await queries.of_animal(db, livestock_id, viewer=me)


@vet.put(
    "/livestock/{livestock_id}/vaccinations/{vaccination_id}/given",
    status_code=204,
    responses=problems(LivestockNotFound, VaccinationNotFound, OwnAnimal, GivenInFuture, WrongState),
)
async def note_vaccination(
    livestock_id: UUID, vaccination_id: UUID, body: GivenIn, me: CurrentUser, db: Session
) -> None:
    """Notes that a planned vaccination was given elsewhere, so that it is not requested."""
    await service.note_given(db, livestock_id, vaccination_id, body, by=me.id)


@admin.get("")
async def list_vaccination_plans(page: PageRequest, db: Reader) -> Page[PlanOut]:
    """Lists the vaccination plans, newest first."""
    return await queries.all_plans(db, page)


@admin.post("", status_code=201, responses=problems(UnknownLivestockType, *_DOSES))
async def add_vaccination_plan(body: PlanIn, db: Session) -> PlanOut:
    """Adds a vaccination plan. Within a minute it plans for the animals of the type that have an owner."""
    return PlanOut.model_validate(await service.create(db, body))


@admin.put("/{plan_id}", responses=problems(*_CHANGED, *_DOSES))
async def change_vaccination_plan(plan_id: UUID, body: PlanChange, db: Session) -> PlanOut:
    """Changes a vaccination plan. What was requested or given stays, and is not requested twice."""
    return PlanOut.model_validate(await service.change(db, plan_id, body))


@admin.delete("/{plan_id}", status_code=204, responses=problems(*_CHANGED))
async def retire_vaccination_plan(plan_id: UUID, version: SeenVersion, db: Session) -> None:
    """Retires a vaccination plan. What was requested stays."""
    await service.retire(db, plan_id, seen=version)
