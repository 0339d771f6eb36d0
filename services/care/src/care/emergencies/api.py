"""Emergencies over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_herd import OwnAnimal
from care.bookings.api import shown
from care.bookings.errors import SlotTaken
from care.bookings.schemas import VisitOut
from care.emergencies import queries, taking
from care.emergencies.errors import EmergencyTaken
from care.emergencies.schemas import EmergencyOut, State
from care.requests.errors import NotFunded, RequestNotFound, SlotOutOfRange, VeterinarianNotSuitable

vet = APIRouter(prefix="/api/v1/vet", dependencies=[Depends(requires("veterinarian"))])
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@vet.get("/emergencies")
async def list_waiting_emergencies(page: PageRequest, db: Reader) -> Page[EmergencyOut]:
    """Lists the emergencies that nobody has taken over, oldest first. You may take one that others are asked for."""
    return await queries.waiting(db, page)


@vet.post(
    "/care-requests/{request_id}/take",
    responses=problems(
        RequestNotFound,
        EmergencyTaken,
        WrongState,
        NotFunded,
        VeterinarianNotSuitable,
        OwnAnimal,
        SlotOutOfRange,
        SlotTaken,
    ),
)
async def take_emergency(request_id: UUID, me: CurrentUser, db: Session) -> VisitOut:
    """Takes an emergency over: you come as soon as you can. Visits of yours that are in the way go to others."""
    return await shown(db, await taking.take(db, request_id, by=me.id))


@admin.get("/emergencies")
async def list_emergencies(
    page: PageRequest, db: Reader, state: Annotated[State, Query()] = "unanswered"
) -> Page[EmergencyOut]:
    """Lists the emergencies in a state, oldest first. Assign a veterinarian to one that is unanswered."""
    return await queries.in_state(db, page, state)
