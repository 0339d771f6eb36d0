"""What a tax year has to tell: each animal that its owner has no more, with what it cost and brought. Pure rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from uuid import UUID

from analytics.returns.lines import End, Kind, Position, is_cost
from analytics.returns.results import Period


@dataclass(frozen=True)
class Disposal:
    """One animal that left in a period, in one currency and in minor units.

    `gain` is proceeds, fees, insurance and cost together; what it ate and its care are not in it.
    """

    livestock_id: UUID
    acquired_at: datetime
    ended_at: datetime
    how: End
    currency: str
    cost: int
    proceeds: int
    fees: int
    insurance: int

    @property
    def gain(self) -> int:
        return self.proceeds + self.fees + self.insurance - self.cost


def disposals(found: Iterable[Position], period: Period) -> list[Disposal]:
    """Each animal that ended in the period, once for each currency that moved for it, in the order of their ends.

    What came later, such as insurance, belongs to it as far as it came within the period. The price and fee of a sale
    always do: its order is booked a little later than the animal changes hands, perhaps in the next period.
    """
    ended = [position for position in found if position.ended_at is not None and period.has(position.ended_at)]
    ended.sort(key=lambda position: (position.ended_at, position.livestock_id))
    return [_disposal(position, currency, period) for position in ended for currency in _currencies(position)]


def tax_year(year: int, begins: tuple[int, int], tz: tzinfo) -> Period:
    """The year that begins in `year` on this month and day, at midnight in a time zone.

    Raises ValueError for a day that not every year has.
    """
    month, day = begins
    if (month, day) == (2, 29):
        raise ValueError("not every year has a 29th of February")
    first, following = (datetime.combine(date(each, month, day), time(), tz) for each in (year, year + 1))
    return Period(first, following)


def _disposal(position: Position, currency: str, period: Period) -> Disposal:
    assert position.ended_at is not None
    assert position.how is not None
    refunded_later = sum(
        line.minor for line in position.lines if is_cost(line, currency) and position.ended_at <= line.at < period.until
    )
    return Disposal(
        livestock_id=position.livestock_id,
        acquired_at=position.began_at,
        ended_at=position.ended_at,
        how=position.how,
        currency=currency,
        cost=position.cost(currency, position.ended_at) - refunded_later,
        proceeds=_sum(position, "sale", currency),
        fees=_sum(position, "sale_fee", currency) + _sum(position, "removal_fee", currency, period.until),
        insurance=_sum(position, "insurance", currency, period.until),
    )


def _sum(position: Position, kind: Kind, currency: str, until: datetime | None = None) -> int:
    lines = (line for line in position.lines if line.kind == kind and line.currency == currency)
    return sum(line.minor for line in lines if until is None or line.at < until)


def _currencies(position: Position) -> list[str]:
    return sorted({line.currency for line in position.lines})
