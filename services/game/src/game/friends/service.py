"""Use cases of friends. Both players' rows are locked, in the order of their ids."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_pilot import FriendshipAccepted, FriendshipRequested
from game.friends.errors import (
    AlreadyFriends,
    BlockNotFound,
    FriendshipNotFound,
    OwnHandle,
    PlayerBlocked,
    PlayerNotFound,
    TooManyFriendRequests,
    TooManyFriends,
)
from game.friends.models import Block, Friendship
from game.players import locks
from game.players import service as players
from game.players.handles import key_of
from game.players.models import Player

MOST_FRIENDS = 200
REQUESTS_A_DAY = 20
MUTED_FOR = timedelta(days=30)
"""So long requests of somebody who was declined do not reach the other."""

DAY = timedelta(days=1)


async def ask(db: UnitOfWork, player_id: UUID, handle: str) -> Friendship:
    """Asks a player to be friends; where they have asked before, it is their answer. A blocked player is told the same.

    Raises AccountInactive, NotPlaying, PlayerNotFound, OwnHandle, PlayerBlocked, AlreadyFriends, TooManyFriends,
    TooManyFriendRequests.
    """
    await standing.require_active(db, player_id)
    other_id = await _named(db, player_id, handle)
    await locks.take(db, [player_id, other_id])
    await players.of(db, player_id)
    if await _blocks(db, player_id, other_id):
        raise PlayerBlocked
    known = await _between(db, player_id, other_id)
    if known is None or known.state == "ended":
        return await _ask(db, known, player_id, other_id)
    if known.state == "accepted":
        raise AlreadyFriends
    if known.asker_id != player_id:
        await _accept(db, known, player_id)
    return known


async def accept(db: UnitOfWork, player_id: UUID, friendship_id: UUID) -> Friendship:
    """Accepts a request that somebody was sent. Raises FriendshipNotFound, WrongState, TooManyFriends."""
    friendship = await _received(db, player_id, friendship_id)
    await _accept(db, friendship, player_id)
    return friendship


async def decline(db: UnitOfWork, player_id: UUID, friendship_id: UUID) -> None:
    """Declines a request; who has asked is not told. Raises FriendshipNotFound, WrongState."""
    friendship = await _received(db, player_id, friendship_id)
    friendship.become("decline")
    friendship.muted_until = clock.now() + MUTED_FOR


async def end(db: UnitOfWork, player_id: UUID, friendship_id: UUID) -> None:
    """Ends a friendship, or takes back a request. Raises FriendshipNotFound."""
    friendship = await _locked(db, player_id, friendship_id)
    if friendship.state != "accepted" and friendship.asker_id != player_id:
        raise FriendshipNotFound
    friendship.become("end")


async def block(db: UnitOfWork, player_id: UUID, handle: str) -> Block:
    """Blocks a player: what was between them ends. Repeating the call has no further effect.

    Raises NotPlaying, PlayerNotFound, OwnHandle.
    """
    other_id = await _named(db, player_id, handle)
    await locks.take(db, [player_id, other_id])
    await players.of(db, player_id)
    row = insert(Block).values(blocker_id=player_id, blocked_id=other_id, blocked_at=clock.now())
    await db.execute(row.on_conflict_do_nothing(index_elements=["blocker_id", "blocked_id"]))
    known = await _between(db, player_id, other_id)
    if known is not None:
        _cut(known, player_id)
    theirs = select(Block).where(Block.blocker_id == player_id, Block.blocked_id == other_id)
    return (await db.scalars(theirs)).one()


async def unblock(db: UnitOfWork, player_id: UUID, block_id: UUID) -> None:
    """Blocks a player no more. Raises BlockNotFound."""
    mine = delete(Block).where(Block.id == block_id, Block.blocker_id == player_id).returning(Block.id)
    if await db.scalar(mine) is None:
        raise BlockNotFound


async def forget(db: UnitOfWork, player_id: UUID) -> None:
    """Erases the friendships and blocks of a deleted player."""
    await db.execute(delete(Friendship).where(or_(Friendship.low_id == player_id, Friendship.high_id == player_id)))
    await db.execute(delete(Block).where(or_(Block.blocker_id == player_id, Block.blocked_id == player_id)))


async def _named(db: UnitOfWork, player_id: UUID, handle: str) -> UUID:
    """Returns who plays under a handle."""
    other_id = await db.scalar(select(Player.user_id).where(Player.handle_key == key_of(handle)))
    if other_id is None:
        raise PlayerNotFound
    if other_id == player_id:
        raise OwnHandle
    return other_id


async def _ask(db: UnitOfWork, known: Friendship | None, player_id: UUID, other_id: UUID) -> Friendship:
    await _require_few(db, player_id)
    now = clock.now()
    low_id, high_id = sorted((player_id, other_id))
    friendship = known or Friendship(low_id=low_id, high_id=high_id, state=None)
    is_muted = friendship.muted_until is not None and now < friendship.muted_until and friendship.asker_id == player_id
    is_muted = is_muted or await _blocks(db, other_id, player_id)
    is_fresh = known is None or known.asker_id != player_id or now - known.asked_at >= DAY
    friendship.become("mute" if is_muted else "request")
    friendship.asker_id, friendship.asked_at = player_id, now
    db.add(friendship)
    await db.flush()
    if is_fresh and not is_muted:
        emit(db, FriendshipRequested(friendship_id=friendship.id, user_id=other_id, requested_by=player_id))
    return friendship


async def _accept(db: UnitOfWork, friendship: Friendship, player_id: UUID) -> None:
    for each in (friendship.low_id, friendship.high_id):
        if await count(db, each) >= MOST_FRIENDS:
            raise TooManyFriends(limit=MOST_FRIENDS)
    friendship.become("accept")
    friendship.accepted_at, friendship.muted_until = clock.now(), None
    accepted = FriendshipAccepted(friendship_id=friendship.id, user_id=player_id, requested_by=friendship.asker_id)
    emit(db, accepted)


def _cut(friendship: Friendship, blocker_id: UUID) -> None:
    """Leaves nothing between two players but what the other has asked for, which the blocker does not see."""
    is_theirs = friendship.state != "accepted" and friendship.asker_id != blocker_id
    if is_theirs and friendship.state == "requested":
        friendship.become("mute")
    elif not is_theirs and friendship.state != "ended":
        friendship.become("end")


async def count(db: UnitOfWork, player_id: UUID) -> int:
    """Returns how many friends a player has."""
    theirs = or_(Friendship.low_id == player_id, Friendship.high_id == player_id)
    query = select(func.count()).select_from(Friendship).where(theirs, Friendship.state == "accepted")
    return await db.scalar(query) or 0


async def _require_few(db: UnitOfWork, player_id: UUID) -> None:
    if await count(db, player_id) >= MOST_FRIENDS:
        raise TooManyFriends(limit=MOST_FRIENDS)
    mine = or_(Friendship.low_id == player_id, Friendship.high_id == player_id)
    asked = select(func.count()).select_from(Friendship).where(mine, Friendship.asker_id == player_id)
    if (await db.scalar(asked.where(Friendship.asked_at > clock.now() - DAY)) or 0) >= REQUESTS_A_DAY:
        raise TooManyFriendRequests(limit=REQUESTS_A_DAY)


async def _received(db: UnitOfWork, player_id: UUID, friendship_id: UUID) -> Friendship:
    """Returns a request that somebody was sent, and sees. Raises FriendshipNotFound."""
    friendship = await _locked(db, player_id, friendship_id)
    if friendship.asker_id == player_id or friendship.state == "ignored":
        raise FriendshipNotFound
    return friendship


async def _locked(db: UnitOfWork, player_id: UUID, friendship_id: UUID) -> Friendship:
    """Returns what is between a player and another, who are locked. Raises FriendshipNotFound."""
    mine = or_(Friendship.low_id == player_id, Friendship.high_id == player_id)
    found = await db.scalar(select(Friendship).where(Friendship.id == friendship_id, mine, Friendship.state != "ended"))
    if found is None:
        raise FriendshipNotFound
    await locks.take(db, [found.low_id, found.high_id])
    await db.refresh(found)
    return found


async def _between(db: UnitOfWork, player_id: UUID, other_id: UUID) -> Friendship | None:
    low_id, high_id = sorted((player_id, other_id))
    return await db.scalar(select(Friendship).where(Friendship.low_id == low_id, Friendship.high_id == high_id))


async def _blocks(db: UnitOfWork, blocker_id: UUID, blocked_id: UUID) -> bool:
    theirs = select(Block.id).where(Block.blocker_id == blocker_id, Block.blocked_id == blocked_id)
    return await db.scalar(theirs) is not None
