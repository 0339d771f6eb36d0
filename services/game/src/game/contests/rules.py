"""The rules of a contest as data: who may enter, how it is scored, and what happens to whom."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from amigok_chassis.values import OneSpelling
from game.scoring.rules import Rule, Scoring

Kg = Annotated[Decimal, Field(gt=0, le=5000, decimal_places=2), OneSpelling]
Ids = Annotated[tuple[UUID, ...], Field(max_length=100)]
AgeDays = Annotated[int, Field(ge=0, le=20_000, strict=True)]

MOST_PLACES = 50_000
"""A contest's result is made in the memory of one worker: some 10 KB an entry. Boards are for many more."""

MOST_JUDGED = 2_000
"""Places of a contest with judges: nobody marks more in one sheet."""


class Eligibility(Rule):
    """Which animals may enter; what is empty or null does not matter. The age is that at the start of the contest.

    A weight is the last that was measured. `owned_days` is how long the owner has had the animal when they register.
    """

    livestock_type_ids: Ids = ()
    breed_ids: Ids = ()
    farm_ids: Ids = ()
    sex: Literal["male", "female"] | None = None
    least_age_days: AgeDays | None = None
    most_age_days: AgeDays | None = None
    least_kg: Kg | None = None
    most_kg: Kg | None = None
    owned_days: Annotated[int, Field(ge=0, le=3650, strict=True)] = 0
    kyc: Annotated[bool, Field(strict=True)] = False

    @model_validator(mode="after")
    def _leaves_somebody(self) -> Self:
        if (self.least_age_days or 0) > (self.most_age_days or 20_000):
            raise ValueError("the least age is not above the most")
        if (self.least_kg or 0) > (self.most_kg or 5000):
            raise ValueError("the least weight is not above the most")
        return self


Fate = Literal["scored", "withdrawn"]


class OnLoss(Rule):
    """What becomes of an entry whose owner loses the animal while the contest runs.

    `scored`: what happened until then counts. `withdrawn`: it keeps its place until the end, and then leaves; those
    behind it move up.
    """

    sold: Fate = "scored"
    died: Fate = "withdrawn"
    removed: Fate = "withdrawn"

    @property
    def leaving(self) -> list[str]:
        """The reasons for which an entry leaves when the contest has ended."""
        return [reason for reason in type(self).model_fields if self.of(reason) == "withdrawn"]

    def of(self, reason: str) -> Fate:
        """What becomes of an entry that was lost for this reason."""
        fates: dict[str, Fate] = self.model_dump()
        return fates[reason]


class Rules(Rule):
    """The rules of a contest.

    `admission` says whether an administrator admits each entry. With fewer than `least_entries` it is cancelled when it
    should start. `ties`: equal scores share a rank, or who registered first is before the others. `tied_prizes`: those
    who share a rank get the prizes of all their ranks in equal parts (`split`), or each gets that of the rank (`each`).
    `forbids_sale`: the animals cannot be sold while the contest runs. What cannot be given for
    `unclaimed_days`, such as cash to somebody who is not verified, is nobody's.
    """

    scoring: Scoring
    eligibility: Eligibility = Eligibility()
    entries_per_user: Annotated[int, Field(ge=1, le=1000, strict=True)] = 1
    places: Annotated[int, Field(ge=1, le=MOST_PLACES, strict=True)]
    least_entries: Annotated[int, Field(ge=0, le=10_000, strict=True)] = 2
    admission: Literal["automatic", "by_hand"] = "automatic"
    ties: Literal["shared", "first_registered"] = "shared"
    tied_prizes: Literal["split", "each"] = "split"
    on_loss: OnLoss = OnLoss()
    forbids_sale: Annotated[bool, Field(strict=True)] = False
    unclaimed_days: Annotated[int, Field(ge=1, le=730, strict=True)] = 90

    @model_validator(mode="after")
    def _can_be_held(self) -> Self:
        if self.least_entries > self.places:
            raise ValueError("there are places for the least entries")
        if self.scoring.kind == "beauty" and self.places > MOST_JUDGED:
            raise ValueError(f"a contest with judges has at most {MOST_JUDGED} places: they mark every entry")
        return self
