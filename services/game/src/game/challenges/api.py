"""Challenges over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.schemas import SeenVersion
from amigok_chassis.standing import AccountInactive
from game.challenges import catalogue, queries, service
from game.challenges.errors import (
    ChallengeExists,
    ChallengeNotFound,
    ChallengeOver,
    ChallengeRetired,
    TooManyChallenges,
)
from game.challenges.schemas import ChallengeChange, ChallengeIn, ChallengeOut, MyChallengeOut
from game.players.errors import NotPlaying

router = APIRouter(prefix="/api/v1/games/pilot-farming")
admin = APIRouter(prefix="/api/v1/admin/pilot-farming/challenges", dependencies=[Depends(requires("admin"))])

_CHANGED = (ChallengeNotFound, ChallengeRetired, VersionConflict)


@router.get("/challenges", responses=problems(NotPlaying))
async def list_challenges(me: CurrentUser, page: PageRequest, db: Reader) -> Page[MyChallengeOut]:
    """Lists the challenges that you can join or have joined, those that end last first."""
    return await queries.of_player(db, page, me.id)


@router.post(
    "/challenges/{challenge_id}/join",
    responses=problems(
        AccountInactive, NotPlaying, ChallengeNotFound, ChallengeRetired, ChallengeOver, TooManyChallenges
    ),
)
async def join_challenge(challenge_id: UUID, me: CurrentUser, db: Session) -> MyChallengeOut:
    """Joins a challenge: what you do from today on counts. Sent again it has no further effect."""
    await service.join(db, me.id, challenge_id)
    return await queries.one(db, me.id, challenge_id)


@admin.get("")
async def list_all_challenges(page: PageRequest, db: Reader) -> Page[ChallengeOut]:
    """Lists all challenges with their conditions, retired ones too, those that end last first."""
    return await queries.offered(db, page)


@admin.post("", status_code=201, responses=problems(ChallengeExists))
async def add_challenge(body: ChallengeIn, db: Session) -> ChallengeOut:
    """Adds a challenge."""
    return ChallengeOut.model_validate(await catalogue.add(db, body))


@admin.put("/{challenge_id}", responses=problems(*_CHANGED, ChallengeExists))
async def change_challenge(challenge_id: UUID, body: ChallengeChange, db: Session) -> ChallengeOut:
    """Describes a challenge anew. What it asks for and gives stays as players have joined it."""
    return ChallengeOut.model_validate(await catalogue.change(db, challenge_id, body))


@admin.delete("/{challenge_id}", status_code=204, responses=problems(*_CHANGED))
async def retire_challenge(challenge_id: UUID, version: SeenVersion, db: Session) -> None:
    """Lets nobody join a challenge any more. Whoever has joined it can still meet it."""
    await catalogue.retire(db, challenge_id, seen=version)
