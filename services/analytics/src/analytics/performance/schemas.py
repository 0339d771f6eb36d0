"""Performance over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.pagination import Paged
from amigok_chassis.schemas import NearMoment
from analytics.figures.schemas import Figures
from analytics.figures.values import Number, Share
from analytics.performance.cohorts import Place
from analytics.scopes.schemas import ScopeIn

AgeMonths = Literal["0-6", "6-12", "12-24", "24+", "unknown"]


class PerformanceAsk(ScopeIn, Paged):
    """Which animals, and in which time: the last 90 days, if nothing is said."""

    since: NearMoment | None = None
    until: NearMoment | None = None
    within_farm: Annotated[bool, Field(description="Compare with animals of the same farm only")] = False


class SpreadOut(BaseModel):
    """A measure of so many animals: quarters of them are below `low`, up to `middle`, up to `high`, and above."""

    animals: int
    low: Number
    middle: Number
    high: Number


class MeasureOut(BaseModel):
    """A measure of an animal; null where too little was measured. The cohort is null where it has too few animals."""

    value: Number | None
    cohort: SpreadOut | None
    place: Place | None


class HealthOut(BaseModel):
    """What an animal needed in the time."""

    checkups: int
    vaccinations: int
    treatments: int
    doses_missed: int


class CohortOut(BaseModel):
    """The animals of the same type, breed and age. Of fewer than 10, `animals` and all shares are null.

    `mortality` is the share that died in the time, `treated` the share that was treated.
    """

    type_name: str = Field(examples=["Sheep"])
    breed_name: str = Field(examples=["Awassi"])
    age_months: AgeMonths
    farm_id: UUID | None
    animals: int | None
    mortality: Share | None
    treated: Share | None


class AnimalPerformance(BaseModel):
    """How an animal did. The daily gain is between the first and the last weighing, at least 14 days apart.

    Feed conversion is kg fed for a kg gained, between the same weighings; null where it gained nothing. Of
    `meals_of_unknown_kg` nobody knows how much was eaten, so that conversion is too low.
    """

    livestock_id: UUID
    weighings: int
    daily_gain_kg: MeasureOut
    fed_kg: Number | None
    meals_of_unknown_kg: int
    feed_conversion: MeasureOut
    health: HealthOut
    died_at: AwareDatetime | None
    cohort: CohortOut


class PerformanceOut(Figures):
    """How animals did in a time, each beside its cohort."""

    since: AwareDatetime
    until: AwareDatetime
    smallest_cohort: int
    items: list[AnimalPerformance]
    next_cursor: str | None


class ObservationOut(BaseModel):
    """Something that was measured or done: a weighing, a meal, care, or a death. `kg` is a weight or what was eaten."""

    at: AwareDatetime
    livestock_id: UUID
    what: Literal["weighing", "meal", "care", "death"]
    kind: str = Field(examples=["fed"])
    kg: Number | None
    event_id: UUID
