"""The catalogue of feed packages."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import any_, delete, exists, func, select
from sqlalchemy.orm import selectinload

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from feed.farms.models import Breed, Farm, LivestockType
from feed.packages.errors import (
    PackageExists,
    PackageNotFound,
    PackageRetired,
    UnknownBreed,
    UnknownFarm,
    UnknownLivestockType,
    ValidFromPast,
)
from feed.packages.models import Package, PackagePrice, PackageVersion, counting, upcoming
from feed.packages.schemas import PackageChange, PackageIn, PackageOut, PackageType, PricingIn
from feed.periods.calendar import Cycle
from feed.subscriptions.models import Subscription

_VIOLATIONS = {"packages_name_key": PackageExists}
_OF_PACKAGE = (
    "name",
    "description",
    "package_type",
    "livestock_type_ids",
    "breed_ids",
    "farm_ids",
    "is_basic_ration",
    "least_age_days",
    "most_age_days",
    "least_weight_kg",
    "most_weight_kg",
)
_Parts = tuple[dict[str, Any], Sequence[tuple[Cycle, Money]]]
"""The ration and the prices of a version."""

_OF_RATION = ("ration_kg", "ration_percent", "meal_times", "ingredients", "nutrition")


async def add(db: UnitOfWork, wanted: PackageIn) -> PackageOut:
    """Adds a package. Raises PackageExists, UnknownLivestockType, UnknownBreed, UnknownFarm."""
    await _require_known(db, wanted)
    now = clock.now()
    package = Package(**{name: getattr(wanted, name) for name in _OF_PACKAGE}, created_at=now)
    db.add(package)
    with named_violations(_VIOLATIONS):
        await db.flush()
    first = _version(package.id, 1, now, _ration(wanted), wanted.prices.all)
    db.add(first)
    audit.record(db, "feed_package.added", subject_id=package.id, after=_picture(package) | _picture_of(first))
    return PackageOut.of(package, [first], now)


async def change(db: UnitOfWork, package_id: UUID, wanted: PackageChange) -> PackageOut:
    """Replaces what a package is. Another ration is a new version; prices stay, and so do those that begin later.

    Raises PackageNotFound, PackageRetired, VersionConflict, PackageExists, ValidFromPast, UnknownLivestockType,
    UnknownBreed, UnknownFarm.
    """
    package, versions = await _seen(db, package_id, wanted.version)
    await _require_known(db, wanted)
    begins = _beginning(wanted.valid_from)
    last = _at(versions, begins)
    before = _picture(package) | _picture_of(last)
    for name in _OF_PACKAGE:
        setattr(package, name, getattr(wanted, name))
    package.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    if _ration(wanted) != _ration(last):
        last = _add(db, versions, begins, lambda each: (_ration(wanted), _prices(each)))
    after = _picture(package) | _picture_of(last)
    audit.record(db, "feed_package.changed", subject_id=package_id, before=before, after=after)
    return await _shown(db, package)


async def price(db: UnitOfWork, package_id: UUID, wanted: PricingIn) -> PackageOut:
    """Sets all prices of a package from a time on, as a new version. Rations that begin later stay.

    Raises PackageNotFound, PackageRetired, VersionConflict, ValidFromPast.
    """
    package, versions = await _seen(db, package_id, wanted.version)
    package.version += 1
    begins = _beginning(wanted.valid_from)
    before = _picture_of(_at(versions, begins))
    following = _add(db, versions, begins, lambda each: (_ration(each), wanted.all))
    audit.record(db, "feed_package.priced", subject_id=package_id, before=before, after=_picture_of(following))
    return await _shown(db, package)


async def drop(db: UnitOfWork, package_id: UUID) -> None:
    """Removes a package that nobody ever had, and retires another one. Raises PackageNotFound, PackageRetired.

    One that was changed may have been a basic ration before.
    """
    package = await _locked(db, package_id)
    before = _picture(package)
    in_use = select(
        exists().where((Subscription.package_id == package_id) | (Subscription.next_package_id == package_id))
    )
    if package.is_basic_ration or package.version > 1 or await db.scalar(in_use):
        package.retired_at = clock.now()
        package.version += 1
        audit.record(db, "feed_package.retired", subject_id=package_id, before=before)
        return
    await db.execute(delete(Package).where(Package.id == package_id))
    audit.record(db, "feed_package.removed", subject_id=package_id, before=before)


async def one(db: UnitOfWork, package_id: UUID) -> PackageOut:
    """Returns a package, retired or not. Raises PackageNotFound."""
    package = await db.get(Package, package_id)
    if package is None:
        raise PackageNotFound
    return await _shown(db, package)


async def list_packages(
    db: UnitOfWork, paging: Paging, *, livestock_type_id: UUID | None, package_type: PackageType | None
) -> Page[PackageOut]:
    """Returns the packages that are offered, newest first. Raises InvalidCursor."""
    query = select(Package).where(Package.retired_at.is_(None))
    if livestock_type_id is not None:
        query = query.where(any_(Package.livestock_type_ids) == livestock_type_id)
    if package_type is not None:
        query = query.where(Package.package_type == package_type)
    rows, cursor = await paginate(db, query, paging, key=[Package.id])
    versions = await _versions(db, [row.id for row in rows])
    now = clock.now()
    return Page(items=[PackageOut.of(row, versions[row.id], now) for row in rows], next_cursor=cursor)


async def _shown(db: UnitOfWork, package: Package) -> PackageOut:
    await db.flush()
    return PackageOut.of(package, (await _versions(db, [package.id]))[package.id], clock.now())


async def _versions(db: UnitOfWork, package_ids: Sequence[UUID]) -> dict[UUID, list[PackageVersion]]:
    found: dict[UUID, list[PackageVersion]] = {package_id: [] for package_id in package_ids}
    query = select(PackageVersion).where(PackageVersion.package_id.in_(package_ids)).order_by(PackageVersion.number)
    for version in await db.scalars(query.options(selectinload(PackageVersion.prices))):
        found[version.package_id].append(version)
    return found


async def _seen(db: UnitOfWork, package_id: UUID, seen: int) -> tuple[Package, list[PackageVersion]]:
    """The package as the client has read it, and its versions."""
    package = await _locked(db, package_id)
    refuse_other_version(seen, package.version)
    return package, (await _versions(db, [package_id]))[package_id]


async def _locked(db: UnitOfWork, package_id: UUID) -> Package:
    package = await db.get(Package, package_id, with_for_update=True, populate_existing=True)
    if package is None:
        raise PackageNotFound
    if package.retired_at is not None:
        raise PackageRetired
    return package


def _beginning(valid_from: datetime | None) -> datetime:
    """When a new version begins. Raises ValidFromPast."""
    now = clock.now()
    if valid_from is not None and valid_from < now:
        raise ValidFromPast
    return valid_from or now


def _add(
    db: UnitOfWork, versions: Sequence[PackageVersion], begins: datetime, made_of: Callable[[PackageVersion], _Parts]
) -> PackageVersion:
    """Adds a version from a time on, and returns it. Versions that begin later are made anew, so that they still count.

    `made_of` says what follows a version: its ration and its prices.
    """
    bases = [(begins, _at(versions, begins)), *((each.valid_from, each) for each in upcoming(versions, begins))]
    added: list[PackageVersion] = []
    last: _Parts | None = None
    for at, base in bases:
        parts = made_of(base)
        if parts != last:
            added.append(_version(base.package_id, versions[-1].number + len(added) + 1, at, *parts))
        last = parts
    db.add_all(added)
    return added[0]


def _at(versions: Sequence[PackageVersion], at: datetime) -> PackageVersion:
    """The version that counts now or later: there always is one."""
    found = counting(versions, at)
    assert found is not None
    return found


def _version(
    package_id: UUID, number: int, valid_from: datetime, ration: dict[str, Any], prices: Sequence[tuple[Cycle, Money]]
) -> PackageVersion:
    return PackageVersion(
        id=new_id(),
        package_id=package_id,
        number=number,
        valid_from=valid_from,
        created_at=clock.now(),
        prices=[PackagePrice(currency=each.currency, cycle=cycle, price_minor=each.minor) for cycle, each in prices],
        **ration,
    )


def _prices(version: PackageVersion) -> list[tuple[Cycle, Money]]:
    return [(each.cycle, Money.of_minor(each.price_minor, each.currency)) for each in version.prices]


def _ration(of: PackageIn | PackageChange | PackageVersion) -> dict[str, Any]:
    if isinstance(of, PackageVersion):
        return {name: getattr(of, name) for name in _OF_RATION}
    return {
        "ration_kg": of.ration_kg,
        "ration_percent": of.ration_percent,
        "meal_times": of.times,
        "ingredients": [each.model_dump(mode="json") for each in of.ingredients],
        "nutrition": of.nutrition.model_dump(mode="json"),
    }


def _picture(package: Package) -> audit.Values:
    return audit.picture(package, *_OF_PACKAGE)


def _picture_of(version: PackageVersion) -> audit.Values:
    prices = {
        f"{each.cycle} {each.currency}": str(money.amount)
        for each, (_, money) in zip(version.prices, _prices(version), strict=True)
    }
    ration = audit.picture(version, "number", "valid_from", *_OF_RATION)
    return ration | {"meal_times": [each.isoformat("minutes") for each in version.meal_times], "prices": prices}


async def _require_known(db: UnitOfWork, wanted: PackageIn | PackageChange) -> None:
    """Raises UnknownLivestockType, UnknownBreed, UnknownFarm."""
    types = select(func.count()).select_from(LivestockType).where(LivestockType.id.in_(wanted.livestock_type_ids))
    if await db.scalar(types) != len(wanted.livestock_type_ids):
        raise UnknownLivestockType
    breeds = (
        select(func.count())
        .select_from(Breed)
        .where(Breed.id.in_(wanted.breed_ids), Breed.livestock_type_id.in_(wanted.livestock_type_ids))
    )
    if await db.scalar(breeds) != len(wanted.breed_ids):
        raise UnknownBreed
    farms = select(func.count()).select_from(Farm).where(Farm.id.in_(wanted.farm_ids))
    if await db.scalar(farms) != len(wanted.farm_ids):
        raise UnknownFarm
