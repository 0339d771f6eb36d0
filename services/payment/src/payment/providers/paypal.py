"""PayPal: orders that the payer approves and we capture; refunds, payouts by e-mail address, disputes.

https://developer.paypal.com/docs/api: Orders v2, Payments v2, Payouts v1, Webhooks v1, Transaction Search v1. Every
POST carries our `PayPal-Request-Id`, so a repeated call returns the first result.
"""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import httpx

from amigok_chassis import clock
from amigok_contracts import Money
from payment.providers import paypal_events
from payment.providers.paypal_certificates import Certificates
from payment.providers.paypal_session import Session
from payment.providers.protocol import (
    Charge,
    ForgedWebhook,
    ListedRefund,
    Method,
    Movement,
    Name,
    Observation,
    ProviderEvent,
    ProviderRefused,
    ProviderUnavailable,
)
from payment.settings import Settings

OLDEST = timedelta(days=3)
"""How long PayPal redelivers an event that nobody accepted. One that was signed longer ago is refused."""
AHEAD = timedelta(minutes=5)
"""The greatest difference between PayPal's clock and ours."""
BATCHES_LAST = timedelta(days=29)
"""PayPal refuses a second batch with the same id for 30 days, and returns the address of the first."""
SIGNED = ("auth-algo", "cert-url", "transmission-id", "transmission-sig", "transmission-time")
PAGE = 500
MOVED = {"S", "V"}
"""Statuses of transactions that moved money. `V`: later ones have reversed it."""


def of(settings: Settings, http: httpx.AsyncClient) -> "PayPal | None":
    """Returns PayPal with the keys of these settings, or None if there is no key."""
    return PayPal(settings, http) if settings.paypal_client_id else None


class PayPal:
    """Calls PayPal. A payment's `reference` is its order, its `charge_reference` the capture in it."""

    name: Name = "paypal"
    methods: frozenset[Method] = frozenset({"paypal"})
    payout_keys_last = BATCHES_LAST

    def __init__(self, settings: Settings, http: httpx.AsyncClient) -> None:
        self._webhook_id = settings.paypal_webhook_id
        self._paypal = Session(settings, http)
        self._certificates = Certificates(settings, http)

    async def create_payment(self, charge: Charge) -> Observation:
        experience = {
            "return_url": charge.return_url,
            "cancel_url": charge.return_url,
            "user_action": "PAY_NOW",
            "shipping_preference": "NO_SHIPPING",
        }
        order = {
            "intent": "CAPTURE",
            "purchase_units": [
                {
                    "amount": _amount(charge.amount, charge.currency),
                    "custom_id": str(charge.id),
                    "description": charge.description[:127],
                }
            ],
            "payment_source": {"paypal": {"experience_context": experience}},
        }
        return paypal_events.payment(await self._paypal.post("/v2/checkout/orders", str(charge.id), order))

    async def confirm_payment(self, reference: str, *, payment_id: UUID, method_token: str | None) -> Observation:
        """Captures what the payer has approved. If their instrument declines, they may approve again."""
        order = await self._order(reference)
        if order["status"] != "APPROVED":
            return paypal_events.payment(order)
        try:
            # An order is captured once, whatever the key. A new approval after a decline needs a new key.
            key = f"{payment_id} {order.get('update_time', '')}"
            return paypal_events.payment(await self._paypal.post(f"/v2/checkout/orders/{reference}/capture", key, {}))
        except ProviderRefused as refusal:
            return await self._not_captured(reference, refusal.reason)

    async def _not_captured(self, reference: str, reason: str) -> Observation:
        seen = await self.get_payment(reference)
        if seen.state != "requires_action":
            return seen
        return paypal_events.declined(seen, reason)

    async def get_payment(self, reference: str) -> Observation:
        return paypal_events.payment(await self._order(reference))

    async def cancel_payment(self, reference: str, *, payment_id: UUID) -> Observation:
        """Reports an order that is not captured as cancelled: only we capture, and PayPal lets the order expire."""
        seen = await self.get_payment(reference)
        return paypal_events.cancelled(seen) if seen.state in ("requires_action", "declined") else seen

    async def create_refund(self, refund_id: UUID, *, reference: str, amount: int, currency: str) -> Observation:
        body = {"amount": _amount(amount, currency), "custom_id": str(refund_id)}
        path = f"/v2/payments/captures/{reference}/refund"
        return paypal_events.refund(await self._paypal.post(path, str(refund_id), body))

    async def get_refund(self, reference: str) -> Observation:
        return paypal_events.refund(await self._paypal.get(f"/v2/payments/refunds/{reference}"))

    async def list_refunds(self, reference: str) -> list[ListedRefund]:
        capture = await self._paypal.get(f"/v2/payments/captures/{reference}")
        return paypal_events.refunds(await self._order(paypal_events.order_of(capture)))

    async def create_payout(
        self, withdrawal_id: UUID, *, amount: int, currency: str, destination: Mapping[str, str]
    ) -> Observation:
        """Pays to the account of `destination["email"]`. PayPal refuses a second batch with the same id."""
        item = {
            "recipient_type": "EMAIL",
            "receiver": destination["email"],
            "amount": {"currency": currency, "value": _amount(amount, currency)["value"]},
            "sender_item_id": str(withdrawal_id),
        }
        batch = {"sender_batch_header": {"sender_batch_id": str(withdrawal_id)}, "items": [item]}
        made = await self._paypal.post("/v1/payments/payouts", str(withdrawal_id), batch)
        try:
            return await self.get_payout(paypal_events.batch(made))
        except ProviderRefused as error:
            # The payout exists, so this must not count as a refusal.
            raise ProviderUnavailable("paypal: the payout cannot be read yet") from error

    async def get_payout(self, reference: str) -> Observation:
        return paypal_events.payout(await self._paypal.get(f"/v1/payments/payouts/{reference}"))

    async def find_payout(self, withdrawal_id: UUID, *, since: datetime) -> Observation | None:
        """PayPal has no list of payouts: people have to check by hand."""
        raise ProviderUnavailable("paypal: payouts cannot be searched")

    async def list_movements(self, day: date) -> AsyncIterator[Movement]:
        """Reads PayPal's report, which is up to three hours late."""
        begin = datetime.combine(day, time(), UTC)
        asked = {
            "start_date": begin.isoformat(),
            "end_date": (begin + timedelta(days=1, seconds=-1)).isoformat(),
            "fields": "transaction_info",
            "page_size": str(PAGE),
        }
        page, pages = 1, 1
        while page <= pages:
            report = await self._paypal.get("/v1/reporting/transactions", asked | {"page": str(page)})
            for row in (each["transaction_info"] for each in report["transaction_details"]):
                if row["transaction_status"] in MOVED:
                    yield paypal_events.movement(row)
            page, pages = page + 1, report["total_pages"]

    async def verify_webhook(self, body: bytes, headers: Mapping[str, str]) -> ProviderEvent:
        """Returns the event. Raises ForgedWebhook; ProviderUnavailable if the certificate cannot be fetched now."""
        signed = {name: headers.get(f"paypal-{name}", "") for name in SIGNED}
        event = _event(body)
        if not (self._webhook_id and all(signed.values()) and _recent(signed["transmission-time"])):
            raise ForgedWebhook
        await self._certificates.check(signed, self._webhook_id, body)
        return paypal_events.read_event(event)

    async def _order(self, reference: str) -> Any:
        return await self._paypal.get(f"/v2/checkout/orders/{reference}")


def _amount(minor: int, currency: str) -> dict[str, str]:
    return {"currency_code": currency, "value": format(Money.of_minor(minor, currency).amount, "f")}


def _event(body: bytes) -> Any:
    with suppress(ValueError, RecursionError):
        event = json.loads(body)
        if isinstance(event, dict):
            return event
    raise ForgedWebhook


def _recent(at: str) -> bool:
    with suppress(ValueError, TypeError):
        # Tests may move our clock, but not PayPal's.
        return -AHEAD <= clock.now() - clock.offset() - datetime.fromisoformat(at) <= OLDEST
    return False
