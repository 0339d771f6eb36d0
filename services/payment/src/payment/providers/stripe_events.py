"""Translates Stripe's objects into ours. Nothing about a card or a person is taken over."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

import stripe
import structlog

from payment.providers.protocol import (
    ListedRefund,
    Movement,
    Observation,
    ProviderEvent,
    SavedMethod,
    Subject,
    our_state,
)

log = structlog.get_logger()

PAYMENT_STATES = {
    "requires_payment_method": "requires_action",
    "requires_confirmation": "requires_action",
    "requires_action": "requires_action",
    "processing": "processing",
    "requires_capture": "processing",
    "succeeded": "completed",
    "canceled": "cancelled",
}
REFUND_STATES = {
    "pending": "processing",
    "requires_action": "processing",
    "succeeded": "completed",
    "failed": "failed",
    "canceled": "failed",
}
PAYOUT_STATES = {
    "pending": "processing",
    "in_transit": "processing",
    "paid": "completed",
    "failed": "failed",
    "canceled": "failed",
}
DISPUTE_STATES = {"needs_response": "opened", "under_review": "opened", "won": "won", "lost": "lost"}
INQUIRIES = {"warning_needs_response", "warning_under_review", "warning_closed", "prevented"}
"""They move no money. A prevented one never became a dispute: its payment was refunded."""

STATES: Mapping[Subject, Mapping[str, str]] = {
    "payment": PAYMENT_STATES,
    "refund": REFUND_STATES,
    "payout": PAYOUT_STATES,
    "dispute": DISPUTE_STATES,
}
"""All states that we know."""

REASONS = {
    "card_declined": "card_declined",
    "insufficient_funds": "insufficient_funds",
    "expired_card": "expired_card",
    "incorrect_cvc": "incorrect_cvc",
    "payment_intent_authentication_failure": "authentication_failed",
    "processing_error": "processing_error",
    "amount_too_small": "amount_out_of_bounds",
    "amount_too_large": "amount_out_of_bounds",
    "charge_already_refunded": "already_refunded",
    "charge_disputed": "payment_disputed",
    "balance_insufficient": "provider_balance_insufficient",
    "account_closed": "account_closed",
    "no_account": "account_unknown",
    "lost_or_stolen_card": "card_lost",
    "expired_or_canceled_card": "expired_card",
}
"""Stripe's codes and ours."""

MOVEMENTS: Mapping[str, Subject] = {
    "charge": "payment",
    "payment": "payment",
    "refund": "refund",
    "payment_refund": "refund",
    "refund_failure": "refund",
    "payout": "payout",
    "payout_failure": "payout",
    "payout_cancel": "payout",
    "adjustment": "dispute",
}


FEES = {"stripe_fee", "stripe_fx_fee", "tax_fee", "network_cost"}
"""Movements that consist of a fee only."""


def reason(code: str | None, *, otherwise: str = "declined") -> str:
    """Translates one of Stripe's codes into our stable one."""
    return REASONS.get(code or "", otherwise)


def payment(intent: Any) -> Observation:
    """Reads a payment. It is declined if it waits for another way to pay and has an error."""
    state, failed = our_state(PAYMENT_STATES, intent.status), _get(intent, "last_payment_error")
    if intent.status == "requires_payment_method" and failed:
        state = "declined"
    why = reason(_get(failed, "decline_code"), otherwise=reason(_get(failed, "code"))) if failed else None
    return Observation(
        reference=intent.id,
        state=state,
        amount=intent.amount,
        currency=intent.currency.upper(),
        reason=why if state == "declined" else None,
        client_secret=intent.client_secret if state in ("requires_action", "declined") else None,
        charge_reference=_id(_get(intent, "latest_charge")) if state == "completed" else None,
    )


def listed_refund(found: Any) -> ListedRefund:
    return ListedRefund(_uuid(metadata(found, "refund_id")), refund(found))


def refund(found: Any) -> Observation:
    state = our_state(REFUND_STATES, found.status or "pending")
    return _seen(found, state, _get(found, "failure_reason"))


def payout(found: Any) -> Observation:
    return _seen(found, our_state(PAYOUT_STATES, found.status), _get(found, "failure_code"))


def _seen(found: Any, state: str, code: str | None) -> Observation:
    why = reason(code, otherwise="failed") if state == "failed" else None
    charge = _id(_get(found, "charge"))
    return Observation(found.id, state, found.amount, found.currency.upper(), reason=why, charge_reference=charge)


def read_event(event: stripe.Event) -> ProviderEvent:
    """Reads a verified event. For one that we do not know it returns only its id and type."""
    found: Any = event.data.object
    read, is_read = _READERS.get(found.object), True
    try:
        about, seen, our, parent = read(found) if read else (None, None, None, None)
    except (KeyError, AttributeError, TypeError):
        log.error("stripe.event_not_read", type=event.type)
        about, seen, our, parent, is_read = None, None, None, None, False
    return ProviderEvent(event.id, event.type, about, seen, our_id=_uuid(our), parent=parent, is_read=is_read)


_Read = tuple[Subject | None, Observation | None, str | None, str | None]


def _of_payment(found: Any) -> _Read:
    return "payment", payment(found), metadata(found, "payment_id"), None


def _of_refund(found: Any) -> _Read:
    return "refund", refund(found), metadata(found, "refund_id"), _id(_get(found, "payment_intent"))


def _of_charge(found: Any) -> _Read:
    """Reads from a charge only how much of it was refunded."""
    if not found.amount_refunded:
        return None, None, None, None
    intent = _id(_get(found, "payment_intent"))
    seen = Observation(
        intent or found.id, "refunded", found.amount_refunded, found.currency.upper(), charge_reference=found.id
    )
    return "refunds", seen, None, intent


def _of_payout(found: Any) -> _Read:
    return "payout", payout(found), metadata(found, "withdrawal_id"), None


def _of_dispute(found: Any) -> _Read:
    if found.status in INQUIRIES:
        return None, None, None, None
    state = our_state(DISPUTE_STATES, found.status)
    seen = Observation(
        found.id, state, found.amount, found.currency.upper(), charge_reference=_id(_get(found, "charge"))
    )
    return "dispute", seen, None, _id(_get(found, "payment_intent"))


_READERS: Mapping[str, Callable[[Any], _Read]] = {
    "payment_intent": _of_payment,
    "refund": _of_refund,
    "charge": _of_charge,
    "payout": _of_payout,
    "dispute": _of_dispute,
}


def movement(row: Any) -> Movement:
    at = datetime.fromtimestamp(row.created, UTC)
    source = _id(_get(row, "source")) or ""
    if row.type in FEES:
        return Movement(row.id, None, source, 0, row.fee - row.amount, row.currency.upper(), at)
    return Movement(row.id, MOVEMENTS.get(row.type), source, row.amount, row.fee, row.currency.upper(), at)


def saved(method: Any) -> SavedMethod:
    card = method.card
    return SavedMethod(method.id, card.brand, card.last4, card.exp_month, card.exp_year)


def _get(found: Any, name: str) -> Any:
    """Reads a field that Stripe may leave out."""
    return getattr(found, name, None) if found is not None else None


def _id(found: Any) -> str | None:
    """Returns the id of an object, which may be given in full or by its id."""
    return cast("str | None", found if found is None or isinstance(found, str) else found.id)


def metadata(found: Any, name: str) -> str | None:
    """Returns what we stored in an object's metadata under this name."""
    told = _get(found, "metadata")
    return str(told[name]) if told and name in told else None


def _uuid(text: str | None) -> UUID | None:
    """Parses our id from metadata that anybody with access to the account may have written."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
