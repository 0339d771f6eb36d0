"""The history of an animal's care over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.pagination import PageRequest
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound
from care.history import queries
from care.history.schemas import CareHistoryOut

router = APIRouter(prefix="/api/v1")


@router.get("/livestock/{livestock_id}/care-history", responses=problems(LivestockNotFound))
async def read_care_history(livestock_id: UUID, me: CurrentUser, db: Reader, page: PageRequest) -> CareHistoryOut:
    """Lists what was done to an animal, newest first.

    Its owner sees what was done in their time, and the vaccinations and withdrawal periods that go on with it.
    """
    return await queries.of_animal(db, livestock_id, page, viewer=me)
