"""Weights over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut, as_it_is
from amigok_chassis.proposals.errors import NotEntitled
from farm.entries.errors import ClientIdReused
from farm.entries.service import once
from farm.livestock.errors import LivestockGone, LivestockNotFound
from farm.ownership.errors import OwnAnimal
from farm.staff.errors import OtherFarm, SecondPersonNeeded
from farm.staff.guards import Proposer
from farm.weights import proposals, service
from farm.weights.errors import UnknownWeighing, WeighedBeforeBirth, WeighedInFuture, WeighingExists, WeighingSuperseded
from farm.weights.schemas import WeighingIn, WeighingOut, Weights

router = APIRouter(prefix="/api/v1/livestock/{livestock_id}/weights")


@router.post(
    "",
    status_code=201,
    responses=problems(
        Forbidden,
        OtherFarm,
        OwnAnimal,
        LivestockNotFound,
        ClientIdReused,
        LivestockGone,
        SecondPersonNeeded,
        WeighingExists,
        WeighingSuperseded,
        UnknownWeighing,
        WeighedBeforeBirth,
        WeighedInFuture,
    ),
)
async def weigh(livestock_id: UUID, body: WeighingIn, me: CurrentUser, db: Session) -> WeighingOut:
    """Records a weight. The farm's own staff, veterinarians and administrators may."""
    return await once(
        db,
        "weight",
        livestock_id,
        body,
        by=me,
        show=service.get_entry,
        record=lambda: service.record(db, livestock_id, body, by=me),
    )


@router.post(
    "/propose", status_code=202, responses=problems(NotEntitled, OtherFarm, ClientIdReused, *proposals.KIND.raises)
)
async def propose_weight(livestock_id: UUID, body: WeighingIn, me: Proposer, db: Session) -> ProposalOut:
    """Proposes a weight that needs a second person. It is recorded when a second person approves."""
    return await once(
        db,
        "weight_proposal",
        livestock_id,
        body,
        by=me,
        show=as_it_is,
        record=lambda: proposals.propose(db, livestock_id, body, by=me),
    )


@router.get("", responses=problems(Forbidden, LivestockNotFound))
async def list_weights(livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader) -> Weights:
    """Lists the weights of an animal, for its owner and the farm's people."""
    return await service.history(db, page, livestock_id, viewer=me)
