"""Questions about evidence."""

from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.evidence.models import Evidence
from stream.evidence.schemas import EvidenceOut, EvidencePage, Gap

MOST_GAPS = 100


async def evidence_of(db: UnitOfWork, device_id: UUID, paging: Paging) -> EvidencePage:
    """A page of what a device has signed, the newest arrivals first, and the gaps in its chains.

    Raises InvalidCursor.
    """
    mine = select(Evidence).where(Evidence.device_id == device_id)
    found, cursor = await paginate(db, mine, paging, key=[Evidence.id])
    items = [EvidenceOut.of(each) for each in found]
    return EvidencePage(items=items, next_cursor=cursor, gaps=await gaps(db, device_id))


async def gaps(db: UnitOfWork, device_id: UUID) -> list[Gap]:
    """The numbers that are missing in the chains of a device, at most a hundred gaps, the first of each key first."""
    before = func.lag(Evidence.counter, 1, 0).over(partition_by=Evidence.key, order_by=Evidence.counter)
    mine = Evidence.device_id == device_id, Evidence.verdict == "accepted"
    steps = select(Evidence.key, before.label("before"), Evidence.counter).where(*mine).subquery()
    missing = select(steps).where(steps.c.counter > steps.c.before + 1)
    rows = await db.execute(missing.order_by(steps.c.key, steps.c.counter).limit(MOST_GAPS))
    return [Gap(key=row.key.hex(), first=row.before + 1, last=row.counter - 1) for row in rows]
