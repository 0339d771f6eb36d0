"""What time triggers."""

from sqlalchemy import select

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from game.seasons import ranks, service
from game.seasons.models import Season


@every(seconds=60)
async def close_seasons(db: UnitOfWork) -> None:
    await service.close(db)


@every(seconds=300)
async def mark_ranks(db: UnitOfWork) -> None:
    for season_id in list(await db.scalars(select(Season.id).where(Season.closed_at.is_(None)).order_by(Season.id))):
        await ranks.mark(db, season_id)
