"""Coins over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from game.coins import queries
from game.coins.schemas import CoinEntryOut

router = APIRouter(prefix="/api/v1/games/pilot-farming")


@router.get("/coins")
async def list_coins(me: CurrentUser, page: PageRequest, db: Reader) -> Page[CoinEntryOut]:
    """Lists what you got and spent, newest first. What you have is on the dashboard."""
    return await queries.of_player(db, page, me.id)
