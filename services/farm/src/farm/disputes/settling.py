"""People decide about animals that no rule decides about: one administrator proposes, another approves."""

from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from farm import subjects
from farm.blocks import service as blocks
from farm.blocks.by_hand import DISPUTE
from farm.disputes.errors import ChangedHands, DisputeNotFound
from farm.disputes.models import DISPUTE_STEPS, Dispute
from farm.disputes.schemas import DisputeOut, Settlement, SettlementIn
from farm.disputes.service import purchase_of, reclaim
from farm.machine import follow

log = structlog.get_logger()


async def listed(db: UnitOfWork, paging: Paging, *, state: str) -> Page[DisputeOut]:
    """The disputes in a state, the oldest first."""
    query = select(Dispute).where(Dispute.state == state)
    rows, cursor = await paginate(db, query, paging, key=[Dispute.id], descending=False)
    return Page(items=[DisputeOut.model_validate(row) for row in rows], next_cursor=cursor)


async def settle(db: UnitOfWork, dispute_id: UUID, wanted: SettlementIn, *, by: UUID) -> ProposalOut:
    """Proposes what shall become of the animal. Raises DisputeNotFound, WrongState, OwnBehalf, NotEntitled."""
    dispute = await _locked(db, dispute_id)
    follow(DISPUTE_STEPS, wanted.decision, dispute.state)
    payload = Settlement(dispute_id=dispute_id, **dict(wanted))
    return await propose(db, KIND, payload, subject_id=dispute_id, beneficiaries=[dispute.user_id], by=by)


async def _apply(db: UnitOfWork, wanted: Settlement, proposal_id: UUID, decided_by: UUID) -> None:
    """Raises WrongState, when it was won meanwhile, and ChangedHands, IllegalMovement, when it cannot be returned."""
    dispute = await _locked(db, wanted.dispute_id)
    before = audit.picture(dispute, "state")
    dispute.become(wanted.decision, now=clock.now())
    if wanted.decision == "return":
        purchase = await purchase_of(db, dispute)
        if purchase is None:
            raise ChangedHands
        await reclaim(db, purchase, dispute_id=dispute.id)
    source_id = dispute.order_id if wanted.decision == "settle" else dispute.id
    await blocks.clear(db, livestock_id=dispute.livestock_id, reason=DISPUTE, source_id=source_id)
    after = audit.picture(dispute, "state")
    audit.record(db, "dispute.settled", subject_id=dispute.id, before=before, after=after)
    log.info("dispute.settled", dispute_id=str(dispute.id), decision=wanted.decision)


KIND = Kind("dispute.settle", Settlement, _apply, personal=frozenset({"note"}))


async def _locked(db: UnitOfWork, dispute_id: UUID) -> Dispute:
    """A dispute as it is now, under the lock of its animal. Raises DisputeNotFound."""
    dispute = await db.get(Dispute, dispute_id)
    if dispute is None:
        raise DisputeNotFound
    await subjects.lock_animal(db, dispute.livestock_id)
    await db.refresh(dispute)
    return dispute
