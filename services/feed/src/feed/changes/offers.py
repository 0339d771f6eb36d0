"""Which packages an animal can get, and for what price."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_herd import LivestockNotFound
from feed.animals.models import Animal
from feed.farms.models import Farm
from feed.packages.errors import PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing
from feed.packages.models import Package, PackageVersion
from feed.packages.queries import price_of, versions_at
from feed.packages.suitability import unfit
from feed.periods.calendar import Cycle, local, zone
from feed.subscriptions.errors import PriceChanged


async def own_animal(db: UnitOfWork, livestock_id: UUID, owner_id: UUID, *, locked: bool = False) -> Animal:
    """The animal if this user owns it now. A locked one is not sold before this commits. Raises LivestockNotFound."""
    lock = {"read": True} if locked else None
    animal = await db.get(Animal, livestock_id, with_for_update=lock, populate_existing=True)
    if animal is None or animal.owner_id != owner_id or animal.gone is not None or animal.farm_id is None:
        raise LivestockNotFound
    return animal


async def require_offered(
    db: UnitOfWork, package_id: UUID, animal: Animal, at: datetime | None = None
) -> PackageVersion:
    """The version of a package that an animal can get. Nobody removes the package before this commits.

    Raises PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing.
    """
    now = clock.now()
    package = await db.get(
        Package, package_id, with_for_update={"read": True, "key_share": True}, populate_existing=True
    )
    if package is None:
        raise PackageNotFound
    if package.retired_at is not None:
        raise PackageRetired
    weight = animal.weight(now)
    today = local(now, zone(await time_zone(db, animal))).date()
    if reasons := unfit(package, animal, weight_kg=weight[0] if weight else None, today=today):
        raise PackageUnsuitable(reasons=reasons)
    version = (await versions_at(db, [package_id], at or now)).get(package_id)
    if version is None:
        raise PriceMissing
    return version


def require_price(version: PackageVersion, cycle: Cycle, seen: Money) -> None:
    """Raises PriceMissing, and PriceChanged where the client has seen another price."""
    price = price_of(version, cycle, seen.currency)
    if price != seen:
        raise PriceChanged(price=price)


async def is_given_on(db: UnitOfWork, package_id: UUID, farm_id: UUID | None) -> bool:
    """Whether a farm gives a package, retired or not."""
    farm_ids = await db.scalar(select(Package.farm_ids).where(Package.id == package_id))
    return not farm_ids or farm_id in farm_ids


async def time_zone(db: UnitOfWork, animal: Animal) -> str:
    """The time zone of the animal's farm."""
    return await db.scalar(select(Farm.time_zone).where(Farm.id == animal.farm_id)) or "UTC"
