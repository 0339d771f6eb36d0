"""Reads of seasons."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.seasons.errors import SeasonNotFound
from game.seasons.models import Season
from game.seasons.schemas import SeasonOut


async def page(db: UnitOfWork, paging: Paging, *, kind: str | None) -> Page[SeasonOut]:
    """Returns the seasons, the latest first."""
    query = select(Season) if kind is None else select(Season).where(Season.kind == kind)
    rows, cursor = await paginate(db, query, paging, key=[Season.starts_at, Season.id])
    return Page(items=[SeasonOut.model_validate(row) for row in rows], next_cursor=cursor)


async def one(db: UnitOfWork, season_id: UUID) -> Season:
    """Returns a season. Raises SeasonNotFound."""
    season = await db.get(Season, season_id)
    if season is None:
        raise SeasonNotFound
    return season
