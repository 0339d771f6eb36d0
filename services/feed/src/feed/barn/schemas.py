"""The barn over HTTP."""

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from amigok_chassis import text
from amigok_chassis.pagination import Page
from amigok_chassis.schemas import In, NearMoment, Out, thousandths
from amigok_chassis.values import OneSpelling
from feed.barn.models import Outcome, Verdict
from feed.meals.models import State

MOST_AT_ONCE = 1000


MealKg = Annotated[
    Decimal, Field(gt=0, le=1000, decimal_places=3, max_digits=7), AfterValidator(thousandths), OneSpelling
]
"""What one animal eats at once, in kg."""


class FeedingIn(In):
    """What was seen at an animal's trough, sent as soon as the phone finds a network.

    `kg` is what was eaten: the ration unless it is given. `corrects_id` is the record of the same meal that this one
    replaces.
    """

    client_id: UUID = Field(description="The phone's own id of this feeding. One that is sent again is recorded once.")
    livestock_id: UUID
    fed_at: NearMoment
    outcome: Outcome = "fed"
    meal_id: UUID | None = Field(None, description="The task that it is about; without it the nearest of the animal")
    kg: MealKg | None = None
    reason: Annotated[text.Line, Field(min_length=3, max_length=200)] | None = None
    corrects_id: UUID | None = None

    @model_validator(mode="after")
    def _say_why(self) -> Self:
        if self.outcome != "fed" and self.reason is None:
            raise ValueError("a meal that was refused, or eaten in part, has a reason")
        if self.corrects_id is not None and self.meal_id is None:
            raise ValueError("a correction names its meal")
        if self.outcome == "refused" and self.kg is not None:
            raise ValueError("of a refused meal nothing was eaten")
        return self

    @cached_property
    def digest(self) -> bytes:
        """The digest of what the feeding means: two spellings of one number or moment are equal."""
        return sha256(self.model_dump_json(exclude={"client_id"}).encode()).digest()


class FeedingsIn(In):
    """Up to 1,000 feedings, in any order."""

    feedings: Annotated[list[FeedingIn], Field(min_length=1, max_length=MOST_AT_ONCE)]


class FeedingOut(Out):
    """A recorded feeding.

    `recorded`: it counts for its meal. `corrected`: the meal was paid, and its owner pays or gets the difference.
    `unplanned`: no such meal was planned, and it costs nothing. `kg` is what was eaten; null where nobody knows.
    """

    id: UUID
    client_id: UUID
    livestock_id: UUID
    meal_id: UUID | None
    outcome: Outcome
    verdict: Verdict
    kg: Decimal | None
    is_estimated: bool
    reason: str | None
    corrects_id: UUID | None
    fed_at: datetime
    recorded_at: datetime


class FeedingVerdictOut(BaseModel):
    """What became of one feeding: either it is recorded, or `code` and `title` say why not, as a problem would."""

    client_id: UUID
    feeding: FeedingOut | None = None
    code: str | None = None
    title: str | None = None


class FeedingVerdictsOut(BaseModel):
    """A verdict on each feeding, in the order in which they were sent."""

    items: list[FeedingVerdictOut]


class FeedingTaskOut(BaseModel):
    """A meal to give. `ration_kg` is what it comes to now; null while the animal's weight is not known.

    `weight`: `measured`, `estimated` or `unknown`; null where the ration does not depend on it. `state`: `planned` or
    `missed` (both can be logged), or `fed`, `partly`, `refused`. `notes` are codes of what to mind: `quarantine`,
    `medicine`. `medicines` are those whose doses are due and were not given.
    """

    meal_id: UUID
    livestock_id: UUID
    tag_number: str | None
    area_id: UUID | None
    area_name: str | None
    due_at: datetime
    state: State
    package_name: str | None
    ingredients: list[str]
    ration_kg: Decimal | None
    weight: Literal["measured", "estimated", "unknown"] | None
    weight_kg: Decimal | None
    notes: list[str]
    medicines: list[str] = Field(examples=[["Amoxicillin"]])
    fed_at: datetime | None
    fed_kg: Decimal | None
    reason: str | None
    log_id: UUID | None


class FeedingTasksOut(Page[FeedingTaskOut]):
    """A farm's meals of one of its days, by area and time. `day` is the farm's today unless another was asked for."""

    farm_id: UUID
    day: date
