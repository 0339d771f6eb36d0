"""Care services over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from care.farms.errors import UnknownLivestockType
from care.procedures import service
from care.procedures.errors import NotAVeterinarian, ServiceExists, ServiceNotFound
from care.procedures.models import CareType
from care.procedures.schemas import CareServiceChange, CareServiceDetails, CareServiceIn, CareServiceOut

router = APIRouter(prefix="/api/v1")


@router.get("/care-services")
async def list_care_services(
    db: Reader,
    page: PageRequest,
    care_type: Annotated[CareType | None, Query()] = None,
    livestock_type_id: Annotated[UUID | None, Query(description="What animals of this type may have")] = None,
) -> Page[CareServiceOut]:
    """Lists the care services that are offered, newest first."""
    return await service.list_offered(db, page, care_type=care_type, livestock_type_id=livestock_type_id)


@router.get("/care-services/{service_id}", responses=problems(ServiceNotFound))
async def read_care_service(service_id: UUID, db: Reader) -> CareServiceOut:
    """Returns one care service, also if it is not offered any more."""
    return await service.show(db, service_id)


@router.get("/admin/care-services")
async def list_all_care_services(admin: Administrator, db: Reader, page: PageRequest) -> Page[CareServiceDetails]:
    """Lists all care services with those that are retired, newest first."""
    return await service.list_all(db, page)


@router.post(
    "/admin/care-services",
    status_code=201,
    responses=problems(ServiceExists, UnknownLivestockType, NotAVeterinarian),
)
async def add_care_service(body: CareServiceIn, admin: Administrator, db: Session) -> CareServiceDetails:
    """Adds a care service."""
    return await service.add(db, body, by=admin.id)


@router.put(
    "/admin/care-services/{service_id}",
    responses=problems(ServiceNotFound, ServiceExists, VersionConflict, UnknownLivestockType, NotAVeterinarian),
)
async def change_care_service(
    service_id: UUID, body: CareServiceChange, admin: Administrator, db: Session
) -> CareServiceDetails:
    """Replaces a care service. Requests that are under way keep their price."""
    return await service.change(db, service_id, body)


@router.delete("/admin/care-services/{service_id}", status_code=204, responses=problems(ServiceNotFound))
async def drop_care_service(service_id: UUID, admin: Administrator, db: Session) -> None:
    """Removes a care service, or retires it if there are requests for it."""
    await service.drop(db, service_id)
