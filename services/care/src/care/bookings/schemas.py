"""Visits over HTTP."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.schemas import In, NearMoment, Out, Version
from care.requests.schemas import State

Minutes = Annotated[int, Field(ge=0)]


class SlotOut(Out):
    """When a veterinarian could come."""

    veterinarian_id: UUID
    starts_at: datetime
    ends_at: datetime


class SlotsOut(BaseModel):
    """Free slots, earliest first; of those at one time, the nearest veterinarian's first. `more`: there are others."""

    items: list[SlotOut]
    more: bool


class SlotIn(In):
    """Who is to come, and when. It takes as long as the care service does."""

    version: Version
    veterinarian_id: UUID
    starts_at: NearMoment


class VisitIn(In):
    """Who is to come, and when. Without a veterinarian the nearest who is free; without both, as soon as they can.

    A veterinarian without a time is only named: they may quote, and the time is set later.
    """

    version: Version
    veterinarian_id: UUID | None = None
    starts_at: NearMoment | None = None


class HandOverIn(In):
    """To whom a visit goes; without one to the nearest who is free then."""

    version: Version
    veterinarian_id: UUID | None = None


class VisitOut(BaseModel):
    """Who comes for a request, and when; null where that is open."""

    request_id: UUID
    version: int
    state: State
    veterinarian_id: UUID | None
    starts_at: datetime | None
    ends_at: datetime | None


class VisitOfDayOut(BaseModel):
    """A visit of a day. The way takes so many minutes from the visit before, or from where one sets out."""

    request_id: UUID
    version: int
    state: State
    emergency: bool
    service_name: str = Field(examples=["Yearly checkup"])
    livestock_id: UUID
    tag_number: str | None
    farm_id: UUID | None
    farm_name: str | None
    area_name: str | None = Field(examples=["North barn, pen 3"])
    starts_at: datetime
    ends_at: datetime
    travel_minutes: Minutes


class DayOut(BaseModel):
    """The visits of a day in the veterinarian's time zone, in their order."""

    on: date
    time_zone: str = Field(examples=["Europe/Madrid"])
    stops: list[VisitOfDayOut]
