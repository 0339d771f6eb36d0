"""Prizes over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from game.prizes import entitlements, queries
from game.prizes.errors import PrizeNotFound
from game.prizes.schemas import CodeOut, PrizeWonOut

router = APIRouter(prefix="/api/v1/my-contests/prizes")
admin = APIRouter(prefix="/api/v1/admin/contests", dependencies=[Depends(requires("admin"))])


@router.get("")
async def list_my_prizes(me: CurrentUser, page: PageRequest, db: Reader) -> Page[PrizeWonOut]:
    """Lists what your animals have won, newest first."""
    return await queries.of_owner(db, page, me.id)


@router.post("/{prize_id}/code", responses=problems(AccountInactive, PrizeNotFound))
async def show_prize_code(prize_id: UUID, me: CurrentUser, db: Session) -> CodeOut:
    """Issues the code by which a prize that is no money is claimed; the one before, if any, is worth nothing then.

    The code is not kept: whoever has lost it asks for another.
    """
    return CodeOut(code=await entitlements.issue_code(db, prize_id, by=me.id))


@admin.get("/{contest_id}/prizes")
async def list_prizes(contest_id: UUID, page: PageRequest, db: Reader) -> Page[PrizeWonOut]:
    """Lists the prizes of a contest and what became of them, the best ranks first."""
    return await queries.of_contest(db, page, contest_id)
