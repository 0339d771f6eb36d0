"""The catalogue of care services."""

from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from care.procedures.errors import OtherLivestockType, ServiceNotFound, ServiceRetired
from care.procedures.models import Procedure


async def offered(db: UnitOfWork, service_id: UUID, *, livestock_type_id: UUID | None) -> Procedure:
    """Returns a care service that is offered for animals of this type, so that it is not removed meanwhile.

    Raises ServiceNotFound, ServiceRetired, OtherLivestockType.
    """
    procedure = await db.get(Procedure, service_id, with_for_update={"read": True, "key_share": True})
    if procedure is None:
        raise ServiceNotFound
    if not procedure.is_active:
        raise ServiceRetired
    if not procedure.is_for(livestock_type_id):
        raise OtherLivestockType
    return procedure
