"""What every provider can be asked, and the shape of its answers, in our terms.

Never call a provider inside a transaction: reserve a row, commit, call, then apply the answer to the row. Each call
that has an effect carries an idempotency key that follows from our row's id, so repeating it has no further effect.
Amounts are integer minor units of an ISO 4217 currency.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

from amigok_chassis.errors import DomainError, RetryAfter

Method = Literal["card", "bank_transfer", "crypto", "paypal", "wallet"]
Name = Literal["stripe", "paypal", "wallet"]
Subject = Literal["payment", "refund", "refunds", "payout", "dispute"]
"""`refunds`: a part of a payment was refunded, and the provider only reports how much."""

KEYS_LAST = timedelta(hours=20)
"""Providers remember idempotency keys for a day. After this time no call is repeated: it could have a second effect."""


class ProviderUnavailable(DomainError):
    """The provider did not answer. It may or may not have done what it was asked. Ask again with the same key."""

    status, code = 503, "provider_unavailable"
    sends = {"retry_after": RetryAfter}


class NotAsked(ProviderUnavailable):
    """The provider was not called, because it is out of order. Nothing has happened there."""


class InProgress(ProviderUnavailable):
    """The provider is still working on the same request, or saw its key with another one."""


class ProviderRefused(DomainError):
    """The provider has refused the request for good. `reason` is a stable code of ours."""

    status, code = 422, "provider_refused"
    sends = {"reason": str}

    def __init__(self, reason: str) -> None:
        super().__init__(f"The provider refused: {reason}.", reason=reason)
        self.reason = reason


@dataclass(frozen=True)
class Charge:
    """A payment that a provider is asked to create. `id` is our payment's id, `customer` the provider's of the payer.

    With `saved_method`, one of the customer's saved ways to pay, it is charged at once if the payer need not act.
    """

    id: UUID
    amount: int
    currency: str
    method: Method
    description: str
    return_url: str
    customer: str | None = None
    saved_method: str | None = None


@dataclass(frozen=True)
class Observation:
    """The current status of a payment, refund, payout or dispute at a provider. `reference` is the provider's own id.

    States by subject. Payment: `requires_action` (the payer has to confirm, approve or authenticate), `declined` (the
    payer may try again), `processing`, `completed`, `cancelled`. Refund, payout: `processing`, `completed`, `failed`.
    Dispute: `opened`, `won`, `lost`. `reason` is a stable code for a failure. `amount` is in minor units.
    `client_secret` and `approval_url` let the payer continue; they are never stored.
    """

    reference: str
    state: str
    amount: int
    currency: str
    reason: str | None = None
    client_secret: str | None = None
    approval_url: str | None = None
    charge_reference: str | None = None
    """The provider's own id of the charge, where refunds and disputes refer to that instead of the payment."""

    @property
    def is_read(self) -> bool:
        """Whether its state is known to us."""
        return not self.state.startswith(UNKNOWN)


@dataclass(frozen=True)
class ProviderEvent:
    """A verified webhook. `external_id` is the provider's id of the event, the same for every delivery.

    `our_id` is the id of our row, where the provider returns it; `reference` is the provider's own. For a refund or
    dispute `parent` is the provider's id of the payment. `is_read`: whether we understood the event.
    """

    external_id: str
    type: str
    subject: Subject | None
    seen: Observation | None
    our_id: UUID | None = None
    parent: str | None = None
    is_read: bool = True


@dataclass(frozen=True)
class ListedRefund:
    """One refund in a provider's list; `our_id` is the id of our row, if we requested it."""

    our_id: UUID | None
    seen: Observation


@dataclass(frozen=True)
class Movement:
    """One row of a provider's balance: the gross `amount` (negative: money out) and the provider's `fee`.

    `reference` of a payment is its `charge_reference`, where it has one.
    """

    external_id: str
    subject: Subject | None
    reference: str
    amount: int
    fee: int
    currency: str
    at: datetime


UNKNOWN = "?"
"""A state that we do not know is stored as this, followed by the provider's own word."""


def our_state(states: Mapping[str, str], word: str) -> str:
    """Translates a provider's state into ours; a state that is not in the table is marked as unknown."""
    return states.get(word, UNKNOWN + word)


class Provider(Protocol):
    """A payment provider. Every method raises only ProviderUnavailable and ProviderRefused."""

    name: Name
    methods: frozenset[Method]
    payout_keys_last: timedelta
    """How long a repeated request for the same payout has no further effect."""

    async def create_payment(self, charge: Charge) -> Observation:
        """Creates a payment. The same charge always returns the same payment."""

    async def confirm_payment(self, reference: str, *, payment_id: UUID, method_token: str | None) -> Observation:
        """Continues after the payer has done their part: confirms, captures, or only reads the status."""

    async def get_payment(self, reference: str) -> Observation:
        """Returns the payment's current status."""

    async def cancel_payment(self, reference: str, *, payment_id: UUID) -> Observation:
        """Cancels a payment, unless it was paid meanwhile."""

    async def create_refund(self, refund_id: UUID, *, reference: str, amount: int, currency: str) -> Observation:
        """Refunds part of a completed payment. `reference` is its `charge_reference`, or else its reference."""

    async def get_refund(self, reference: str) -> Observation:
        """Returns the refund's current status."""

    async def list_refunds(self, reference: str) -> list[ListedRefund]:
        """Lists all refunds of a payment, whoever made them. `reference` is as for `create_refund`."""

    async def create_payout(
        self, withdrawal_id: UUID, *, amount: int, currency: str, destination: Mapping[str, str]
    ) -> Observation:
        """Sends money to an account. `destination` has the fields that the wallet asks for with this method."""

    async def get_payout(self, reference: str) -> Observation:
        """Returns the payout's current status."""

    async def find_payout(self, withdrawal_id: UUID, *, since: datetime) -> Observation | None:
        """Searches the payouts since then for our id, when the answer was lost. Returns None if there is none."""

    def list_movements(self, day: date) -> AsyncIterator[Movement]:
        """Lists what payments, refunds, payouts and disputes moved in the provider's balance on that day (UTC)."""

    async def verify_webhook(self, body: bytes, headers: Mapping[str, str]) -> ProviderEvent:
        """Returns the event in a webhook. Raises ForgedWebhook unless the provider has signed it recently."""


@dataclass(frozen=True)
class SavedMethod:
    """A way to pay that the provider keeps for a customer. `id` is the provider's. It is shown and never stored."""

    id: str
    brand: str
    last4: str
    expires_month: int
    expires_year: int


class Vault(Protocol):
    """A provider that keeps ways to pay. Every method raises only ProviderUnavailable and ProviderRefused."""

    async def create_customer(self, user_id: UUID) -> str:
        """Returns the provider's id of a new customer. The same user always gets the same customer."""

    async def delete_customer(self, customer: str) -> None:
        """Deletes all data of a customer. Deleting one that does not exist has no effect."""

    async def list_methods(self, customer: str) -> list[SavedMethod]:
        """Lists the customer's saved ways to pay, newest first."""

    async def begin_setup(self, customer: str) -> str:
        """Returns a client secret with which the payer's browser gives the provider a way to pay."""

    async def delete_method(self, method: str) -> None:
        """Deletes a saved way to pay. Deleting one that does not exist has no effect."""


class ForgedWebhook(DomainError):
    """The provider did not sign this webhook, or signed it too long ago."""

    status, code = 400, "webhook_not_verified"
