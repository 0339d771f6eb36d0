"""Whether a person may be deleted, as far as the farm is concerned."""

from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis.outbox import emit
from amigok_chassis.proposals import service as proposals
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import FarmDeletionChecked
from farm.deaths.models import Claim
from farm.disputes.models import UNSETTLED, Dispute
from farm.models import TRANSITIONS, Livestock
from farm.withdrawals.models import OPEN, Withdrawal

_LIVING = [status for status, ways in TRANSITIONS.items() if ways]


async def check(db: UnitOfWork, *, request_id: UUID, user_id: UUID) -> None:
    """Answers with what has to end before the user, who was shut out just before, is deleted."""
    theirs = {
        "animals": exists().where(Livestock.owner_id == user_id, Livestock.status.in_(_LIVING)),
        "withdrawals": exists().where(Withdrawal.owner_id == user_id, OPEN),
        "claims": exists().where(Claim.owner_id == user_id, Claim.state == "requested"),
        "disputes": exists().where(Dispute.user_id == user_id, Dispute.state.in_(UNSETTLED)),
        "proposals": proposals.waiting_about(user_id),
    }
    row = (await db.execute(select(*(is_there.label(name) for name, is_there in theirs.items())))).one()
    obstacles = tuple(name for name, is_there in row._mapping.items() if is_there)
    emit(db, FarmDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))
