"""Reads of vaccination plans, and of what they plan for an animal."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from care.farms.guards import require_viewer
from care.plans.models import Entry, Plan, PlanDose
from care.plans.schemas import PlanOut, VaccinationOut
from care.procedures.models import Procedure

MOST = 500
"""So many vaccinations of an animal are shown, the latest ones."""


async def all_plans(db: UnitOfWork, paging: Paging) -> Page[PlanOut]:
    """Returns the plans, newest first."""
    rows, cursor = await paginate(db, select(Plan), paging, key=[Plan.id])
    return Page(items=[PlanOut.model_validate(row) for row in rows], next_cursor=cursor)


async def of_animal(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal) -> list[VaccinationOut]:
    """Returns the vaccinations of an animal for its owner and farm people. They stay with it when it is sold.

    Raises LivestockNotFound, OtherFarm.
    """
    await require_viewer(db, livestock_id, viewer)
    query = (
        select(Entry, PlanDose, Plan, Procedure)
        .join(PlanDose, PlanDose.id == Entry.dose_id)
        .join(Plan, Plan.id == PlanDose.plan_id)
        .join(Procedure, Procedure.id == PlanDose.service_id)
        .where(Entry.livestock_id == livestock_id)
        .order_by(Entry.due_on.desc(), Entry.id)
        .limit(MOST)
    )
    return [shown(*row) for row in await db.execute(query)]


def shown(entry: Entry, dose: PlanDose, plan: Plan, procedure: Procedure) -> VaccinationOut:
    return VaccinationOut(
        id=entry.id,
        state=entry.state,
        plan_name=plan.name,
        service_id=dose.service_id,
        service_name=procedure.name,
        mandatory=dose.mandatory,
        due_on=entry.due_on,
        given_on=entry.given_on,
        request_id=entry.request_id,
    )
