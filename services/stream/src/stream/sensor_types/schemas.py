"""Types of sensors over HTTP."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from amigok_chassis.schemas import In, Out, Version
from amigok_chassis.text import Line
from stream.sensor_types.models import FARTHEST, Kind

TypeName = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,49}$", max_length=50), Field(examples=["temperature"])
]
Unit = Annotated[Line, Field(min_length=1, max_length=20, examples=["°C"])]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-FARTHEST, le=FARTHEST)]
Yes = Annotated[bool, Field(strict=True)]


class _Range(In):
    minimum: Number
    maximum: Number
    shown_to_owners: Yes = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.minimum > self.maximum:
            raise ValueError("the minimum is at most the maximum")
        return self


class SensorTypeIn(_Range):
    """A value outside of minimum and maximum, in the unit, cannot be true and is refused."""

    name: TypeName
    kind: Kind
    unit: Unit


class SensorTypeChange(_Range):
    """What may change of a type. Its unit stays, since what was measured is stored in it."""

    version: Version


class SensorTypeOut(Out):
    id: UUID
    name: TypeName
    version: int
    kind: Kind
    unit: Unit
    minimum: float
    maximum: float
    shown_to_owners: bool
    created_at: datetime
