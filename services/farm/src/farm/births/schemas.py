"""What clients send and get about births."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from farm.models import Sex
from farm.schemas import FieldIn, IdCard, In, LivestockDetails, Moment, Out, PricePerKg, Tag, Weight


class OffspringIn(In):
    """Breed and price per kg are the dam's unless given; another price needs a second person."""

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
    """A birth as it is on record; its offspring are not sold while `confirmed_at` is null."""

    id: UUID
    dam_id: UUID
    owner_id: UUID | None
    born_at: datetime
    recorded_at: datetime
    recorded_by: UUID
    confirmed_at: datetime | None
    confirmed_by: UUID | None
