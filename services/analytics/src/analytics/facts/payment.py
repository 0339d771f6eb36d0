"""What payment tells: money that went back, and what providers keep."""

from collections.abc import Iterator
from typing import Any

from amigok_contracts.money import Money
from amigok_contracts.payment import (
    REFUND,
    Dispute,
    DisputeLost,
    DisputeWon,
    OrderRefunded,
    RefundCompleted,
    RefundMadeOutside,
    RefundReturned,
    SettlementReconciled,
)
from analytics.facts.lines import PAYER, Movement
from analytics.facts.rows import Fact, Heard, Rule, tells


@tells(OrderRefunded)
def order_refunded(heard: Heard[OrderRefunded]) -> Iterator[Fact]:
    event = heard.event
    refund = Movement(heard=heard, reference_id=event.refund_id, livestock_id=event.livestock_id)
    yield from refund.paid("refund", event.amount, by=None, to=event.buyer_id)


def _disputed(heard: Heard[Any]) -> Iterator[Fact]:
    """How a dispute about an animal stands, the last word last: it may be won after it was lost."""
    event: Dispute = heard.event
    if event.livestock_id is None:
        return
    lost = event.amount if isinstance(event, DisputeLost) else Money.of_minor(0, event.amount.currency)
    dispute = Movement(
        heard=heard,
        reference_id=event.dispute_id,
        livestock_id=event.livestock_id,
        rank=heard.event.aggregate_version,
    )
    yield from dispute.paid("disputed", lost, by=None, to=event.user_id)


@tells(SettlementReconciled)
def settlement_reconciled(heard: Heard[SettlementReconciled]) -> Iterator[Fact]:
    event = heard.event
    day = Movement(heard=heard, reference_id=event.settlement_id, rank=event.aggregate_version)
    yield day.side("provider_fee", event.fees, sign=-1, part=PAYER, owner=None)


def _cash(heard: Heard[Any], kind: str, sign: int) -> Iterator[Fact]:
    """Money of a user that went back to where it came from, or came again: cash, as a withdrawal is."""
    refund = Movement(heard=heard, reference_id=heard.event.refund_id, purpose=REFUND)
    yield refund.side(kind, heard.event.amount, sign=sign, part=PAYER, owner=heard.event.user_id)


@tells(RefundCompleted)
def refund_completed(heard: Heard[RefundCompleted]) -> Iterator[Fact]:
    """What the platform pays back is told by `payment.order.refunded`."""
    if heard.event.charged_to == "user" and heard.event.destination == "provider":
        yield from _cash(heard, "withdrawal", -1)


@tells(RefundMadeOutside)
def refund_made_outside(heard: Heard[RefundMadeOutside]) -> Iterator[Fact]:
    """They have the money, and owe it: what they had in the wallet went out."""
    return _cash(heard, "withdrawal", -1)


@tells(RefundReturned)
def refund_returned(heard: Heard[RefundReturned]) -> Iterator[Fact]:
    if heard.event.charged_to == "user" or heard.event.made_outside:
        yield from _cash(heard, "withdrawal_returned", 1)


RULES: list[Rule[Any]] = [
    order_refunded,
    Rule(DisputeLost, _disputed),
    Rule(DisputeWon, _disputed),
    settlement_reconciled,
    refund_completed,
    refund_made_outside,
    refund_returned,
]
