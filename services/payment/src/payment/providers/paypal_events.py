"""Translates PayPal's objects and events into ours."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import structlog

from amigok_contracts.currencies import DIGITS
from payment.providers.protocol import ListedRefund, Movement, Observation, ProviderEvent, Subject, our_state

log = structlog.get_logger()

ORDER_STATES = {
    "CREATED": "requires_action",
    "SAVED": "requires_action",
    "PAYER_ACTION_REQUIRED": "requires_action",
    "APPROVED": "requires_action",
    "VOIDED": "cancelled",
}
"""For orders without a capture; otherwise the capture's state counts."""
CAPTURE_STATES = {
    "COMPLETED": "completed",
    "PARTIALLY_REFUNDED": "completed",
    "REFUNDED": "completed",
    "PENDING": "processing",
    "DECLINED": "cancelled",
    "FAILED": "cancelled",
}
REFUND_STATES = {"PENDING": "processing", "COMPLETED": "completed", "FAILED": "failed", "CANCELLED": "failed"}
PAYOUT_STATES = {
    "SUCCESS": "completed",
    "PENDING": "processing",
    "UNCLAIMED": "processing",
    "ONHOLD": "processing",
    "NEW": "processing",
    "FAILED": "failed",
    "RETURNED": "failed",
    "BLOCKED": "failed",
    "REFUNDED": "failed",
    "REVERSED": "failed",
    "DENIED": "failed",
    "CANCELED": "failed",
}
"""For the one item of a batch. What nobody claims comes back after 30 days."""
OUTCOMES = {
    "RESOLVED_BUYER_FAVOUR": "lost",
    "ACCEPTED": "lost",
    "RESOLVED_SELLER_FAVOUR": "won",
    "RESOLVED_WITH_PAYOUT": "won",
    "CANCELED_BY_BUYER": "won",
    "DENIED": "won",
    "NONE": "won",
}
"""For a resolved dispute: whether the seller keeps the money."""
DISPUTE_STATES = {
    "OPEN": "opened",
    "WAITING_FOR_BUYER_RESPONSE": "opened",
    "WAITING_FOR_SELLER_RESPONSE": "opened",
    "UNDER_REVIEW": "opened",
    "OTHER": "opened",
    "APPEALED": "opened",
}
PAYOUT_REASONS = {
    "RECEIVER_UNREGISTERED": "account_unknown",
    "RECEIVER_ACCOUNT_LOCKED": "account_closed",
    "RECEIVER_UNCONFIRMED": "account_unknown",
    "INSUFFICIENT_FUNDS": "provider_balance_insufficient",
}

STATES: Mapping[Subject, Mapping[str, str]] = {
    "payment": {**ORDER_STATES, **CAPTURE_STATES},
    "refund": REFUND_STATES,
    "payout": PAYOUT_STATES,
    "dispute": {**DISPUTE_STATES, **OUTCOMES},
}
"""All states that we know."""

MOVEMENTS: Mapping[str, Subject] = {
    "T0006": "payment",
    "T0000": "payment",
    "T1107": "refund",
    "T0001": "payout",
    "T1114": "payout",
    "T1110": "dispute",
    "T1111": "dispute",
    "T1106": "dispute",
    "T1201": "dispute",
    "T1202": "dispute",
}
"""Transaction event codes: https://developer.paypal.com/docs/transaction-search/transaction-event-codes/"""
FEES = "T01"
"""The beginning of the codes of movements that consist of a fee only."""
NAMED_BY_ANOTHER = {"payout", "dispute"}
"""Subjects that the report identifies by the object that they belong to."""


def payment(order: Mapping[str, Any]) -> Observation:
    """Reads an order, by its capture if it has one."""
    unit = order["purchase_units"][0]
    captures = unit.get("payments", {}).get("captures", [])
    if captures:
        return captured(captures[-1], order["id"])
    state, (minor, currency) = our_state(ORDER_STATES, order["status"]), _money(unit["amount"])
    return Observation(order["id"], state, minor, currency, approval_url=_link(order, "payer-action", "approve"))


def captured(capture: Mapping[str, Any], order_id: str) -> Observation:
    state, (minor, currency) = our_state(CAPTURE_STATES, capture["status"]), _money(capture["amount"])
    reason = "declined" if state == "cancelled" else None
    return Observation(order_id, state, minor, currency, reason=reason, charge_reference=capture["id"])


def declined(seen: Observation, reason: str) -> Observation:
    """The payer may approve again with another instrument."""
    return replace(seen, state="declined", reason=reason)


def cancelled(seen: Observation) -> Observation:
    return replace(seen, state="cancelled", approval_url=None)


def refund(found: Mapping[str, Any]) -> Observation:
    state, (minor, currency) = our_state(REFUND_STATES, found["status"]), _money(found["amount"])
    reason = "failed" if state == "failed" else None
    return Observation(found["id"], state, minor, currency, reason=reason, charge_reference=_up(found))


def refunds(order: Mapping[str, Any]) -> list[ListedRefund]:
    """Lists the refunds of an order."""
    given = order["purchase_units"][0].get("payments", {}).get("refunds", [])
    return [ListedRefund(_uuid(each.get("custom_id")), refund(each)) for each in given]


def order_of(capture: Mapping[str, Any]) -> str:
    return str(capture["supplementary_data"]["related_ids"]["order_id"])


def batch(made: Mapping[str, Any]) -> str:
    """Returns the id of a batch that was made now or before."""
    header = made.get("batch_header")
    return str(header["payout_batch_id"] if header else made["links"][0]["href"].rsplit("/", 1)[-1])


def payout(found: Mapping[str, Any]) -> Observation:
    """Reads a batch of one item, which may not be listed yet."""
    items = found.get("items") or []
    if items:
        return paid_out(items[0])
    header = found["batch_header"]
    state = "failed" if header["batch_status"] in ("DENIED", "CANCELED") else "processing"
    minor, currency = _money(header["amount"])
    return Observation(
        header["payout_batch_id"], state, minor, currency, reason="failed" if state == "failed" else None
    )


def paid_out(item: Mapping[str, Any]) -> Observation:
    state = our_state(PAYOUT_STATES, item["transaction_status"])
    minor, currency = _money(item["payout_item"]["amount"])
    reason = PAYOUT_REASONS.get(item.get("errors", {}).get("name"), "failed") if state == "failed" else None
    return Observation(item["payout_batch_id"], state, minor, currency, reason=reason)


def disputed(found: Mapping[str, Any]) -> Observation:
    """Reads a dispute. One that is resolved with a partial refund (`amount_refunded`) is lost for that part only."""
    outcome = found.get("dispute_outcome", {})
    minor, currency = _money(found["dispute_amount"])
    if found["status"] == "RESOLVED":
        state = our_state(OUTCOMES, outcome.get("outcome_code", "NONE"))
        refunded, its_currency = _money(outcome.get("amount_refunded", found["dispute_amount"]))
        if state == "lost" and its_currency == currency:
            state, minor = ("lost", min(minor, refunded)) if refunded else ("won", minor)
    else:
        state = our_state(DISPUTE_STATES, found["status"])
    capture = found["disputed_transactions"][0]["seller_transaction_id"]
    return Observation(found["dispute_id"], state, minor, currency, charge_reference=capture)


def read_event(event: Mapping[str, Any]) -> ProviderEvent:
    """Reads a verified event. For one that we do not know it returns only its id and type."""
    type = str(event.get("event_type"))
    read = next((reads for name, reads in _READERS.items() if type.startswith(name)), _of_nothing)
    is_read = True
    try:
        subject, seen, ours = read(event["resource"])
    except (KeyError, IndexError, TypeError, ValueError, ArithmeticError):
        log.error("paypal.event_not_read", type=type)
        subject, seen, ours, is_read = None, None, None, False
    return ProviderEvent(str(event.get("id")), type, subject, seen, our_id=_uuid(ours), is_read=is_read)


def movement(row: Mapping[str, Any]) -> Movement:
    subject = MOVEMENTS.get(row["transaction_event_code"])
    minor, currency = _money(row["transaction_amount"])
    fee, _ = _money(row.get("fee_amount", {"value": "0", "currency_code": currency}))
    own = str(row["transaction_id"])
    if row["transaction_event_code"].startswith(FEES):
        minor, fee = 0, fee + minor
    reference = row.get("paypal_reference_id", own) if subject in NAMED_BY_ANOTHER else own
    at = datetime.fromisoformat(row["transaction_initiation_date"]).astimezone(UTC)
    return Movement(own, subject, reference, minor, -fee, currency, at)


_Read = tuple[Subject | None, Observation | None, str | None]


def _of_nothing(found: Any) -> _Read:
    return None, None, None


def _of_order(found: Mapping[str, Any]) -> _Read:
    return "payment", payment(found), found["purchase_units"][0].get("custom_id")


def _of_capture(found: Mapping[str, Any]) -> _Read:
    return "payment", captured(found, order_of(found)), found.get("custom_id")


def _of_refund(found: Mapping[str, Any]) -> _Read:
    return "refund", refund(found), found.get("custom_id")


def _of_reversal(found: Mapping[str, Any]) -> _Read:
    """A reversal may belong to a dispute, so it is no refund by itself: it makes us list the refunds."""
    minor, currency = _money(found["amount"])
    return "refunds", Observation(found["id"], "refunded", minor, currency, charge_reference=_up(found)), None


def _of_payout(found: Mapping[str, Any]) -> _Read:
    return "payout", paid_out(found), found["payout_item"].get("sender_item_id")


def _of_dispute(found: Mapping[str, Any]) -> _Read:
    return "dispute", disputed(found), None


_READERS: Mapping[str, Callable[[Mapping[str, Any]], _Read]] = {
    "CHECKOUT.ORDER.": _of_order,
    "PAYMENT.CAPTURE.REFUNDED": _of_refund,
    "PAYMENT.CAPTURE.REVERSED": _of_reversal,
    "PAYMENT.CAPTURE.": _of_capture,
    "PAYMENT.REFUND.": _of_refund,
    "PAYMENT.PAYOUTS-ITEM.": _of_payout,
    "CUSTOMER.DISPUTE.": _of_dispute,
}
"""By the beginning of the event's type; the first match wins."""


def _money(found: Mapping[str, Any]) -> tuple[int, str]:
    """Reads an amount in minor units and its currency: `currency_code` in orders, `currency` in payouts."""
    currency = str(found.get("currency_code") or found.get("currency"))
    return int(Decimal(found["value"]).scaleb(DIGITS.get(currency, 2))), currency


def _link(found: Mapping[str, Any], *names: str) -> str | None:
    return next((str(link["href"]) for link in found.get("links", []) if link["rel"] in names), None)


def _up(found: Mapping[str, Any]) -> str | None:
    """Returns the capture that a refund belongs to."""
    link = _link(found, "up")
    return link.rsplit("/", 1)[-1] if link else None


def _uuid(text: str | None) -> UUID | None:
    """Parses our id from a field that anybody with access to the account may have written."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
