"""Stripe: cards, bank debits and stablecoins as payment intents; refunds, payouts, disputes, saved cards.

The payer types the card into Stripe's own fields in the browser, and we get ids only. The library uses one pinned
version of the API and never retries by itself: the poller of each row decides when to ask again.
"""

from collections.abc import AsyncIterator, Awaitable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

import httpx
import stripe
from stripe import StripeClient

from payment.providers import stripe_events
from payment.providers.protocol import (
    KEYS_LAST,
    Charge,
    ForgedWebhook,
    InProgress,
    ListedRefund,
    Method,
    Movement,
    Name,
    Observation,
    ProviderEvent,
    ProviderRefused,
    ProviderUnavailable,
    SavedMethod,
)
from payment.settings import Settings

T = TypeVar("T")

API_VERSION = "2026-10-28.endive"
TOLERANCE_SECONDS = 300
"""A webhook that was signed longer ago is refused."""

EARLIER = timedelta(minutes=10)
"""The greatest difference between Stripe's clock and ours."""

DEBITS = {"USD": "us_bank_account", "EUR": "sepa_debit", "GBP": "bacs_debit"}
"""Stripe's name for a debit from a bank account, by currency."""


class _Transport(stripe.HTTPClient):
    """Lets the library use the process's HTTP client, with its time-outs."""

    name = "httpx"

    def __init__(self, http: httpx.AsyncClient) -> None:
        super().__init__()
        self._http = http

    async def request_async(
        self, method: str, url: str, headers: Mapping[str, str], post_data: Any = None
    ) -> tuple[bytes, int, Mapping[str, str]]:
        try:
            answer = await self._http.request(method, url, headers=dict(headers), content=post_data or None)
        except httpx.HTTPError as error:
            raise stripe.APIConnectionError(type(error).__name__, should_retry=False) from error  # type: ignore[no-untyped-call]
        return answer.content, answer.status_code, answer.headers


def of(settings: Settings, http: httpx.AsyncClient) -> "Stripe | None":
    """Returns Stripe with the keys of these settings, or None if there is no key."""
    return Stripe(settings, http) if settings.stripe_key.get_secret_value() else None


class Stripe:
    """Calls Stripe."""

    name: Name = "stripe"
    methods: frozenset[Method] = frozenset({"card", "bank_transfer", "crypto"})
    payout_keys_last = KEYS_LAST

    def __init__(self, settings: Settings, http: httpx.AsyncClient) -> None:
        self._webhook_secret = settings.stripe_webhook_secret.get_secret_value()
        self._is_live = "_live_" in settings.stripe_key.get_secret_value()
        client = StripeClient(
            settings.stripe_key.get_secret_value(),
            stripe_version=API_VERSION,
            base_addresses={"api": settings.stripe_url},
            max_network_retries=0,
            http_client=_Transport(http),
        )
        self._api = client.v1

    async def create_payment(self, charge: Charge) -> Observation:
        fields: dict[str, Any] = {
            "amount": charge.amount,
            "currency": charge.currency.lower(),
            "payment_method_types": [DEBITS[charge.currency] if charge.method == "bank_transfer" else charge.method],
            "metadata": {"payment_id": str(charge.id)},
        }
        fields |= {"customer": charge.customer} if charge.customer else {}
        intents = self._api.payment_intents
        intent = await _answer(intents.create_async(fields, _key(f"payment {charge.id}")))  # type: ignore[arg-type]
        if charge.saved_method:
            saved = {"payment_method": charge.saved_method}
            return await self._confirmed(intent.id, saved, f"payment {charge.id} confirm")
        return stripe_events.payment(intent)

    async def confirm_payment(self, reference: str, *, payment_id: UUID, method_token: str | None) -> Observation:
        if method_token is None:
            return await self.get_payment(reference)
        return await self._confirmed(
            reference, {"payment_method": method_token}, f"payment {payment_id} confirm {method_token}"
        )

    async def _confirmed(self, reference: str, fields: Mapping[str, Any], key: str) -> Observation:
        """Confirms, and reads the payment where the answer does not tell its status.

        A refusal may mean that the card was declined or that the payment is in progress: the payment itself tells. The
        answer to a request that was sent before is replayed and may be out of date.
        """
        try:
            intent = await _answer(
                self._api.payment_intents.confirm_async(reference, dict(fields), _key(key))  # type: ignore[arg-type]
            )
        except ProviderRefused:
            return await self.get_payment(reference)
        answer = intent.last_response
        replayed = answer is not None and "idempotent-replayed" in answer.headers
        return await self.get_payment(reference) if replayed else stripe_events.payment(intent)

    async def get_payment(self, reference: str) -> Observation:
        return stripe_events.payment(await _answer(self._api.payment_intents.retrieve_async(reference)))

    async def cancel_payment(self, reference: str, *, payment_id: UUID) -> Observation:
        try:
            intent = await _answer(
                self._api.payment_intents.cancel_async(reference, {}, _key(f"payment {payment_id} cancel"))
            )
        except ProviderRefused:
            return await self.get_payment(reference)
        return stripe_events.payment(intent)

    async def create_refund(self, refund_id: UUID, *, reference: str, amount: int, currency: str) -> Observation:
        fields: Any = {**_of(reference), "amount": amount, "metadata": {"refund_id": str(refund_id)}}
        key = _key(f"refund {refund_id}")
        return stripe_events.refund(await _answer(self._api.refunds.create_async(fields, key)))

    async def get_refund(self, reference: str) -> Observation:
        return stripe_events.refund(await _answer(self._api.refunds.retrieve_async(reference)))

    async def list_refunds(self, reference: str) -> list[ListedRefund]:
        asked: Any = {**_of(reference), "limit": 100}
        page = await _answer(self._api.refunds.list_async(asked))
        return [stripe_events.listed_refund(each) for each in page.data]

    async def create_payout(
        self, withdrawal_id: UUID, *, amount: int, currency: str, destination: Mapping[str, str]
    ) -> Observation:
        """Works in test mode only: Stripe pays out to the platform's own bank account, not to others' (ADR 18)."""
        if self._is_live:
            raise ProviderRefused("payouts_not_offered")
        fields: Any = {
            "amount": amount,
            "currency": currency.lower(),
            "metadata": {"withdrawal_id": str(withdrawal_id)},
        }
        key = _key(f"withdrawal {withdrawal_id}")
        return stripe_events.payout(await _answer(self._api.payouts.create_async(fields, key)))

    async def get_payout(self, reference: str) -> Observation:
        return stripe_events.payout(await _answer(self._api.payouts.retrieve_async(reference)))

    async def find_payout(self, withdrawal_id: UUID, *, since: datetime) -> Observation | None:
        asked: Any = {"created": {"gte": int((since - EARLIER).timestamp())}, "limit": 100}
        while True:
            page = await _answer(self._api.payouts.list_async(asked))
            for row in page.data:
                if stripe_events.metadata(row, "withdrawal_id") == str(withdrawal_id):
                    return stripe_events.payout(row)
            if not page.has_more:
                return None
            asked = {**asked, "starting_after": page.data[-1].id}

    async def list_movements(self, day: date) -> AsyncIterator[Movement]:
        begin = datetime.combine(day, time(), UTC)
        created = {"gte": int(begin.timestamp()), "lt": int((begin + timedelta(days=1)).timestamp())}
        asked: Any = {"created": created, "limit": 100}
        while True:
            page = await _answer(self._api.balance_transactions.list_async(asked))
            for row in page.data:
                yield stripe_events.movement(row)
            if not page.has_more:
                return
            asked = {**asked, "starting_after": page.data[-1].id}

    async def verify_webhook(self, body: bytes, headers: Mapping[str, str]) -> ProviderEvent:
        if not self._webhook_secret:
            raise ForgedWebhook
        try:
            event = stripe.Webhook.construct_event(
                body, headers.get("stripe-signature", ""), self._webhook_secret, TOLERANCE_SECONDS
            )
            return stripe_events.read_event(event)
        except (stripe.SignatureVerificationError, ValueError, KeyError, AttributeError, RecursionError) as error:
            raise ForgedWebhook from error

    async def create_customer(self, user_id: UUID) -> str:
        fields: Any = {"metadata": {"user_id": str(user_id)}}
        key = _key(f"customer {user_id}")
        return (await _answer(self._api.customers.create_async(fields, key))).id

    async def delete_customer(self, customer: str) -> None:
        try:
            await _answer(self._api.customers.delete_async(customer))
        except ProviderRefused:
            return

    async def list_methods(self, customer: str) -> list[SavedMethod]:
        asked: Any = {"customer": customer, "type": "card", "limit": 100}
        page = await _answer(self._api.payment_methods.list_async(asked))
        return [stripe_events.saved(each) for each in page.data]

    async def begin_setup(self, customer: str) -> str:
        fields: Any = {"customer": customer, "payment_method_types": ["card"], "usage": "on_session"}
        intent = await _answer(self._api.setup_intents.create_async(fields))
        return str(intent.client_secret)

    async def delete_method(self, method: str) -> None:
        try:
            await _answer(self._api.payment_methods.detach_async(method))
        except ProviderRefused:
            return


async def _answer(asked: Awaitable[T]) -> T:
    """Returns Stripe's answer; translates its errors into ours."""
    try:
        return await asked
    except stripe.CardError as error:
        raise ProviderRefused(stripe_events.reason(error.code)) from error
    except stripe.InvalidRequestError as error:
        raise ProviderRefused(stripe_events.reason(error.code, otherwise="invalid_request")) from error
    except stripe.StripeError as error:
        if isinstance(error, stripe.IdempotencyError) or error.http_status == 409 or error.code == "lock_timeout":
            raise InProgress(f"stripe: {error.code}") from error
        # A wrong API key and too many requests end here, too: nothing is known of the outcome.
        raise ProviderUnavailable(f"stripe: {type(error).__name__}") from error


def _of(reference: str) -> dict[str, str]:
    """Returns the field by which a refund names the payment or charge."""
    return {"charge" if reference.startswith(("ch_", "py_")) else "payment_intent": reference}


def _key(name: str) -> Any:
    return {"idempotency_key": name}
