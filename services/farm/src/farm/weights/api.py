"""Weights over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import PageRequest
from farm.entries.service import once
from farm.weights import service
from farm.weights.schemas import WeighingIn, WeighingOut, Weights

router = APIRouter(prefix="/api/v1/livestock/{livestock_id}/weights", tags=["farm"])


@router.post("", status_code=201)
async def weigh(livestock_id: UUID, body: WeighingIn, me: CurrentUser, db: Session) -> WeighingOut:
    """Enters a weight or corrects one, for the farm's own staff, veterinarians and administrators.

    403 `forbidden`, `other_farm`; 404 `livestock_not_found`; 409 `livestock_gone`, `weighing_exists`,
    `weighing_superseded`, `implausible_weight` (goes with `confirmed`), `client_id_reused`; 422 `weighed_in_future`,
    `weighed_before_birth`, `unknown_weighing`.
    """
    return await once(
        db, "weight", livestock_id, body, by=me, show=service.entry,
        record=lambda: service.record(db, livestock_id, body, by=me),
    )  # fmt: skip


@router.get("")
async def list_weights(livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader) -> Weights:
    """What the animal weighed, for its owner and the farm's people. 403 `forbidden`, 404 `livestock_not_found`."""
    return await service.history(db, page, livestock_id, viewer=me)
