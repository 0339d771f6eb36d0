"""Weights over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import PageRequest
from amigok_chassis.proposals import ProposalOut, as_it_is
from farm.entries.service import once
from farm.staff.guards import Proposer
from farm.weights import proposals, service
from farm.weights.schemas import WeighingIn, WeighingOut, Weights

router = APIRouter(prefix="/api/v1/livestock/{livestock_id}/weights", tags=["farm"])


@router.post("", status_code=201)
async def weigh(livestock_id: UUID, body: WeighingIn, me: CurrentUser, db: Session) -> WeighingOut:
    """Records a weight. The farm's own staff, veterinarians and administrators may.

    403 `forbidden`, `other_farm`, `own_animal`; 404 `livestock_not_found`; 409 `livestock_gone`, `weighing_exists`,
    `weighing_superseded`, `client_id_reused`, `second_person_needed` (`why`: `gain`, `weight_for_age`,
    `changed_hands`, `correction`); 422 `weighed_in_future`, `weighed_before_birth`, `unknown_weighing`.
    """
    return await once(
        db,
        "weight",
        livestock_id,
        body,
        by=me,
        show=service.get_entry,
        record=lambda: service.record(db, livestock_id, body, by=me),
    )


@router.post("/propose", status_code=202)
async def propose_weight(livestock_id: UUID, body: WeighingIn, me: Proposer, db: Session) -> ProposalOut:
    """Proposes a weight that needs a second person. It is recorded when a second person approves.

    403 `step_up_required`, `decision_does_not_count`, and what a weight is refused for.
    """
    return await once(
        db,
        "weight_proposal",
        livestock_id,
        body,
        by=me,
        show=as_it_is,
        record=lambda: proposals.propose(db, livestock_id, body, by=me),
    )


@router.get("")
async def list_weights(livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader) -> Weights:
    """Lists the weights of an animal, for its owner and the farm's people.

    403 `forbidden`, 404 `livestock_not_found`.
    """
    return await service.history(db, page, livestock_id, viewer=me)
