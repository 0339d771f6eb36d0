"""Labels over HTTP."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from amigok_chassis.schemas import In
from farm.labels.typesetting import Format

MAX_LABELS = 500


class LabelsIn(In):
    """The labels to print: for these animals, in this order, or for all that live in a farm, by tag number."""

    livestock_ids: Annotated[list[UUID], Field(min_length=1, max_length=MAX_LABELS)] | None = None
    farm_id: UUID | None = None
    format: Format = "a4_3x8"

    @model_validator(mode="after")
    def _either(self) -> Self:
        if (self.livestock_ids is None) == (self.farm_id is None):
            raise ValueError("give livestock_ids or farm_id")
        return self
