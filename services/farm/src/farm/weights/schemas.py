"""Weights over HTTP."""

from datetime import datetime
from decimal import Decimal
from typing import Literal, Self
from uuid import UUID

from pydantic import BaseModel, model_validator

from amigok_chassis.pagination import Page
from amigok_chassis.schemas import LongName, Moment, Out
from farm.schemas import FieldIn, Weight


class WeighingIn(FieldIn):
    """A weight, measured now unless a time is given. A correction names the entry that it replaces, and the reason."""

    weight_kg: Weight
    measured_at: Moment | None = None
    supersedes_id: UUID | None = None
    reason: LongName | None = None

    @model_validator(mode="after")
    def _say_why(self) -> Self:
        if (self.supersedes_id is None) != (self.reason is None):
            raise ValueError("a correction, and nothing else, has a reason")
        return self


class WeighingOut(Out):
    """One entry. `superseded_at` is when another entry replaced it. Only the farm's people see who recorded it."""

    id: UUID
    weight_kg: Decimal
    measured_at: datetime
    recorded_at: datetime
    recorded_by: UUID | None
    supersedes_id: UUID | None
    reason: str | None
    superseded_at: datetime | None


class Estimate(BaseModel):
    """What the animal weighs if it kept growing as before; not a measured weight. It is valid until `valid_until`."""

    estimated: Literal[True] = True
    weight_kg: Decimal
    as_of: datetime
    valid_until: datetime


class Weights(Page[WeighingOut]):
    """An animal's weights, latest first, and its gain in kg a day over the 90 days before the latest."""

    daily_gain_kg: Decimal | None
    estimate: Estimate | None
