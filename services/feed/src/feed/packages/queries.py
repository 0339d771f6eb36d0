"""Which version of a package counts, and which package is an animal's basic ration."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from feed.packages.errors import PriceMissing
from feed.packages.models import Package, PackageVersion
from feed.periods.calendar import Cycle


def price_of(version: PackageVersion, cycle: Cycle, currency: str) -> Money:
    """What a period costs. Raises PriceMissing."""
    for each in version.prices:
        if (each.cycle, each.currency) == (cycle, currency):
            return Money.of_minor(each.price_minor, currency)
    raise PriceMissing


async def versions_at(db: UnitOfWork, package_ids: Collection[UUID], at: datetime) -> dict[UUID, PackageVersion]:
    """The version of each package that counts at a time, with its prices, by the package's id."""
    newest = (
        select(PackageVersion.package_id, func.max(PackageVersion.number).label("number"))
        .where(PackageVersion.package_id.in_(package_ids), PackageVersion.valid_from <= at)
        .group_by(PackageVersion.package_id)
        .subquery()
    )
    query = select(PackageVersion).join(
        newest, (newest.c.package_id == PackageVersion.package_id) & (newest.c.number == PackageVersion.number)
    )
    rows = await db.scalars(query.options(selectinload(PackageVersion.prices)))
    return {row.package_id: row for row in rows}


@dataclass(frozen=True)
class BasicRations:
    """What animals get that nobody pays a package for."""

    packages: tuple[tuple[Package, PackageVersion], ...]

    def of(self, livestock_type_id: UUID | None, farm_id: UUID | None) -> PackageVersion | None:
        """The basic ration of a type on a farm; one that names the farm comes before one for all farms."""
        fits = [
            (not package.farm_ids, package.id, version)
            for package, version in self.packages
            if livestock_type_id in package.livestock_type_ids and (not package.farm_ids or farm_id in package.farm_ids)
        ]
        return min(fits, key=lambda each: each[:2])[2] if fits else None


async def basic_rations(db: UnitOfWork, at: datetime) -> BasicRations:
    """All basic rations that are not retired, as they are at a time."""
    found = (await db.scalars(select(Package).where(Package.is_basic_ration, Package.retired_at.is_(None)))).all()
    versions = await versions_at(db, [package.id for package in found], at)
    return BasicRations(tuple((each, versions[each.id]) for each in found if each.id in versions))
