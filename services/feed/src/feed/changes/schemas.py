"""What owners choose, over HTTP."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, Version
from amigok_contracts import Money
from feed.periods.calendar import Cycle

When = Literal["now", "period_end"]


class SubscribeIn(In):
    """How often to pay, and the price of a period that you have seen; it says in which currency you pay."""

    cycle: Cycle
    price: MoneyIn


class CancelIn(In):
    """When it ends. What was fed until then is paid, and the rest is yours again."""

    version: Version
    when: When


class PackageChoiceIn(In):
    """Another package, and the price of a period that you have seen."""

    version: Version
    package_id: UUID
    price: MoneyIn


class ResumeIn(In):
    """The price of a period that you have seen."""

    version: Version
    price: MoneyIn


class SeenIn(In):
    version: Version


class Preview(BaseModel):
    """What a choice would cost. `charged` is for the meals of the running period that were fed by now.

    `released` of its price is yours again. `held` is set aside then, for `planned_meals` between `starts_at` and
    `ends_at`; only what is fed of them is paid.
    """

    at: AwareDatetime = Field(description="When it would happen")
    charged: Money | None
    released: Money | None
    held: Money | None
    planned_meals: int
    starts_at: AwareDatetime | None
    ends_at: AwareDatetime | None
