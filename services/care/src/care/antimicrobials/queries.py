"""How much of antimicrobials was given, by farm and class, for each kilogram of animal."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, select

from amigok_chassis.spreadsheets import BOM, lines
from amigok_chassis.unit_of_work import UnitOfWork
from care.antimicrobials.models import FarmWeight
from care.antimicrobials.quarters import bounds
from care.antimicrobials.schemas import FarmUseOut, UseOut
from care.doses.models import Dose
from care.farms.models import Farm
from care.prescriptions.models import Prescription

HEADER = ("year", "quarter", "farm_id", "farm", "class", "mg", "kg", "measured_on", "mg_per_kg")


async def use_of_farm(db: UnitOfWork, farm_id: UUID, *, year: int, quarter: int) -> FarmUseOut:
    """Returns what was given at a farm in a quarter, by class."""
    rows = await _used(db, year, quarter, farm_id=farm_id)
    weight = await db.get(FarmWeight, (farm_id, bounds(year, quarter)[0].date()))
    items = [
        UseOut(antimicrobial_class=row.class_, milligrams=row.mg, mg_per_kg=_per_kg(row.mg, row.kilograms))
        for row in rows
    ]
    return FarmUseOut(
        farm_id=farm_id,
        year=year,
        quarter=quarter,
        kilograms=weight and weight.kilograms,
        measured_on=weight and weight.measured_on,
        items=items,
    )


async def sheet(db: UnitOfWork, *, year: int, quarter: int) -> str:
    """Returns what was given at all farms in a quarter as CSV."""
    rows = [
        (year, quarter, row.farm_id, row.name, row.class_, row.mg, row.kilograms, row.measured_on)
        for row in await _used(db, year, quarter)
    ]
    return BOM + lines([HEADER, *((*row, _per_kg(row[5], row[6])) for row in rows)])


async def _used(db: UnitOfWork, year: int, quarter: int, *, farm_id: UUID | None = None) -> Sequence[Any]:
    start, end = bounds(year, quarter)
    mg = func.sum(Prescription.dose * Prescription.antimicrobial_mg)
    known = and_(FarmWeight.farm_id == Dose.farm_id, FarmWeight.quarter_began == start.date())
    of = (Dose.farm_id, Farm.name, Prescription.antimicrobial_class, FarmWeight.kilograms, FarmWeight.measured_on)
    query = (
        select(
            Dose.farm_id,
            Farm.name,
            Prescription.antimicrobial_class.label("class_"),
            mg.label("mg"),
            FarmWeight.kilograms,
            FarmWeight.measured_on,
        )
        .join(Dose.prescription)
        .join(Farm, Farm.id == Dose.farm_id, isouter=True)
        .join(FarmWeight, known, isouter=True)
        .where(Dose.state == "given", Dose.done_at >= start, Dose.done_at < end)
        .where(Prescription.antimicrobial_class.is_not(None))
        .group_by(*of)
        .order_by(Farm.name, Dose.farm_id, Prescription.antimicrobial_class)
    )
    rows = await db.execute(query if farm_id is None else query.where(Dose.farm_id == farm_id))
    return rows.all()


def _per_kg(mg: Decimal, kilograms: Decimal | None) -> Decimal | None:
    return round(mg / kilograms, 3) if kilograms else None
