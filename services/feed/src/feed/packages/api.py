"""Feed packages over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from feed.packages import service
from feed.packages.errors import (
    PackageExists,
    PackageNotFound,
    PackageRetired,
    UnknownBreed,
    UnknownFarm,
    UnknownLivestockType,
    ValidFromPast,
)
from feed.packages.schemas import PackageChange, PackageIn, PackageOut, PackageType, PricingIn

router = APIRouter(prefix="/api/v1/feed-packages")
admin = APIRouter(prefix="/api/v1/admin/feed-packages", dependencies=[Depends(requires("admin"))])

_UNKNOWN = (UnknownLivestockType, UnknownBreed, UnknownFarm)


@admin.post("", status_code=201, responses=problems(PackageExists, *_UNKNOWN))
async def add_feed_package(body: PackageIn, db: Session) -> PackageOut:
    """Adds a feed package."""
    return await service.add(db, body)


@admin.put(
    "/{package_id}",
    responses=problems(PackageNotFound, PackageRetired, VersionConflict, PackageExists, ValidFromPast, *_UNKNOWN),
)
async def change_feed_package(package_id: UUID, body: PackageChange, db: Session) -> PackageOut:
    """Replaces a feed package. Periods that have begun keep their ration."""
    return await service.change(db, package_id, body)


@admin.put("/{package_id}/pricing", responses=problems(PackageNotFound, PackageRetired, VersionConflict, ValidFromPast))
async def price_feed_package(package_id: UUID, body: PricingIn, db: Session) -> PackageOut:
    """Sets the prices of a feed package from a time on. Periods that have begun keep theirs."""
    return await service.price(db, package_id, body)


@admin.delete("/{package_id}", status_code=204, responses=problems(PackageNotFound, PackageRetired))
async def drop_feed_package(package_id: UUID, db: Session) -> None:
    """Removes a feed package, or retires it if somebody has had it."""
    await service.drop(db, package_id)


@router.get("")
async def list_feed_packages(
    page: PageRequest,
    db: Reader,
    livestock_type_id: Annotated[UUID | None, Query()] = None,
    package_type: Annotated[PackageType | None, Query()] = None,
) -> Page[PackageOut]:
    """Lists the feed packages that are offered."""
    return await service.list_packages(db, page, livestock_type_id=livestock_type_id, package_type=package_type)


@router.get("/{package_id}", responses=problems(PackageNotFound))
async def read_feed_package(package_id: UUID, db: Reader) -> PackageOut:
    """Returns a feed package, retired or not."""
    return await service.one(db, package_id)
