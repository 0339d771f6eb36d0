"""The catalogue of vaccination plans. A dose keeps its id, so a changed plan requests nothing twice."""

from collections.abc import Collection
from datetime import time
from uuid import UUID

from sqlalchemy import DateTime, cast, func, update

from amigok_chassis import audit, clock
from amigok_chassis.due import announce
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound, require_others
from care.animals.models import Animal, Ownership
from care.farms.service import require_types
from care.plans.errors import GivenInFuture, PlanExists, PlanNotFound, PlanRetired, UnknownDose, VaccinationNotFound
from care.plans.models import Entry, Plan, PlanDose
from care.plans.schemas import DoseIn, GivenIn, PlanChange, PlanIn
from care.procedures import service as procedures

_VIOLATIONS = {"vaccination_plans_name_key": PlanExists}


async def create(db: UnitOfWork, wanted: PlanIn) -> Plan:
    """Adds a plan.

    Raises UnknownLivestockType, PlanExists, UnknownDose, UnknownService, ServiceRetired, OtherLivestockType.
    """
    await require_types(db, [wanted.livestock_type_id])
    plan = Plan(**wanted.model_dump(exclude={"doses"}))
    db.add(plan)
    with named_violations(_VIOLATIONS):
        await db.flush()
    await _store_doses(db, plan, {}, wanted.doses)
    audit.record(db, "vaccination_plan.added", subject_id=plan.id, after=_picture(plan))
    return plan


async def change(db: UnitOfWork, plan_id: UUID, wanted: PlanChange) -> Plan:
    """Replaces a plan. What is only planned moves with its dose; what was requested or given stays.

    Raises PlanNotFound, PlanRetired, VersionConflict, PlanExists, and what `create` does about doses.
    """
    plan = await _locked(db, plan_id, seen=wanted.version)
    before = _picture(plan)
    plan.version += 1
    plan.name, plan.currency = wanted.name, wanted.currency
    known = {dose.id: dose for dose in plan.doses}
    with named_violations(_VIOLATIONS):
        await db.flush()
    await _store_doses(db, plan, known, wanted.doses)
    audit.record(db, "vaccination_plan.changed", subject_id=plan.id, before=before, after=_picture(plan))
    return plan


async def retire(db: UnitOfWork, plan_id: UUID, *, seen: int) -> None:
    """Retires a plan: nothing more is requested. Raises PlanNotFound, PlanRetired, VersionConflict."""
    plan = await _locked(db, plan_id, seen=seen)
    before = audit.picture(plan, "name", "is_active")
    plan.is_active = False
    plan.version += 1
    await _leave(db, [dose.id for dose in plan.doses])
    after = audit.picture(plan, "name", "is_active")
    audit.record(db, "vaccination_plan.retired", subject_id=plan.id, before=before, after=after)


async def note_given(db: UnitOfWork, livestock_id: UUID, entry_id: UUID, wanted: GivenIn, *, by: UUID) -> Entry:
    """Notes that a planned vaccination was given, as a veterinarian knows. An open request for it stays.

    Raises LivestockNotFound, VaccinationNotFound, OwnAnimal, GivenInFuture, WrongState.
    """
    animal = await db.get(Animal, livestock_id)
    if animal is None:
        raise LivestockNotFound
    await require_others(db, Animal, Ownership, livestock_id, by, since=clock.now())
    entry = await db.get(Entry, entry_id, with_for_update=True)
    if entry is None or entry.livestock_id != livestock_id:
        raise VaccinationNotFound
    if not (animal.date_of_birth or wanted.given_on) <= wanted.given_on <= clock.now().date():
        raise GivenInFuture
    before = audit.picture(entry, "state", "given_on")
    entry.give(wanted.given_on)
    after = audit.picture(entry, "state", "given_on")
    audit.record(db, "vaccination.noted", subject_id=entry.id, before=before, after=after)
    return entry


async def _locked(db: UnitOfWork, plan_id: UUID, *, seen: int) -> Plan:
    plan = await db.get(Plan, plan_id, with_for_update=True, populate_existing=True)
    if plan is None:
        raise PlanNotFound
    if not plan.is_active:
        raise PlanRetired
    refuse_other_version(seen, plan.version)
    return plan


async def _store_doses(db: UnitOfWork, plan: Plan, known: dict[UUID, PlanDose], wanted: Collection[DoseIn]) -> None:
    """Adds, changes and takes out doses."""
    for each in wanted:
        await procedures.offered(db, each.service_id, livestock_type_id=plan.livestock_type_id)
        if each.id is None:
            db.add(PlanDose(plan_id=plan.id, **each.model_dump(exclude={"id"})))
        elif each.id in known:
            await _change_dose(db, known[each.id], each)
        else:
            raise UnknownDose
    gone = set(known) - {each.id for each in wanted}
    for dose_id in gone:
        known[dose_id].is_active = False
    await _leave(db, gone)
    await db.flush()
    await db.refresh(plan, ["doses"])


async def _change_dose(db: UnitOfWork, dose: PlanDose, wanted: DoseIn) -> None:
    """Changes a dose; what is planned of it is due as much later as its age is."""
    later = wanted.age_days - dose.age_days
    for name, value in wanted.model_dump(exclude={"id"}).items():
        setattr(dose, name, value)
    planned = update(Entry).where(Entry.dose_id == dose.id, Entry.state == "planned")
    planned = planned.execution_options(synchronize_session=False)
    await db.execute(planned.where(Entry.round == 0).values(due_on=Entry.due_on + later))
    morning = cast(Entry.due_on - dose.lead_days + time(6), DateTime)
    await db.execute(planned.values(due_at=func.timezone("UTC", morning), attempts=0))
    announce(db, Entry)


async def _leave(db: UnitOfWork, dose_ids: Collection[UUID]) -> None:
    """Plans no more of these doses."""
    planned = update(Entry).where(Entry.dose_id.in_(dose_ids), Entry.state == "planned")
    await db.execute(planned.values(state="left", due_at=None).execution_options(synchronize_session=False))


def _picture(plan: Plan) -> audit.Values:
    names = ("service_id", "age_days", "repeat_months", "mandatory", "lead_days", "remind_days")
    doses = [audit.picture(dose, *names) for dose in plan.doses]
    return audit.picture(plan, "name", "livestock_type_id", "currency") | {"doses": doses}
