"""Forecasts over HTTP. There are ranges only: no figure says what will be."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.schemas import In
from amigok_contracts import Money
from analytics.figures.schemas import Figures
from analytics.figures.values import Number, Share
from analytics.forecasts.ranges import Range

RULE = (
    "Each animal of the same type and breed that was weighed at about this weight and again after that time, or died"
    " meanwhile, is one case, if somebody owned it. One in ten cases is below the low end, one in ten above the high"
    " end. The price per kg is taken to stay as it is."
)


class ForecastAsk(In):
    """How far ahead."""

    days: Annotated[Literal["30", "60", "90", "180"], Field(description="How many days ahead")] = "90"


class KgRange(BaseModel):
    """A weight: one case in ten is below `p10`, half below `p50`, one in ten above `p90`."""

    p10: Number
    p50: Number
    p90: Number

    @classmethod
    def of(cls, found: Range[Decimal]) -> Self:
        return cls(p10=found.low, p50=found.middle, p90=found.high)


class MoneyRange(BaseModel):
    """An amount: one case in ten is below `p10`, half below `p50`, one in ten above `p90`."""

    p10: Money
    p50: Money
    p90: Money

    @classmethod
    def of(cls, found: Range[int], currency: str) -> Self:
        low, middle, high = (Money.of_minor(each, currency) for each in (found.low, found.middle, found.high))
        return cls(p10=low, p50=middle, p90=high)


class CalibrationOut(BaseModel):
    """How often ranges of so many days held: four fifths of the time, if they are worth anything.

    `share_low` and `share_high` are what chance alone explains (95 %). Shares are null until something was measured.
    `expected_deaths` is what forecasts came to, `died` what happened.
    """

    days: int
    forecasts: int
    held: int
    below: int
    above: int
    died: int
    unmeasured: int
    expected_deaths: Number
    share: Share | None
    share_low: Share | None
    share_high: Share | None


class Said(BaseModel):
    """What may become of an animal, by what became of others. It is no promise.

    `weight_kg` is of animals that live; the rest counts deaths, at nothing. `result` is the value less what the animal
    is worth now, feed and care, and the fee of a sale.
    """

    livestock_id: UUID
    made_at: AwareDatetime
    ends_at: AwareDatetime
    days: int
    cases: int
    died: int
    mortality: Share
    weight_now_kg: Number
    value_now: Money
    sale_fee: Share = Field(description="The part of a price that a sale costs: that of half of the last year's sales")
    weight_kg: KgRange
    value: MoneyRange
    costs: MoneyRange
    result: MoneyRange
    rule: str = Field(examples=[RULE])


class ForecastOut(Said, Figures):
    """What may become of an animal, and how earlier forecasts of so many days did (`calibration`)."""

    calibration: CalibrationOut


class CaseOut(BaseModel):
    """What became of one animal of the past, which is not named. `gain_kg` is null where it died."""

    gain_kg: Number | None
    cost: Money


class CasesOut(BaseModel):
    """The cases that a forecast was made of, from the smallest gain to the largest; those that died come first."""

    forecast_id: UUID
    made_at: AwareDatetime
    items: list[CaseOut]


class CalibrationsOut(BaseModel):
    """How forecasts did, by how far ahead they looked."""

    items: list[CalibrationOut]
