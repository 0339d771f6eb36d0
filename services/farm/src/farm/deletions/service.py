"""What prevents the deletion of a user."""

from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis.outbox import emit
from amigok_chassis.proposals import service as proposals
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import FarmDeletionChecked
from farm.claims.models import Claim
from farm.disputes.models import UNSETTLED, Dispute
from farm.livestock.lifecycle import LIVING
from farm.livestock.models import Livestock
from farm.removals.models import OPEN, Removal


async def check(db: UnitOfWork, *, request_id: UUID, user_id: UUID) -> None:
    """Publishes what has to end before the user, who was just deactivated, is deleted."""
    questions = {
        "animals": exists().where(Livestock.owner_id == user_id, Livestock.status.in_(LIVING)),
        "removals": exists().where(Removal.owner_id == user_id, OPEN),
        "claims": exists().where(Claim.owner_id == user_id, Claim.state == "requested"),
        "disputes": exists().where(Dispute.user_id == user_id, Dispute.state.in_(UNSETTLED)),
        "proposals": proposals.waiting_about(user_id),
    }
    row = (await db.execute(select(*(is_there.label(name) for name, is_there in questions.items())))).one()
    obstacles = tuple(name for name, is_there in row._mapping.items() if is_there)
    emit(db, FarmDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))
