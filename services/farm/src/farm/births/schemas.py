"""What clients send and get about births."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from farm.models import Sex
from farm.schemas import FieldIn, IdCard, In, LivestockDetails, Moment, PricePerKg, Tag, Weight


class OffspringIn(In):
    """Breed and price per kg are the dam's unless given."""

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
