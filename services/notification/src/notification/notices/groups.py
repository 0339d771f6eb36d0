"""Groups: notices of one kind that come together are one in the inbox, and one message."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import case, delete, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from notification.notices.models import Gathering, Notice
from notification.notices.telling import Telling


async def gather(db: UnitOfWork, telling: Telling, told: dict[UUID, UUID]) -> dict[UUID, UUID]:
    """Puts each new notice into the group that its user has open, or opens one. Returns the heads by user."""
    if not told:
        return {}
    heads = await _heads(db, telling, told)
    joined = {user_id: heads[user_id] for user_id, notice_id in told.items() if heads[user_id] != notice_id}
    await _join(db, {told[user_id]: head_id for user_id, head_id in joined.items()})
    return heads


async def close(db: UnitOfWork, user_id: UUID, head_ids: Collection[UUID]) -> None:
    """Ends groups whose notice was read or deleted: what comes now is told anew."""
    await db.execute(delete(Gathering).where(Gathering.user_id == user_id, Gathering.head_id.in_(head_ids)))


async def _heads(db: UnitOfWork, telling: Telling, told: dict[UUID, UUID]) -> dict[UUID, UUID]:
    now = clock.now()
    named = {"kind": telling.kind, "topic": telling.topic, "open_until": now + telling.within}
    row = insert(Gathering)
    is_over = Gathering.open_until <= now
    renewed = {
        name: case((is_over, row.excluded[name]), else_=getattr(Gathering, name)) for name in ("head_id", "open_until")
    }
    kept = row.on_conflict_do_update(index_elements=["user_id", "kind", "topic"], set_=renewed)
    rows = [{"user_id": user_id, "head_id": notice_id, **named} for user_id, notice_id in told.items()]
    found = await db.execute(kept.returning(Gathering.user_id, Gathering.head_id), rows)
    return {each.user_id: each.head_id for each in found}


async def _join(db: UnitOfWork, heads: dict[UUID, UUID]) -> None:
    """Makes notices members of their heads, which are one larger each."""
    for notice_id, head_id in heads.items():
        await db.execute(update(Notice).where(Notice.id == notice_id).values(head_id=head_id))
    await db.execute(update(Notice).where(Notice.id.in_(heads.values())).values(size=Notice.size + 1))
