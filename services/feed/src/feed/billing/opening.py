"""Opens periods: their rows, their meals, and the request to hold their prices. Any number with a few statements."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.feed import PeriodHoldRequested, PeriodOpened
from feed.animals.models import Animal
from feed.meals import basics
from feed.packages.models import PackageVersion
from feed.periods.calendar import Cycle, Slot, boundary, planned, split, zone
from feed.periods.machine import PERIODS
from feed.periods.models import Kind, Period
from feed.settings import Settings
from feed.subscriptions.models import Subscription

WORDS = "Feed"
"""What owners read in their wallet's statement."""


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A period that is to be opened: number `number` of an anchor, by which package, for how much.

    With `plans` its meals are planned at once; otherwise when its price is held.
    """

    subscription: Subscription
    version: PackageVersion
    price: Money
    cycle: Cycle
    anchor_at: datetime
    number: int = 0
    kind: Kind = "package"
    plans: bool = True
    assurance: Assurance | None = None

    @property
    def slots(self) -> list[Slot]:
        tz = zone(self.subscription.time_zone)
        return planned(self.anchor_at, self.cycle, self.number, self.version.meal_times, tz)


async def open_periods(db: UnitOfWork, openings: Sequence[Opening]) -> list[Period]:
    """Opens these periods and asks the wallet for their prices. The subscriptions are locked.

    What an animal gets is planned by its weight now.
    """
    if not openings:
        return []
    animals = await _animals(db, {each.subscription.livestock_id for each in openings})
    opened = [_opened(db, each, animals[each.subscription.livestock_id]) for each in openings]
    db.add_all([period for period, _ in opened])
    await db.flush()
    await plan(
        db,
        [(period, slots, each.version) for each, (period, slots) in zip(openings, opened, strict=True) if each.plans],
        animals,
    )
    return [period for period, _ in opened]


async def plan(
    db: UnitOfWork,
    periods: Sequence[tuple[Period, Sequence[Slot], PackageVersion]],
    animals: dict[UUID, Animal] | None = None,
) -> None:
    """Stores the meals of periods, in place of the basic ration. Their prices are the period's, split to the cent."""
    known = await _animals(db, {period.livestock_id for period, *_ in periods}) if animals is None else animals
    names = ("periods", "firsts", "counts", "rations", "ids", "times", "days", "prices")
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for period, slots, version in periods:
        weight = known[period.livestock_id].weight(clock.now())
        columns["periods"].append(period.id)
        columns["firsts"].append(len(columns["ids"]) + 1)
        columns["counts"].append(len(slots))
        columns["rations"].append(version.meal_kg(weight[0] if weight else None))
        columns["ids"] += [new_id() for _ in slots]
        columns["times"] += [slot.due_at for slot in slots]
        columns["days"] += [slot.local_day for slot in slots]
        columns["prices"] += split(period.price_minor, len(slots))
    if columns["ids"]:
        await basics.give_way(db, [period.id for period, *_ in periods])
        await db.execute(_PLAN, columns)


_PLAN = text("""
    INSERT INTO meals (id, livestock_id, farm_id, owner_id, subscription_id, period_id, package_version_id, due_at,
        local_day, price_minor, currency, charged_minor, ration_kg, state)
    SELECT (CAST(:ids AS uuid[]))[at], livestock_id, farm_id, owner_id, subscription_id, periods.id, package_version_id,
        (CAST(:times AS timestamptz[]))[at], (CAST(:days AS date[]))[at], (CAST(:prices AS bigint[]))[at], currency, 0,
        ration_kg, 'planned'
    FROM unnest(CAST(:periods AS uuid[]), CAST(:firsts AS int[]), CAST(:counts AS int[]), CAST(:rations AS numeric[]))
        AS planned (period_id, first, meals, ration_kg)
    JOIN periods ON periods.id = period_id
    CROSS JOIN LATERAL generate_series(first, first + meals - 1) AS at
""")
"""Of each period the meals from `first` on."""


def _opened(db: UnitOfWork, opening: Opening, animal: Animal) -> tuple[Period, list[Slot]]:
    subscription, now, slots = opening.subscription, clock.now(), opening.slots
    tz = zone(subscription.time_zone)
    assert animal.farm_id is not None
    period = Period(
        id=new_id(),
        subscription_id=subscription.id,
        livestock_id=subscription.livestock_id,
        farm_id=animal.farm_id,
        owner_id=subscription.owner_id,
        package_version_id=opening.version.id,
        kind=opening.kind,
        state=PERIODS.follow("ask" if opening.kind == "package" else "begin", None),
        starts_at=boundary(opening.anchor_at, opening.cycle, opening.number, tz),
        ends_at=boundary(opening.anchor_at, opening.cycle, opening.number + 1, tz),
        time_zone=subscription.time_zone,
        price_minor=opening.price.minor,
        currency=opening.price.currency,
        planned_meals=len(slots),
        asked_at=now,
    )
    if opening.plans:
        tell_opened(db, period)
    if opening.kind == "package":
        _ask(db, period, opening)
    return period, slots


def tell_opened(db: UnitOfWork, period: Period) -> None:
    """Publishes that a period has begun."""
    names = ("subscription_id", "livestock_id", "owner_id", "kind", "price", "planned_meals", "starts_at", "ends_at")
    emit(db, PeriodOpened(period_id=period.id, **{name: getattr(period, name) for name in names}))


def _ask(db: UnitOfWork, period: Period, opening: Opening) -> None:
    held = PeriodHoldRequested(
        reference_id=period.id,
        payer_id=period.owner_id,
        amount=period.price,
        description=WORDS,
        expires_at=period.ends_at + db.settings(Settings).hold_beyond,
        assurance=opening.assurance,
        agreement_id=opening.subscription.agreement_id,
    )
    emit(db, held)


async def _animals(db: UnitOfWork, ids: Collection[UUID]) -> dict[UUID, Animal]:
    """The animals as they are now, by id."""
    found = await db.scalars(select(Animal).where(Animal.id.in_(ids)).execution_options(populate_existing=True))
    return {animal.id: animal for animal in found}
