"""Statements over HTTP."""

from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_contracts import Money
from feed.meals.models import State
from feed.periods.models import Kind


class StatementLine(BaseModel):
    """A period in the list. `charged` is what was fed until it ended; null as long as it runs or waits for the wallet.

    `close_reason` says why it ended.
    """

    id: UUID
    subscription_id: UUID
    livestock_id: UUID
    kind: Kind
    state: Literal["asked", "open", "settling", "settled", "refused"]
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    closed_at: AwareDatetime | None
    close_reason: str | None = Field(examples=["end"])
    price: Money
    charged: Money | None


class MealLine(BaseModel):
    """A meal of the period. `price` is its share of the period's price, `charged` what it costs.

    `void`: the period had ended before it was due. `local_time` is the time of day on the farm.
    """

    id: UUID
    due_at: AwareDatetime
    local_day: date
    local_time: str = Field(examples=["18:30"])
    state: State
    ration_kg: Decimal | None
    fed_at: AwareDatetime | None
    fed_kg: Decimal | None
    reason: str | None = Field(examples=["No appetite"])
    price: Money
    charged: Money


class CorrectionLine(BaseModel):
    """A meal that was logged after the period was settled. Below zero, `amount` was given back."""

    id: UUID
    meal_id: UUID
    made_at: AwareDatetime
    before: State
    after: State
    amount: Money
    settled_at: AwareDatetime | None


class StatementOut(StatementLine):
    """What a period came to. `price` is `charged` and `released`; `total` is what all meals cost, after corrections."""

    tag_number: str | None = Field(examples=["EID-982000123456789"])
    type_name: str | None = Field(examples=["Sheep"])
    breed_name: str | None = Field(examples=["Awassi"])
    farm_name: str | None = Field(examples=["Green Valley Farm"])
    package_name: str = Field(examples=["Meadow"])
    time_zone: str = Field(examples=["Europe/Madrid"])
    released: Money
    total: Money
    meals: list[MealLine]
    corrections: list[CorrectionLine]
