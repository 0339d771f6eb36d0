"""The prize table of a contest."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import LongName
from game.scoring.rules import Rule

PrizeKind = Literal["cash", "discount", "free_service", "badge", "custom"]
Rank = Annotated[int, Field(ge=1, le=10_000, strict=True)]


class Prize(Rule):
    """What each of the ranks from `first` to `last` gets. `amount` is for cash; `what` says what anything else is.

    `percent` is for a discount. Several prizes may go to one rank, also in several currencies.
    """

    first: Rank
    last: Rank
    kind: PrizeKind
    amount: MoneyIn | None = None
    percent: Annotated[int, Field(ge=1, le=100, strict=True)] | None = None
    what: LongName | None = Field(None, examples=["A checkup of your choice"])

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.first > self.last:
            raise ValueError("the first rank is not after the last")
        if (self.kind == "cash") != (self.amount is not None) or (self.kind == "cash") == (self.what is not None):
            raise ValueError("cash has an amount, and other prizes say what they are")
        if (self.kind == "discount") != (self.percent is not None):
            raise ValueError("a discount has a percentage, and nothing else has")
        if self.amount is not None and self.amount.minor <= 0:
            raise ValueError("a prize is more than zero")
        return self


Prizes = Annotated[Sequence[Prize], Field(max_length=100)]
