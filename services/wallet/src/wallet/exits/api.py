"""What may leave a wallet, over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser, assurance
from amigok_chassis.db import Reader, Session
from amigok_chassis.problems import problems
from wallet.exits import shown, stops
from wallet.exits.errors import ExitDelayed
from wallet.exits.schemas import ExitsOut, StopIn

router = APIRouter(prefix="/api/v1/wallet/exits")


@router.get("")
async def read_exits(me: CurrentUser, db: Reader) -> ExitsOut:
    """Your limits for a day, what of them is used, and what was unusual."""
    return await shown.exits(db, user_id=me.id)


@router.post("/stop")
async def stop_exits(body: StopIn, me: CurrentUser, db: Session) -> ExitsOut:
    """Stops all exits: nothing leaves your wallet, your saved cards are not charged, and nobody can buy from you.

    An earlier stop is not shortened.
    """
    await stops.stop(db, user_id=me.id, hours=body.hours)
    return await shown.exits(db, user_id=me.id)


@router.post("/resume", responses=problems(ExitDelayed))
async def resume_exits(me: RecentUser, db: Session) -> ExitsOut:
    """Lifts the stop."""
    await stops.resume(db, user_id=me.id, assurance=assurance(me))
    return await shown.exits(db, user_id=me.id)
