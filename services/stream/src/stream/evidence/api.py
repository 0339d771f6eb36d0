"""Evidence over HTTP, for administrators."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader
from amigok_chassis.pagination import PageRequest
from stream.evidence import queries
from stream.evidence.schemas import EvidencePage

router = APIRouter(prefix="/api/v1/admin/jetson/devices", dependencies=[Depends(requires("admin"))])


@router.get("/{device_id}/evidence")
async def list_evidence(device_id: UUID, db: Reader, paging: PageRequest) -> EvidencePage:
    """Lists what a device has signed, with what was found of it, and names the gaps in its chains."""
    return await queries.evidence_of(db, device_id, paging)
