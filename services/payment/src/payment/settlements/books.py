"""What payment says must have moved at a provider: a query a noun, each with the same columns.

`amount` is what all movements of the row sum up to in the state that it is in: what came in and went back is zero.
`reference` is what movements name; rows without one, or that are settled inside the fleet, are left out. `ended_at` is
when the row came to its end, if it has.
"""

from typing import Any

from sqlalchemy import CompoundSelect, Select, case, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from payment.disputes.models import Dispute
from payment.payments.models import Payment
from payment.payouts.models import Payout
from payment.providers.shape import Name
from payment.refunds.models import Refund


def _payments(provider: Name, reference: InstrumentedAttribute[str | None]) -> Select[Any]:
    """What came in, before anything of it went back."""
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
    """Movements name the charge, where there is one. Apart from the others, so that each is found by its index."""
    return _payments(provider, Payment.charge_reference)


def _payments_without_charge(provider: Name) -> Select[Any]:
    return _payments(provider, Payment.reference).where(Payment.charge_reference.is_(None))


def _payouts(provider: Name) -> Select[Any]:
    """A provider books a payout when it is begun, and again when it comes back."""
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
    """A provider books a refund when it takes it on, and again when it comes back."""
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
    """A provider takes the amount when a dispute is opened, and gives back what it does not keep in the end."""
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


BOOKS = (_payments_with_charge, _payments_without_charge, _payouts, _refunds, _disputes)


def of(provider: Name) -> CompoundSelect[Any]:
    """All that payment knows of a provider."""
    return union_all(*(book(provider) for book in BOOKS))
