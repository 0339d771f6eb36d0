"""Births over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.schemas import In, Moment, Out
from farm.livestock.models import Sex
from farm.livestock.schemas import IdCard, LivestockDetails, PricePerKg, Tag
from farm.schemas import FieldIn, Weight


class OffspringIn(In):
    """One of the offspring. Breed and price per kg are the dam's unless given; another price needs a second person."""

    sex: Sex
    tag_number: Tag
    unique_id_card: IdCard
    weight_kg: Weight
    breed_id: UUID | None = None
    price_per_kg: PricePerKg | None = None


class BirthIn(FieldIn):
    born_at: Moment
    offspring: Annotated[list[OffspringIn], Field(min_length=1, max_length=20)]


class BirthOut(BaseModel):
    """A birth with its offspring, in the order in which they were sent."""

    id: UUID
    dam_id: UUID
    born_at: AwareDatetime
    offspring: list[LivestockDetails]


class BirthRecordOut(Out):
    """A recorded birth. Its offspring are not sold while `confirmed_at` is null."""

    id: UUID
    dam_id: UUID
    owner_id: UUID | None
    born_at: datetime
    recorded_at: datetime
    recorded_by: UUID
    confirmed_at: datetime | None
    confirmed_by: UUID | None
