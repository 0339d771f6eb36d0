"""Leaderboards: of all, of friends, of a farm; by week, by month and ever."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, or_, select

from amigok_chassis import clock
from amigok_chassis.pagination import Paging
from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Animal
from game.friends import queries as friends
from game.pilot import cursors
from game.pilot.errors import NotYourFarm
from game.pilot.schemas import BoardEntryOut, BoardOut, PlaceOut, Scope
from game.players import service as players
from game.players.levels import level_of
from game.players.models import Player
from game.seasons import calendar, ranks
from game.seasons import queries as seasons
from game.seasons.models import Season, SeasonScore
from game.seasons.schemas import SeasonOut
from game.shop.models import Item


@dataclass(frozen=True)
class Wanted:
    """Which board. `season_id` names a past season; else it is the running one of this `kind`."""

    scope: Scope
    kind: calendar.Kind
    season_id: UUID | None
    farm_id: UUID | None


@dataclass(frozen=True)
class _Last:
    """The last entry of the page before."""

    xp: int
    player_id: UUID
    rank: int
    position: int


async def page(db: UnitOfWork, paging: Paging, viewer_id: UUID, wanted: Wanted) -> BoardOut:
    """Returns a page of a board. Raises NotPlaying, SeasonNotFound, NotYourFarm, InvalidCursor."""
    await players.of(db, viewer_id)
    season = await _season(db, wanted)
    shown = await _shown(db, viewer_id, wanted)
    last = _last(db, paging)
    rows = (await db.execute(_page(season.id, shown, last, paging.limit + 1))).all()
    items = await _entries(db, rows[: paging.limit], last, viewer_id)
    more = len(rows) > paging.limit
    return BoardOut(
        season=season,
        scope=wanted.scope,
        me=await _mine(db, season.id, viewer_id, shown),
        items=items,
        next_cursor=_cursor(db, rows[paging.limit - 1], items[-1], last, len(items)) if more else None,
    )


async def place(db: UnitOfWork, season_id: UUID, player_id: UUID) -> PlaceOut | None:
    """Returns a player's place among all in a season; None while they have won nothing."""
    score = await db.get(SeasonScore, (season_id, player_id))
    return None if score is None else PlaceOut(rank=await ranks.rank(db, season_id, score.xp), xp=score.xp)


async def _season(db: UnitOfWork, wanted: Wanted) -> SeasonOut:
    if wanted.season_id is not None:
        return SeasonOut.model_validate(await seasons.one(db, wanted.season_id))
    span = next(each for each in calendar.at(clock.now()) if each.kind == wanted.kind)
    known = await db.get(Season, span.id)
    running = Season(id=span.id, kind=span.kind, starts_at=span.starts_at, ends_at=span.ends_at)
    return SeasonOut.model_validate(known or running)


async def _shown(db: UnitOfWork, viewer_id: UUID, wanted: Wanted) -> ColumnElement[bool] | None:
    """Which scores a board shows; None: those of all who are listed. Who looks sees themselves."""
    mine = SeasonScore.player_id == viewer_id
    if wanted.scope == "friends":
        theirs = SeasonScore.player_id.in_(await friends.ids(db, viewer_id))
        return or_(mine, theirs & (Player.visibility != "nobody"))
    if wanted.scope == "farm":
        owners = select(Animal.owner_id).where(Animal.farm_id == wanted.farm_id, Animal.gone.is_(None))
        if await db.scalar(owners.where(Animal.owner_id == viewer_id).limit(1)) is None:
            raise NotYourFarm
        return or_(mine, SeasonScore.player_id.in_(owners) & SeasonScore.listed)
    return None


def _page(
    season_id: UUID, shown: ColumnElement[bool] | None, last: _Last | None, most: int
) -> Select[*tuple[Any, ...]]:
    names = (Player.handle, Player.xp.label("total"), Player.badge_id, Player.title_id)
    query = select(SeasonScore.player_id, SeasonScore.xp, *names).join(Player, Player.user_id == SeasonScore.player_id)
    query = query.where(SeasonScore.season_id == season_id, SeasonScore.listed if shown is None else shown)
    if last is not None:
        behind = or_(SeasonScore.xp < last.xp, SeasonScore.player_id > last.player_id)
        query = query.where(SeasonScore.xp <= last.xp, behind)
    return query.order_by(SeasonScore.xp.desc(), SeasonScore.player_id).limit(most)


def _last(db: UnitOfWork, paging: Paging) -> _Last | None:
    after = cursors.unseal(db, paging).after(int, UUID, int, int)
    return None if after is None else _Last(*after)


def _cursor(db: UnitOfWork, row: Row[Any], entry: BoardEntryOut, last: _Last | None, count: int) -> str:
    return cursors.seal(db, row.xp, row.player_id, entry.rank, (last.position if last else 0) + count)


async def _entries(
    db: UnitOfWork, rows: Sequence[Row[Any]], last: _Last | None, viewer_id: UUID
) -> list[BoardEntryOut]:
    worn = {id for row in rows for id in (row.badge_id, row.title_id) if id is not None}
    found = await db.execute(select(Item.id, Item.name).where(Item.id.in_(worn))) if worn else ()
    names = {item.id: item.name for item in found}
    places = _places([row.xp for row in rows], last)
    return [_entry(row, rank, names, viewer_id) for row, rank in zip(rows, places, strict=True)]


def _places(won: Sequence[int], last: _Last | None) -> list[int]:
    """The ranks of a page: equals share one, and the next one comes after all of them."""
    found: list[int] = []
    before, rank, position = (last.xp, last.rank, last.position) if last else (None, 0, 0)
    for xp in won:
        position += 1
        rank = rank if xp == before else position
        before = xp
        found.append(rank)
    return found


def _entry(row: Row[Any], rank: int, names: dict[UUID, str], viewer_id: UUID) -> BoardEntryOut:
    return BoardEntryOut(
        rank=rank,
        handle=row.handle or "",
        level=level_of(row.total),
        xp=row.xp,
        badge=names.get(row.badge_id),
        title=names.get(row.title_id),
        is_me=row.player_id == viewer_id,
    )


async def _mine(db: UnitOfWork, season_id: UUID, viewer_id: UUID, shown: ColumnElement[bool] | None) -> PlaceOut | None:
    """The viewer's own place on a board."""
    found = await place(db, season_id, viewer_id)
    if found is None or shown is None:
        return found
    ahead = select(func.count()).select_from(SeasonScore).join(Player, Player.user_id == SeasonScore.player_id)
    ahead = ahead.where(SeasonScore.season_id == season_id, shown, SeasonScore.xp > found.xp)
    return PlaceOut(rank=1 + (await db.scalar(ahead) or 0), xp=found.xp)
