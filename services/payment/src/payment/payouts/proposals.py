"""Administrators end a payout that its provider does not report on: one proposes the outcome, another decides."""

from uuid import UUID

from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from payment.payouts import queries, service
from payment.payouts.errors import PayoutNotFound, PayoutUnderWay
from payment.payouts.models import Payout
from payment.payouts.schemas import PayoutSettlementIn, PayoutSettlementPayload

BY_PEOPLE = "not_paid_out"


async def propose_settlement(db: UnitOfWork, payout_id: UUID, wanted: PayoutSettlementIn, *, by: UUID) -> ProposalOut:
    """Proposes how a stuck payout ended. Raises PayoutNotFound, PayoutUnderWay, OwnBehalf, NotEntitled."""
    payout = await _stuck(db, payout_id)
    payload = PayoutSettlementPayload(payout_id=payout_id, **dict(wanted))
    return await propose(db, SETTLE, payload, subject_id=payout_id, beneficiaries=[payout.user_id], by=by)


async def _settle(db: UnitOfWork, wanted: PayoutSettlementPayload, _: UUID, __: UUID) -> None:
    payout = await _stuck(db, wanted.payout_id)
    service.apply_state(db, payout, wanted.outcome, reason=BY_PEOPLE)


SETTLE = Kind(
    "payout.settle",
    PayoutSettlementPayload,
    _settle,
    personal=frozenset({"reason"}),
    raises=(
        PayoutNotFound,
        PayoutUnderWay,
    ),
)


async def _stuck(db: UnitOfWork, payout_id: UUID) -> Payout:
    """Returns a stuck payout, locked. Raises PayoutNotFound, PayoutUnderWay."""
    payout = await db.get(Payout, payout_id, with_for_update=True, populate_existing=True)
    if payout is None:
        raise PayoutNotFound
    if not await queries.is_stuck(db, payout_id):
        raise PayoutUnderWay
    return payout
