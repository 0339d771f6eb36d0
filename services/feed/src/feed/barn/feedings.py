"""A feeding as it is to be recorded: what was eaten, and what is drawn from stock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import load_only

from amigok_chassis import clock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from feed.animals.models import Animal
from feed.barn.rations import Ration, Shares, parts, ration_of, shares_of
from feed.barn.schemas import FeedingIn, FeedingOut
from feed.lots.drawing import Need
from feed.meals.matching import Known, Log
from feed.meals.service import Found
from feed.packages.models import PackageVersion
from feed.periods.calendar import local, zone

NOTHING = Decimal("0.000")


@dataclass(frozen=True)
class Plan:
    """What a planned meal is, and for whom. `animal` is only there where the ration depends on its weight."""

    version: PackageVersion
    shares: Shares
    animal: Animal | None


@dataclass(frozen=True)
class Feeding:
    """A feeding to record: as it is shown, as its meal gets it, and what of it is drawn from stock."""

    out: FeedingOut
    digest: bytes
    log: Log
    farm_id: UUID
    needs: Sequence[Need]

    @property
    def row(self) -> dict[str, Any]:
        """The columns of `FeedingLog`."""
        more = {"recorded_by": self.log.by, "digest": self.digest, "farm_id": self.farm_id}
        return {**dict(self.out), **more, "drawn_kg": sum((need.kg for need in self.needs), NOTHING)}


async def plans_of(db: UnitOfWork, meals: Sequence[Known]) -> dict[UUID, Plan]:
    """What these meals are, by their ids, of which that is known."""
    wanted = {meal.package_version_id for meal in meals if meal.package_version_id is not None}
    found = await db.scalars(select(PackageVersion).where(among(PackageVersion.id, wanted)))
    versions = {each.id: (each, shares_of(each)) for each in found}
    by_weight = {id for id, (version, _) in versions.items() if version.ration_percent is not None}
    weighed = await _weights(db, [meal.livestock_id for meal in meals if meal.package_version_id in by_weight])
    return {
        meal.id: Plan(*versions[meal.package_version_id], weighed.get(meal.livestock_id))
        for meal in meals
        if meal.package_version_id is not None
    }


async def _weights(db: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, Animal]:
    """These animals, with no more than their weights."""
    if not ids:
        return {}
    query = select(Animal).options(load_only(Animal.weight_kg, Animal.weighed_at, Animal.daily_gain_kg))
    return {each.id: each for each in await db.scalars(query.where(among(Animal.id, ids)))}


def feeding(
    entry: FeedingIn, log: Log, meal: Known | None, plan: Plan | None, found: Found, *, may_draw: bool
) -> Feeding:
    """The feeding that an entry becomes. What was fed without a plan is not drawn: nobody knows what it was."""
    farm_id, time_zone = found.farms[log.livestock_id]
    farm_id = farm_id if meal is None or meal.farm_id is None else meal.farm_id
    ration = Ration(None) if plan is None else ration_of(plan.version, plan.animal, log.at)
    eaten = ration.kg if log.kind == "fed" and log.kg is None else log.kg
    out = FeedingOut(
        id=log.id,
        client_id=entry.client_id,
        livestock_id=log.livestock_id,
        meal_id=None if meal is None else meal.id,
        outcome=entry.outcome,
        verdict="unplanned" if meal is None else "corrected" if meal.is_settled else "recorded",
        kg=eaten,
        is_estimated=log.kg is None and ration.is_estimated,
        reason=entry.reason,
        corrects_id=entry.corrects_id,
        fed_at=log.at,
        recorded_at=clock.now(),
    )
    given = _given(log.kind, eaten, ration.kg) if may_draw else NOTHING
    day = local(log.at, zone(time_zone)).date()
    needs = [
        Need(log.id, log.livestock_id, farm_id, ingredient, kg, log.at, day)
        for ingredient, kg in (parts(plan.shares, given) if plan is not None and given else ())
        if kg
    ]
    return Feeding(out, entry.digest, replace(log, kg=eaten), farm_id, needs)


def _given(kind: str, eaten: Decimal | None, ration: Decimal | None) -> Decimal:
    """What left the stock: of a meal that was eaten in part, all; of one that was refused, nothing."""
    if kind == "refused":
        return NOTHING
    return max(eaten or NOTHING, ration or NOTHING) if kind == "partly" else eaten or NOTHING
