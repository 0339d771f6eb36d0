"""Who looks after which animal."""

from uuid import UUID

from sqlalchemy import exists, select, text
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.cases.models import Case
from stream.revocations.service import revoke
from stream.tables import Rank

_LOCK = text("""
    SELECT pg_advisory_xact_lock(hashtextextended('case ' || id, 0))
    FROM (SELECT DISTINCT unnest(CAST(:ids AS uuid[])) AS id ORDER BY id) AS wanted
""")


async def _take(db: UnitOfWork, ids: set[UUID]) -> None:
    await db.execute(_LOCK, {"ids": sorted(ids)})


CASES: Lock[UUID] = Lock(Rank.CASES, _take)
"""Keys: ids of requests, which need no row yet."""


async def _let_go(db: UnitOfWork, case: Case | None, veterinarian_id: UUID | None = None) -> None:
    """Whoever was to come until now sees nothing live any more, unless it is the same veterinarian."""
    before = None if case is None or not case.is_open else case.veterinarian_id
    if case is not None and before is not None and before != veterinarian_id:
        await revoke(db, livestock_id=case.livestock_id, user_id=before)


async def _known(db: UnitOfWork, request_id: UUID) -> Case | None:
    return await db.get(Case, request_id, populate_existing=True)


async def give(db: UnitOfWork, request_id: UUID, livestock_id: UUID, veterinarian_id: UUID | None) -> None:
    """This veterinarian comes, or nobody does; whoever was to come until now does not."""
    await _let_go(db, await _known(db, request_id), veterinarian_id)
    row = insert(Case).values(
        request_id=request_id, livestock_id=livestock_id, veterinarian_id=veterinarian_id, is_open=True
    )
    changed = row.on_conflict_do_update(index_elements=["request_id"], set_={"veterinarian_id": veterinarian_id})
    await db.execute(changed)


async def take_from(db: UnitOfWork, request_id: UUID, veterinarian_id: UUID) -> None:
    """This veterinarian does not come any more. Nothing happens if somebody else has taken over."""
    case = await _known(db, request_id)
    if case is not None and case.veterinarian_id == veterinarian_id:
        await _let_go(db, case)
        case.veterinarian_id = None


async def close(db: UnitOfWork, request_id: UUID, livestock_id: UUID) -> None:
    """The care has ended. A case that was not known is stored as closed: older events may still come."""
    await _let_go(db, await _known(db, request_id))
    row = insert(Case).values(request_id=request_id, livestock_id=livestock_id, is_open=False)
    await db.execute(row.on_conflict_do_update(index_elements=["request_id"], set_={"is_open": False}))


async def has_case(db: UnitOfWork, veterinarian_id: UUID, livestock_id: UUID) -> bool:
    """Whether a veterinarian has an open case of this animal."""
    theirs = Case.veterinarian_id == veterinarian_id, Case.livestock_id == livestock_id, Case.is_open
    return bool(await db.scalar(select(exists().where(*theirs))))
