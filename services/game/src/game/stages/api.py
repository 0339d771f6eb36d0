"""The stages of contests over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import Administrator, requires
from amigok_chassis.db import Session
from amigok_chassis.machine import WrongState
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.rows import VersionConflict
from amigok_chassis.schemas import SeenVersion
from game.contests.errors import ContestNotFound, ResultsAnnounced, TimesPassed
from game.contests.schemas import ContestOut
from game.stages import service
from game.stages.schemas import StageIn

router = APIRouter(prefix="/api/v1/admin/contests", dependencies=[Depends(requires("admin"))])

_MOVED = (ContestNotFound, VersionConflict, OwnBehalf, WrongState)


@router.post("/{contest_id}/open", responses=problems(ContestNotFound, VersionConflict, TimesPassed, WrongState))
async def open_contest(contest_id: UUID, body: StageIn, db: Session) -> ContestOut:
    """Opens the registration of a draft ahead of its time."""
    return ContestOut.of(await service.open_by_hand(db, contest_id, version=body.version))


@router.post("/{contest_id}/start", responses=problems(*_MOVED))
async def start_contest(contest_id: UUID, body: StageIn, admin: Administrator, db: Session) -> ContestOut:
    """Starts a contest ahead of its time: rules and entries are frozen. With too few entries it is cancelled."""
    return ContestOut.of(await service.start_by_hand(db, contest_id, version=body.version, by=admin.id))


@router.post("/{contest_id}/end", responses=problems(*_MOVED))
async def end_contest(contest_id: UUID, body: StageIn, admin: Administrator, db: Session) -> ContestOut:
    """Ends a contest ahead of its time: what happens from now on does not count."""
    return ContestOut.of(await service.end_by_hand(db, contest_id, version=body.version, by=admin.id))


@router.delete("/{contest_id}", status_code=204, responses=problems(*_MOVED, ResultsAnnounced))
async def cancel_contest(contest_id: UUID, version: SeenVersion, admin: Administrator, db: Session) -> None:
    """Cancels a contest before its results are announced. Fees are given back."""
    await service.cancel_by_hand(db, contest_id, version=version, by=admin.id)
