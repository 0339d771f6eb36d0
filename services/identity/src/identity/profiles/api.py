"""The profile over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from identity.sessions import queries
from identity.users.schemas import Profile

router = APIRouter(prefix="/api/v1")


@router.get("/me")
async def show_me(me: CurrentUser, db: Reader) -> Profile:
    """Returns who I am."""
    return Profile.model_validate(await queries.profile(db, me=me))
