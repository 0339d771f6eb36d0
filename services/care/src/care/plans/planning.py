"""Plans doses for animals, a batch of animals at a time. What is planned already is left alone."""

from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.due import announce
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.plans.dates import Missing, due_dates, months_later
from care.plans.models import Entry, at

ANIMALS = 2_000
"""So many animals are planned for with one query."""

BATCHES = 10
"""So many batches in one transaction; the rest waits for the next run."""

_MISSING = text("""
WITH doses AS MATERIALIZED (
    SELECT dose.id, dose.plan_id, dose.service_id, dose.age_days, dose.lead_days, plan.livestock_type_id,
           row_number() OVER (PARTITION BY plan.id, dose.service_id ORDER BY dose.age_days, dose.id) AS nth
    FROM plan_doses AS dose JOIN vaccination_plans AS plan ON plan.id = dose.plan_id
    WHERE dose.is_active AND plan.is_active
), batch AS MATERIALIZED (
    SELECT animal.id, animal.livestock_type_id, animal.date_of_birth FROM animals AS animal
    WHERE animal.gone IS NULL AND animal.owner_id IS NOT NULL AND EXISTS (
        SELECT FROM doses WHERE doses.livestock_type_id = animal.livestock_type_id AND NOT EXISTS (
            SELECT FROM planned_vaccinations AS entry
            WHERE entry.livestock_id = animal.id AND entry.dose_id = doses.id))
    LIMIT :most
), given AS MATERIALIZED (
    SELECT livestock_id, service_id, ended_at::date AS given_on,
           row_number() OVER (PARTITION BY livestock_id, service_id ORDER BY ended_at, id) AS nth
    FROM care_requests WHERE state = 'completed' AND livestock_id IN (SELECT id FROM batch)
)
SELECT doses.plan_id, doses.service_id, batch.id AS livestock_id, doses.id AS dose_id, doses.age_days, doses.lead_days,
       batch.date_of_birth, given.given_on
FROM batch JOIN doses ON doses.livestock_type_id = batch.livestock_type_id
LEFT JOIN given ON given.livestock_id = batch.id AND given.service_id = doses.service_id AND given.nth = doses.nth
WHERE NOT EXISTS (
    SELECT FROM planned_vaccinations AS entry WHERE entry.livestock_id = batch.id AND entry.dose_id = doses.id)
ORDER BY batch.id, doses.plan_id, doses.service_id
""")

_ENDED = text("""
SELECT entry.livestock_id, entry.dose_id, entry.round, dose.repeat_months, dose.lead_days,
       coalesce(entry.given_on, entry.due_on) AS last_on
FROM planned_vaccinations AS entry
JOIN plan_doses AS dose ON dose.id = entry.dose_id AND dose.is_active AND dose.repeat_months IS NOT NULL
JOIN vaccination_plans AS plan ON plan.id = dose.plan_id AND plan.is_active
JOIN animals AS animal ON animal.id = entry.livestock_id AND animal.gone IS NULL AND animal.owner_id IS NOT NULL
WHERE entry.state IN ('given', 'missed') AND NOT EXISTS (
    SELECT FROM planned_vaccinations AS later WHERE later.livestock_id = entry.livestock_id
    AND later.dose_id = entry.dose_id AND later.round > entry.round)
ORDER BY entry.livestock_id, entry.dose_id LIMIT :most
""")


async def plan(db: UnitOfWork) -> None:
    """Plans what plans ask for and is not planned yet: first doses, and repetitions of those that are over."""
    for batch in (_first_doses, _repetitions):
        for _ in range(BATCHES):
            if not await batch(db):
                break
    announce(db, Entry)


async def plan_anew(db: UnitOfWork, livestock_id: UUID) -> None:
    """Takes out what is only planned for an animal by another date of birth than is known now: it is planned again."""
    born_on = select(Animal.date_of_birth).where(Animal.id == livestock_id).scalar_subquery()
    planned = Entry.livestock_id == livestock_id, Entry.state == "planned", Entry.round == 0
    await db.execute(delete(Entry).where(*planned, Entry.born_on.is_distinct_from(born_on)))


async def _first_doses(db: UnitOfWork) -> bool:
    """Plans the doses of a batch of animals. Returns whether there were any."""
    today = clock.now().date()
    rows = (await db.execute(_MISSING, {"most": ANIMALS})).all()
    planned = []
    for _, doses in groupby(rows, key=lambda row: (row.livestock_id, row.plan_id, row.service_id)):
        missing = [Missing(*row[2:]) for row in doses]
        planned += [_entry(dose, due_on) for dose, due_on in due_dates(missing, today)]
    return await _store(db, planned)


async def _repetitions(db: UnitOfWork) -> bool:
    """Plans the next time of doses that were given or missed. Returns whether there were any."""
    today = clock.now().date()
    rows = (await db.execute(_ENDED, {"most": ANIMALS})).all()
    return await _store(db, [_repetition(row, today) for row in rows])


async def _store(db: UnitOfWork, rows: list[dict[str, Any]]) -> bool:
    if rows:
        await db.execute(insert(Entry).on_conflict_do_nothing(), rows)
    return bool(rows)


def _entry(dose: Missing, due_on: date) -> dict[str, Any]:
    if dose.given_on is not None:
        given = {"state": "given", "given_on": dose.given_on, "due_at": None}
        return _row(dose.livestock_id, dose.dose_id, 0, due_on, born_on=dose.date_of_birth, **given)
    due_at = at(due_on, dose.lead_days)
    return _row(dose.livestock_id, dose.dose_id, 0, due_on, born_on=dose.date_of_birth, due_at=due_at)


def _repetition(row: Any, today: date) -> dict[str, Any]:
    due_on = max(months_later(row.last_on, row.repeat_months), today)
    return _row(row.livestock_id, row.dose_id, row.round + 1, due_on, due_at=at(due_on, row.lead_days))


def _row(livestock_id: UUID, dose_id: UUID, number: int, due_on: date, **values: Any) -> dict[str, Any]:
    new = {"id": new_id(), "source_id": new_id(), "attempts": 0, "state": "planned", "given_on": None, "born_on": None}
    return new | {"livestock_id": livestock_id, "dose_id": dose_id, "round": number, "due_on": due_on} | values
