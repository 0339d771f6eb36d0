"""Feed conversion: kg of feed for each kg of gain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import case, func, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from feed.barn.models import FeedingLog
from feed.feeding.models import Weighing
from feed.feeding.schemas import FeedConversionOut
from feed.feeding.viewing import View
from feed.meals.models import Meal


@dataclass(frozen=True)
class Weight:
    """What an animal weighed, or may have weighed, in kg."""

    at: datetime
    kg: Decimal
    is_estimated: bool = False


async def conversion(db: UnitOfWork, view: View, *, since: datetime, until: datetime) -> FeedConversionOut | None:
    """Returns what the animal ate and gained between its first and its last weight of a time.

    None where fewer than two weights are known. Of one weight the farm's estimate for the end makes two.
    """
    weights = await _weights(db, view, since=since, until=until)
    if len(weights) < 2:
        return None
    first, last = weights[0], weights[-1]
    unsure = case((func.coalesce(FeedingLog.is_estimated, Meal.fed_kg.is_(None)), 1))
    eaten = (
        select(func.sum(Meal.fed_kg), func.count(unsure))
        .outerjoin(FeedingLog, FeedingLog.id == Meal.log_id)
        .where(Meal.livestock_id == view.animal.id, Meal.state.in_(["fed", "partly"]), view.shows(Meal.due_at))
        .where(Meal.due_at >= first.at, Meal.due_at < last.at)
    )
    found, doubts = (await db.execute(eaten)).one()
    eaten_kg = found or Decimal(0)
    gain = last.kg - first.kg
    return FeedConversionOut(
        since=first.at,
        until=last.at,
        eaten_kg=eaten_kg,
        gain_kg=gain,
        ratio=round(eaten_kg / gain, 2) if gain > 0 else None,
        is_estimated=last.is_estimated or doubts > 0,
    )


async def _weights(db: UnitOfWork, view: View, *, since: datetime, until: datetime) -> Sequence[Weight]:
    """The weights of a time, earliest first; if there is one only, with an estimate for the end."""
    standing = (
        select(Weighing.measured_at, Weighing.kg)
        .where(Weighing.livestock_id == view.animal.id, Weighing.kg.is_not(None), Weighing.is_superseded.is_(False))
        .where(Weighing.measured_at.between(since, until), view.shows(Weighing.measured_at))
        .order_by(Weighing.measured_at)
    )
    measured = [Weight(at, kg) for at, kg in await db.execute(standing) if kg is not None]
    end = min(until, clock.now())
    known = view.animal.weight(end)
    if len(measured) == 1 and known is not None and known[1]:
        measured.append(Weight(end, known[0], is_estimated=True))
    return measured
