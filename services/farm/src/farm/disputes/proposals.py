"""Disputed animals that people decide about: one administrator proposes what happens, another approves."""

from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks import service as blocks
from farm.blocks.reasons import DISPUTE
from farm.disputes.errors import ChangedHands, DisputeNotFound
from farm.disputes.models import DISPUTES, Dispute
from farm.disputes.schemas import DisputeOut, Settlement, SettlementIn
from farm.disputes.service import purchase_of, reclaim
from farm.livestock.errors import IllegalMovement
from farm.livestock.locks import lock_animal

log = structlog.get_logger()


async def list_disputes(db: UnitOfWork, paging: Paging, *, state: str) -> Page[DisputeOut]:
    """Returns the disputes in a state, oldest first."""
    query = select(Dispute).where(Dispute.state == state)
    rows, cursor = await paginate(db, query, paging, key=[Dispute.id], descending=False)
    return Page(items=[DisputeOut.model_validate(row) for row in rows], next_cursor=cursor)


async def propose_settlement(db: UnitOfWork, dispute_id: UUID, wanted: SettlementIn, *, by: UUID) -> ProposalOut:
    """Proposes what happens to the animal. Raises DisputeNotFound, WrongState, OwnBehalf, NotEntitled."""
    dispute = await _locked(db, dispute_id)
    DISPUTES.follow(wanted.decision, dispute.state)
    payload = Settlement(dispute_id=dispute_id, **dict(wanted))
    return await propose(db, KIND, payload, subject_id=dispute_id, beneficiaries=[dispute.user_id], by=by)


async def _apply(db: UnitOfWork, wanted: Settlement, proposal_id: UUID, decided_by: UUID) -> None:
    """Raises WrongState if the dispute was won meanwhile; ChangedHands, IllegalMovement if the animal cannot return."""
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


KIND = Kind(
    "dispute.settle",
    Settlement,
    _apply,
    personal=frozenset({"note"}),
    raises=(
        DisputeNotFound,
        ChangedHands,
        IllegalMovement,
        WrongState,
    ),
)


async def _locked(db: UnitOfWork, dispute_id: UUID) -> Dispute:
    """A dispute as it is now, under the lock of its animal. Raises DisputeNotFound."""
    dispute = await db.get(Dispute, dispute_id)
    if dispute is None:
        raise DisputeNotFound
    await lock_animal(db, dispute.livestock_id)
    await db.refresh(dispute)
    return dispute
