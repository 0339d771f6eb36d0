"""Reads of coins."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, encode
from amigok_chassis.unit_of_work import UnitOfWork
from game.coins.models import CoinEntry, CoinTransfer
from game.coins.schemas import CoinEntryOut


async def of_player(db: UnitOfWork, paging: Paging, player_id: UUID) -> Page[CoinEntryOut]:
    """Returns a player's entries, newest first."""
    after = paging.after(UUID)
    query = select(CoinEntry, CoinTransfer).join(CoinTransfer, CoinTransfer.id == CoinEntry.transfer_id)
    query = query.where(CoinEntry.account_id == player_id).order_by(CoinEntry.transfer_id.desc())
    if after is not None:
        query = query.where(CoinEntry.transfer_id < after[0])
    rows = (await db.execute(query.limit(paging.limit + 1))).all()
    items = [_shown(entry, moved) for entry, moved in rows[: paging.limit]]
    return Page(items=items, next_cursor=encode(items[-1].id) if len(rows) > paging.limit else None)


def _shown(entry: CoinEntry, moved: CoinTransfer) -> CoinEntryOut:
    return CoinEntryOut(id=moved.id, kind=moved.kind, amount=entry.amount, created_at=moved.created_at)
