"""Friends over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from game.friends import queries, service
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
from game.friends.schemas import BlockedPlayerOut, FriendOut, FriendRequestOut, HandleIn
from game.players.errors import NotPlaying

router = APIRouter(prefix="/api/v1/games/pilot-farming/friends")


@router.get("")
async def list_friends(me: CurrentUser, page: PageRequest, db: Reader) -> Page[FriendOut]:
    """Lists your friends."""
    return await queries.friends(db, page, me.id)


@router.get("/requests")
async def list_friend_requests(me: CurrentUser, page: PageRequest, db: Reader) -> Page[FriendRequestOut]:
    """Lists the requests that wait for an answer: yours, and those of others to you."""
    return await queries.requests(db, page, me.id)


@router.post(
    "/requests",
    status_code=201,
    responses=problems(
        AccountInactive,
        NotPlaying,
        PlayerNotFound,
        OwnHandle,
        PlayerBlocked,
        AlreadyFriends,
        TooManyFriends,
        TooManyFriendRequests,
    ),
)
async def ask_to_be_friends(body: HandleIn, me: CurrentUser, db: Session) -> FriendRequestOut:
    """Asks a player to be friends. If they have asked you, you are friends now."""
    return await queries.one(db, await service.ask(db, me.id, body.handle), me.id)


@router.post("/requests/{friendship_id}/accept", responses=problems(FriendshipNotFound, WrongState, TooManyFriends))
async def accept_friend(friendship_id: UUID, me: CurrentUser, db: Session) -> FriendOut:
    """Accepts a request."""
    return await queries.friend(db, await service.accept(db, me.id, friendship_id), me.id)


@router.post("/requests/{friendship_id}/decline", status_code=204, responses=problems(FriendshipNotFound, WrongState))
async def decline_friend(friendship_id: UUID, me: CurrentUser, db: Session) -> None:
    """Declines a request. Whoever has asked is not told."""
    await service.decline(db, me.id, friendship_id)


@router.delete("/{friendship_id}", status_code=204, responses=problems(FriendshipNotFound))
async def end_friendship(friendship_id: UUID, me: CurrentUser, db: Session) -> None:
    """Ends a friendship, or takes back your request."""
    await service.end(db, me.id, friendship_id)


@router.get("/blocks")
async def list_blocked_players(me: CurrentUser, page: PageRequest, db: Reader) -> Page[BlockedPlayerOut]:
    """Lists the players whom you have blocked."""
    return await queries.blocks(db, page, me.id)


@router.post("/blocks", status_code=201, responses=problems(NotPlaying, PlayerNotFound, OwnHandle))
async def block_player(body: HandleIn, me: CurrentUser, db: Session) -> BlockedPlayerOut:
    """Blocks a player: you are no friends any more, and their requests do not reach you. They are not told."""
    return await queries.the_block(db, await service.block(db, me.id, body.handle))


@router.delete("/blocks/{block_id}", status_code=204, responses=problems(BlockNotFound))
async def unblock_player(block_id: UUID, me: CurrentUser, db: Session) -> None:
    """Blocks a player no more."""
    await service.unblock(db, me.id, block_id)
