"""How a contest is scored, as data: one model for each type of contest."""

from decimal import Decimal
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.schemas import Name
from amigok_chassis.values import OneSpelling
from game.scoring.expressions import LONGEST, needs_money, parse

Weight = Annotated[int, Field(ge=0, le=100, strict=True)]
Days = Annotated[int, Field(ge=1, le=365, strict=True)]
Jump = Annotated[Decimal, Field(gt=0, le=100, decimal_places=3), OneSpelling]


class Rule(BaseModel):
    """A part of the rules: what it does not know is refused, and it never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _names_its_kind(schema: dict[str, Any]) -> None:
    """Clients tell by the kind which rules these are, so it is never left out."""
    schema["required"] = sorted({*schema.get("required", ()), "kind"})


class ScoringRule(Rule):
    """The rules of one type of contest."""

    model_config = ConfigDict(json_schema_extra=_names_its_kind)


class WeightGain(ScoringRule):
    """The daily gain between the first and the last weight that was measured while the contest ran.

    They lie at least `least_days` apart. A gain of more than `jump_kg` a day between two weighings is shown.
    """

    kind: Literal["weight_gain"] = "weight_gain"
    measure: Literal["kg_per_day", "percent_per_day"] = "kg_per_day"
    least_days: Days = 7
    jump_kg: Jump = Decimal(5)


class Profit(ScoringRule):
    """What an animal earned, as the ledger says: sale or valuation, less purchase, feed and care, in one currency.

    It counts from the purchase, or from the valuation at the start of the contest. `percent` is of either.
    """

    kind: Literal["profit"] = "profit"
    currency: AccountCurrency
    basis: Literal["purchase", "start"] = "start"
    measure: Literal["amount", "percent"] = "amount"


class Consistency(ScoringRule):
    """How much of the care that was due was given, in percent: meals, checkups and tasks, each by its weight.

    A checkup is due in each `checkup_days`. What was not due at all has no weight.
    """

    kind: Literal["consistency"] = "consistency"
    meals: Weight = 60
    checkups: Weight = 20
    tasks: Weight = 20
    checkup_days: Days = 30

    @model_validator(mode="after")
    def _weighs_something(self) -> Self:
        if self.meals + self.checkups + self.tasks == 0:
            raise ValueError("something has a weight above zero")
        return self


class Custom(ScoringRule):
    """A formula over published measures; the highest value wins. Measures of money need a currency."""

    kind: Literal["custom"] = "custom"
    formula: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)] = Field(
        examples=["weight_gain * 10 + min(meals_share, 95)"]
    )
    currency: AccountCurrency | None = None
    checkup_days: Days = 30

    @model_validator(mode="after")
    def _can_be_computed(self) -> Self:
        if needs_money(parse(self.formula)) and self.currency is None:
            raise ValueError("a formula with money needs a currency")
        return self


class Criterion(Rule):
    """What judges look at, and how much of the whole it is."""

    name: Name = Field(examples=["Grooming"])
    weight: Annotated[int, Field(ge=1, le=100, strict=True)]


class Beauty(ScoringRule):
    """What judges say, from 0 to 100 for each criterion. Of each entry the `trim` highest and lowest are left out."""

    kind: Literal["beauty"] = "beauty"
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=10)]
    least_judges: Annotated[int, Field(ge=1, le=50, strict=True)] = 3
    trim: Annotated[int, Field(ge=0, le=10, strict=True)] = 1

    @model_validator(mode="after")
    def _leaves_some(self) -> Self:
        if self.least_judges <= 2 * self.trim:
            raise ValueError("some judges are left when the highest and lowest are left out")
        if len({each.name for each in self.criteria}) < len(self.criteria):
            raise ValueError("each criterion is named once")
        return self


Scoring: TypeAlias = Annotated[WeightGain | Profit | Consistency | Custom | Beauty, Field(discriminator="kind")]
"""The rules by which a contest is scored. Their `kind` is the type of the contest."""

VERSION = 1
"""The version of the code that computes scores: a change that can change any figure is another version."""
