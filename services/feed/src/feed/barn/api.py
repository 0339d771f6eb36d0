"""The barn over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import PageRequest
from amigok_chassis.problems import problems
from amigok_herd import FarmPeople, LivestockNotFound, OtherFarm, OwnAnimal
from feed.barn import service, tasks
from feed.barn.errors import AnimalGone, ClientIdReused, FedInFuture, FedTooLongAgo, MealLogged, MealNotDue
from feed.barn.schemas import FeedingIn, FeedingOut, FeedingsIn, FeedingTasksOut, FeedingVerdictsOut
from feed.lots.schemas import NearDate

router = APIRouter(prefix="/api/v1/staff")


@router.get("/feeding-tasks", responses=problems(OtherFarm))
async def list_feeding_tasks(
    farm_id: UUID,
    me: FarmPeople,
    page: PageRequest,
    db: Reader,
    day: Annotated[NearDate | None, Query(description="A day of the farm's calendar: today unless given")] = None,
    only_open: Annotated[bool, Query(description="Only meals that nobody has logged")] = False,
) -> FeedingTasksOut:
    """Lists the meals of a farm's day, by area and time."""
    return await tasks.tasks_of(db, page, farm_id, day=day, only_open=only_open, viewer=me)


@router.post(
    "/feeding-log",
    status_code=201,
    responses=problems(
        LivestockNotFound,
        OtherFarm,
        OwnAnimal,
        FedInFuture,
        FedTooLongAgo,
        AnimalGone,
        MealNotDue,
        MealLogged,
        ClientIdReused,
    ),
)
async def log_feeding(body: FeedingIn, me: FarmPeople, db: Session) -> FeedingOut:
    """Records one feeding. Sending it again has no further effect."""
    return await service.record_one(db, body, by=me)


@router.post("/feeding-log/bulk")
async def log_feedings(body: FeedingsIn, me: FarmPeople, db: Session) -> FeedingVerdictsOut:
    """Records up to 1,000 feedings, and answers with a verdict on each."""
    return await service.record_all(db, body.feedings, by=me)
