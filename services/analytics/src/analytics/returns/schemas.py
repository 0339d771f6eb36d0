"""Returns over HTTP."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Paged
from amigok_chassis.schemas import NearMoment
from amigok_contracts import Money
from amigok_contracts.money_requests import Purpose
from amigok_contracts.values import known
from analytics.figures.schemas import Figures
from analytics.figures.values import Share
from analytics.returns import exchange
from analytics.returns.lines import End
from analytics.returns.rates import Absence
from analytics.returns.results import Entry
from analytics.scopes.schemas import ScopeIn, TimeZone, Whose

RULE = (
    "An animal counts at the value that its farm last published, its weight at the price per kg; without one in the"
    " currency, at what it cost. What it cost counts when its owner has it no more; feed, care and fees when charged."
)


def _readable_rate(text: str) -> str:
    exchange.read(text)
    return text


GivenRate = Annotated[str, AfterValidator(_readable_rate), Field(max_length=40, examples=["EUR:1.0850:2026-06-30"])]


class MoneyAsk(ScopeIn):
    """Whose money, in which time zone days are told apart, and at which rates it is told in one currency.

    Without `into` nothing is converted. A rate is a currency, how much of `into` one of it is, and since which day.
    """

    time_zone: TimeZone = "UTC"
    into: AccountCurrency | None = None
    rate: Annotated[list[GivenRate], Field(max_length=100)] = []

    @model_validator(mode="after")
    def _has_a_currency_for_its_rates(self) -> Self:
        if self.rate and self.into is None:
            raise ValueError("rates come with the currency that they lead into")
        if self.scope == "platform" and self.into is not None:
            raise ValueError("the account of the platform is not converted")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def rates(self) -> Sequence[exchange.ExchangeRate]:
        return [exchange.read(each) for each in self.rate]


class ReturnsAsk(MoneyAsk):
    """What is asked for a period: from its beginning, or since there is anything, to its end, or now."""

    since: NearMoment | None = None
    until: NearMoment | None = None


class TaxYearAsk(MoneyAsk):
    """A tax year begins at midnight of `begins`, the month and day, in the time zone."""

    year: Annotated[int, Field(ge=2000, le=2098)]
    begins: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", examples=["04-06"])] = "01-01"

    @property
    def month_and_day(self) -> tuple[int, int]:
        month, day = self.begins.split("-")
        return int(month), int(day)

    @model_validator(mode="after")
    def _begins_on_a_day_of_every_year(self) -> Self:
        date(2001, *self.month_and_day)
        return self


class RateOut(BaseModel):
    """A return as a fraction, 0.05 for 5 %. It is null where there is none, and `absent` says why."""

    value: Share | None
    absent: Absence | None


class MoneyWeightedOut(BaseModel):
    """A money-weighted return (XIRR): for a year, and for the `days` between the first and the last movement."""

    yearly: RateOut
    whole: RateOut
    days: int


class LeftOut(BaseModel):
    """The animals that there were at a moment. Of `at_cost` no value in this currency is known.

    No value is older than `oldest_value_at`. `explain` leads to the animals.
    """

    animals: int
    value: Money
    cost: Money
    at_cost: int
    oldest_value_at: AwareDatetime | None
    explain: str | None = Field(
        description="Null for the platform", examples=["/api/v1/analytics/financial/holdings?scope=mine"]
    )


class SimpleOut(BaseModel):
    """Parts of the result, each against what was invested."""

    total: RateOut
    realised: RateOut
    unrealised: RateOut


class WeightedOut(BaseModel):
    """Of everything, as if what is left were sold at its value; and of the animals that are gone, alone."""

    total: MoneyWeightedOut
    realised: MoneyWeightedOut


class RoiOfCurrency(BaseModel):
    """What was earned in one currency. `invested` is what there was at the beginning and what was paid since."""

    currency: str = Field(examples=["USD"])
    invested: Money
    realised: Money
    unrealised: Money
    total: Money
    simple: SimpleOut
    money_weighted: WeightedOut
    left: LeftOut


class AccountEntryOut(BaseModel):
    """A line of the account: above zero it was got, below zero paid. `explain` leads to its rows."""

    entry: Entry
    amount: Money
    explain: str = Field(examples=["/api/v1/analytics/financial/explain?scope=mine&entry=feed"])


class ProfitLossOfCurrency(BaseModel):
    """An account in one currency: its lines come to `realised`. `unrealised` is the change from `before` to `after`."""

    currency: str = Field(examples=["USD"])
    entries: list[AccountEntryOut]
    realised: Money
    unrealised: Money
    total: Money
    before: LeftOut
    after: LeftOut


class _OfPeriod(Figures):
    scope: Whose
    since: AwareDatetime | None
    until: AwareDatetime
    time_zone: str = Field(examples=["Europe/Madrid"])
    rates: list[str] = Field(description="The rates that were given", examples=[["EUR:1.0850:2026-06-30"]])
    rule: str = Field(description="How animals are valued", examples=[RULE])


class RoiOut(_OfPeriod):
    """What was earned, for each currency by itself."""

    currencies: list[RoiOfCurrency]


class ProfitLossOut(_OfPeriod):
    """Profit and loss, for each currency by itself."""

    currencies: list[ProfitLossOfCurrency]


class DisposalOut(BaseModel):
    """An animal that its owner has no more. `gain` is proceeds, fees and insurance less what it cost."""

    livestock_id: UUID
    acquired_at: AwareDatetime
    ended_at: AwareDatetime
    how: End
    cost: Money
    proceeds: Money
    fees: Money
    insurance: Money
    gain: Money


class TaxStatementOut(ProfitLossOut):
    """The account of a tax year, with each animal that left in it. It is no advice on what has to be taxed."""

    disposals: list[DisposalOut]


class ExplainAsk(ReturnsAsk, Paged):
    """Which rows: those of one line of the account, or all."""

    entry: Entry | None = None
    currency: AccountCurrency | None = None


class HoldingsAsk(ReturnsAsk, Paged):
    """Which animals, and at which moment (`until`)."""


class HoldingOut(BaseModel):
    """An animal that is held: what it cost, in each currency, and the event that its value comes from."""

    livestock_id: UUID
    acquired_at: AwareDatetime
    costs: list[Money]
    value: Money | None
    valued_at: AwareDatetime | None
    how: Annotated[str | None, known("registered", "weighed", "priced", "restated")]
    event_id: UUID | None


class BookedOut(BaseModel):
    """What the ledger booked for it."""

    transfer_id: UUID
    answer: str = Field(examples=["captured"])
    at: AwareDatetime
    amount: Money
    event_id: UUID


class LineOut(BaseModel):
    """A row behind a figure: the event that it comes from, and what the ledger booked. Without a transfer, nothing.

    `livestock_id` is null where it is about no animal.
    """

    at: AwareDatetime
    entry: Entry | Literal["cost"] = Field(description="`cost`: it is part of what an animal cost")
    kind: str = Field(examples=["welfare_feed"])
    livestock_id: UUID | None
    amount: Money
    purpose: Purpose | None
    reference_id: UUID
    event_id: UUID
    transfers: list[BookedOut]
