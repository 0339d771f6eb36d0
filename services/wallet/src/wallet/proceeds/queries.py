"""Reads of proceeds."""

from prometheus_client import Gauge
from sqlalchemy import func, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.proceeds.models import Proceeds
from wallet.proceeds.schemas import ProceedsOut
from wallet.proceeds.service import disputed

UNDECIDED = Gauge("amigok_proceeds_undecided", "Sellers' shares that wait for people to decide: the payment was lost")


async def waiting(db: UnitOfWork, paging: Paging) -> Page[ProceedsOut]:
    """What waits, newest first. Raises InvalidCursor."""
    query = select(Proceeds).where(Proceeds.state == "waiting")
    rows, cursor = await paginate(db, query, paging, key=[Proceeds.id])
    theirs = Proceeds.id.in_([row.id for row in rows])
    in_doubt = set(await db.scalars(select(Proceeds.id).where(theirs, disputed("opened", "lost"))))
    items = [ProceedsOut.of(row, disputed=row.id in in_doubt) for row in rows]
    return Page(items=items, next_cursor=cursor)


async def undecided(db: UnitOfWork) -> int:
    """How many wait for people."""
    query = select(func.count()).select_from(Proceeds)
    return await db.scalar(query.where(Proceeds.state == "waiting", disputed("lost"), ~disputed("opened"))) or 0
