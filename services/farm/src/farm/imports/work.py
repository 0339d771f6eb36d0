"""Processes imports in batches. Rows, verdicts and progress of a batch commit in one transaction.

An import is a due row: one worker at a time processes a batch of it. Locks are taken in one order: the import, farms by
id, new animals by tag number.
"""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

import structlog
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock, standing
from amigok_chassis.errors import DomainError, driver_error
from amigok_chassis.unit_of_work import UnitOfWork
from farm.farms.locks import lock_farms
from farm.farms.models import Farm
from farm.imports.models import LivestockImport, RowError, WaitingRow
from farm.imports.sheet import Flaw
from farm.imports.verdicts import Candidate, Verdicts, judge, read, taken
from farm.livestock import marks
from farm.livestock.models import Livestock
from farm.registrations import service as registrations

log = structlog.get_logger()

BATCH = 500


async def process_batch(db: UnitOfWork, import_id: UUID) -> None:
    """Processes the next rows of an import, and makes it due again until it is finished."""
    job = await db.get_one(LivestockImport, import_id, with_for_update=True)
    if job.finished_at is None:
        await _process(db, job)
    if job.finished_at is None:
        job.make_due(clock.now())


async def _process(db: UnitOfWork, job: LivestockImport) -> None:
    waiting = select(WaitingRow).where(WaitingRow.import_id == job.id).order_by(WaitingRow.number).limit(BATCH)
    rows = (await db.scalars(waiting)).all()
    if not (await standing.of(db, job.requested_by)).is_active:
        await _report(db, job, _of_nobody(rows), last=rows[-1].number)
        return
    verdicts, candidates = await read(db, rows)
    await lock_farms(db, *{each.body.farm_id for each in candidates})
    verdicts += await (_rehearse if job.dry_run else _take_in)(db, job, candidates)
    await _report(db, job, verdicts, last=rows[-1].number)


def _of_nobody(rows: Sequence[WaitingRow]) -> Verdicts:
    """Refuses all rows of an administrator whose account is no longer active."""
    flaw = Flaw(None, "account_inactive", "the account that sent this file is no longer active")
    return Verdicts(refused={row.number: [flaw] for row in rows})


async def _rehearse(db: UnitOfWork, job: LivestockImport, candidates: Sequence[Candidate]) -> Verdicts:
    """Returns what would happen to the rows: it registers them and rolls back.

    The places that earlier batches of the dry run took are counted as taken.
    """
    async with db.begin_nested() as rehearsal:
        for farm in (await _farms(db, candidates)).values():
            given = job.places.get(str(farm.id), 0)
            farm.current_occupancy = min(farm.current_occupancy + given, farm.capacity)
        await db.flush()
        verdicts = await _take_in(db, job, candidates)
        await rehearsal.rollback()
    farms = {each.number: str(each.body.farm_id) for each in candidates}
    job.places = dict(Counter(job.places) + Counter(farms[number] for number in verdicts.added))
    return verdicts


async def _take_in(db: UnitOfWork, job: LivestockImport, candidates: Sequence[Candidate]) -> Verdicts:
    """Registers the new animals; their farms are locked.

    If somebody else takes a tag at the same time, the batch is judged again in halves, down to the conflicting row.
    """
    try:
        async with db.begin_nested():
            verdicts, animals = await judge(db, candidates, await _farms(db, candidates))
            newcomers = sorted(animals, key=lambda animal: marks.key(animal.tag_number))
            await _store(db, job, newcomers)
            return verdicts
    except (DomainError, IntegrityError) as lost:
        if len(candidates) == 1:
            return Verdicts(refused={candidates[0].number: [_to_blame(lost)]})
    half = len(candidates) // 2
    verdicts = await _take_in(db, job, candidates[:half])
    verdicts += await _take_in(db, job, candidates[half:])
    return verdicts


async def _store(db: UnitOfWork, job: LivestockImport, newcomers: Sequence[Livestock]) -> None:
    """Stores new animals. A dry run only inserts them, because events cannot be taken back."""
    if job.dry_run:
        await registrations.store(db, newcomers)
    else:
        await registrations.take_in(db, newcomers, "bought_in", at=clock.now(), by=job.requested_by)


def _to_blame(lost: DomainError | IntegrityError) -> Flaw:
    if isinstance(lost, DomainError):
        return taken(lost.code.removesuffix("_taken"))
    log.warning("import.row_refused", constraint=str(getattr(driver_error(lost), "constraint_name", None)))
    return Flaw(None, "invalid", "the database refuses this animal")


async def _farms(db: UnitOfWork, candidates: Sequence[Candidate]) -> dict[UUID, Farm]:
    wanted = {each.body.farm_id for each in candidates}
    found = await db.scalars(select(Farm).where(Farm.id.in_(wanted)).execution_options(populate_existing=True))
    return {farm.id: farm for farm in found}


async def _report(db: UnitOfWork, job: LivestockImport, verdicts: Verdicts, *, last: int) -> None:
    """Stores the verdicts on the batch that ends with the row `last`."""
    job.count(
        added=len(verdicts.added),
        refused=len(verdicts.refused),
        already_there=len(verdicts.already_there),
        now=clock.now(),
    )
    errors = [
        {
            "import_id": job.id,
            "number": number,
            "position": position,
            "column_name": flaw.column,
            "code": flaw.code,
            "reason": flaw.reason,
        }
        for number, flaws in verdicts.refused.items()
        for position, flaw in enumerate(dict.fromkeys(flaws))
    ]
    if errors:
        await db.execute(insert(RowError), errors)
    await db.execute(delete(WaitingRow).where(WaitingRow.import_id == job.id, WaitingRow.number <= last))
    if job.finished_at is not None:
        log.info("import.finished", import_id=str(job.id), added=job.added, refused=job.refused)
