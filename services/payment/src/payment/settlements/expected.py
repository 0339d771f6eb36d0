"""What must have moved at a provider, according to our rows: one query for each noun, all with the same columns.

`amount` is the sum of all movements of the row in its current state: money that came in and went back is zero.
`reference` is the id that movements refer to. Rows without one, and those settled inside the fleet, are left out.
`ended_at` is when the row ended, if it has.
"""

from typing import Any

from sqlalchemy import CompoundSelect, Select, case, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from payment.disputes.models import Dispute
from payment.payments.models import Payment
from payment.payouts.models import Payout
from payment.providers.protocol import Name
from payment.refunds.models import Refund


def _payments(provider: Name, reference: InstrumentedAttribute[str | None]) -> Select[Any]:
    """Selects payments with the full amount that came in, before refunds."""
    came = case((Payment.state == "completed", Payment.amount), else_=0)
    return select(
        literal("payment").label("subject"),
        Payment.id.label("our_id"),
        reference.label("reference"),
        Payment.currency.label("currency"),
        came.label("amount"),
        Payment.state.label("state"),
        Payment.ended_at.label("ended_at"),
    ).where(Payment.provider == provider, reference.is_not(None))


def _payments_with_charge(provider: Name) -> Select[Any]:
    """Movements refer to the charge if there is one. A separate query, so that each uses its own index."""
    return _payments(provider, Payment.charge_reference)


def _payments_without_charge(provider: Name) -> Select[Any]:
    return _payments(provider, Payment.reference).where(Payment.charge_reference.is_(None))


def _payouts(provider: Name) -> Select[Any]:
    """A provider books a payout when it begins, and again when it comes back."""
    gone = case((Payout.state.in_(("processing", "completed", "paid_after_all")), -Payout.amount), else_=0)
    return select(
        literal("payout").label("subject"),
        Payout.id.label("our_id"),
        Payout.reference.label("reference"),
        Payout.currency.label("currency"),
        gone.label("amount"),
        Payout.state.label("state"),
        Payout.ended_at.label("ended_at"),
    ).where(Payout.provider == provider, Payout.reference.is_not(None))


def _refunds(provider: Name) -> Select[Any]:
    """A provider books a refund when it accepts it, and again when it comes back."""
    gone = case((Refund.state.in_(("processing", "completed")), -Refund.amount), else_=0)
    return select(
        literal("refund").label("subject"),
        Refund.id.label("our_id"),
        Refund.reference.label("reference"),
        Refund.currency.label("currency"),
        gone.label("amount"),
        Refund.state.label("state"),
        Refund.ended_at.label("ended_at"),
    ).where(Refund.provider == provider, Refund.destination == "provider", Refund.reference.is_not(None))


def _disputes(provider: Name) -> Select[Any]:
    """A provider takes the amount when a dispute opens, and returns what it does not keep in the end."""
    gone = case((Dispute.state == "won", 0), else_=-func.coalesce(Dispute.kept, Dispute.charged_back))
    return select(
        literal("dispute").label("subject"),
        Dispute.id.label("our_id"),
        Dispute.reference.label("reference"),
        Dispute.charged_back_currency.label("currency"),
        gone.label("amount"),
        Dispute.state.label("state"),
        Dispute.ended_at.label("ended_at"),
    ).where(Dispute.provider == provider)


QUERIES = (_payments_with_charge, _payments_without_charge, _payouts, _refunds, _disputes)


def at(provider: Name) -> CompoundSelect[Any]:
    """Selects all rows that a provider knows."""
    return union_all(*(query(provider) for query in QUERIES))
