"""Reads of friends."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.friends.models import Block, Friendship
from game.friends.schemas import BlockedPlayerOut, FriendOut, FriendRequestOut
from game.players.levels import level_of
from game.players.models import Player


async def friends(db: UnitOfWork, paging: Paging, player_id: UUID) -> Page[FriendOut]:
    """Returns a player's friends, the newest requests first."""
    query = _of(player_id).where(Friendship.state == "accepted")
    rows, cursor = await paginate(db, query, paging, key=[Friendship.id])
    known = await _players(db, [row.other(player_id) for row in rows])
    items = [_friend(row, known[row.other(player_id)]) for row in rows]
    return Page(items=items, next_cursor=cursor)


async def requests(db: UnitOfWork, paging: Paging, player_id: UUID) -> Page[FriendRequestOut]:
    """Returns the requests that a player was sent, and has sent, newest first; not those that they have declined."""
    query = _of(player_id).where(_is_seen(player_id))
    rows, cursor = await paginate(db, query, paging, key=[Friendship.id])
    known = await _players(db, [row.other(player_id) for row in rows])
    items = [request(row, player_id, known[row.other(player_id)]) for row in rows]
    return Page(items=items, next_cursor=cursor)


async def one(db: UnitOfWork, friendship: Friendship, player_id: UUID) -> FriendRequestOut:
    """Returns a request as one of the two sees it."""
    other_id = friendship.other(player_id)
    return request(friendship, player_id, (await _players(db, [other_id]))[other_id])


async def friend(db: UnitOfWork, friendship: Friendship, player_id: UUID) -> FriendOut:
    """Returns a friend as one of the two sees them."""
    other_id = friendship.other(player_id)
    return _friend(friendship, (await _players(db, [other_id]))[other_id])


async def blocks(db: UnitOfWork, paging: Paging, player_id: UUID) -> Page[BlockedPlayerOut]:
    """Returns whom a player has blocked, newest first."""
    rows, cursor = await paginate(db, select(Block).where(Block.blocker_id == player_id), paging, key=[Block.id])
    known = await _players(db, [row.blocked_id for row in rows])
    return Page(items=[blocked(row, known[row.blocked_id]) for row in rows], next_cursor=cursor)


async def the_block(db: UnitOfWork, block: Block) -> BlockedPlayerOut:
    """Returns a block as its player sees it."""
    return blocked(block, (await _players(db, [block.blocked_id]))[block.blocked_id])


async def received(db: UnitOfWork, player_id: UUID) -> int:
    """Returns how many requests wait for a player's answer."""
    query = select(func.count()).select_from(_of(player_id).where(_waits(player_id)).subquery())
    return await db.scalar(query) or 0


async def ids(db: UnitOfWork, player_id: UUID) -> list[UUID]:
    """Returns who a player's friends are."""
    query = _of(player_id).where(Friendship.state == "accepted")
    return [row.other(player_id) for row in await db.scalars(query)]


def request(friendship: Friendship, player_id: UUID, other: Player) -> FriendRequestOut:
    return FriendRequestOut(
        id=friendship.id,
        handle=other.handle or "",
        direction="sent" if friendship.asker_id == player_id else "received",
        asked_at=friendship.asked_at,
    )


def blocked(block: Block, other: Player) -> BlockedPlayerOut:
    return BlockedPlayerOut(id=block.id, handle=other.handle or "", blocked_at=block.blocked_at)


def _of(player_id: UUID) -> Select[Friendship]:
    return select(Friendship).where(or_(Friendship.low_id == player_id, Friendship.high_id == player_id))


def _waits(player_id: UUID) -> ColumnElement[bool]:
    return and_(Friendship.asker_id != player_id, Friendship.state == "requested")


def _is_seen(player_id: UUID) -> ColumnElement[bool]:
    sent = and_(Friendship.asker_id == player_id, Friendship.state.in_(("requested", "ignored")))
    return or_(sent, _waits(player_id))


async def _players(db: UnitOfWork, ids: list[UUID]) -> dict[UUID, Player]:
    return {player.user_id: player for player in await db.scalars(select(Player).where(Player.user_id.in_(ids)))}


def _friend(friendship: Friendship, other: Player) -> FriendOut:
    is_shown = other.visibility != "nobody"
    return FriendOut(
        id=friendship.id,
        handle=other.handle or "",
        level=level_of(other.xp) if is_shown else None,
        xp=other.xp if is_shown else None,
        since=friendship.accepted_at or friendship.asked_at,
    )
