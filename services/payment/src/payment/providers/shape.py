"""What every provider can be asked, and what it answers, in our words.

Nothing of this is called inside a transaction: reserve a row, commit, call, fold the answer into the row. Each call
that does something carries a key that follows from our row's id, so that the same call again is the same act. Amounts
are integer minor units of an ISO 4217 currency.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

from amigok_chassis.errors import DomainError

Method = Literal["card", "bank_transfer", "crypto", "paypal", "wallet"]
Name = Literal["stripe", "paypal", "wallet"]
Subject = Literal["payment", "refund", "refunds", "payout", "dispute"]
"""`refunds`: something of a payment was given back, and all that is told is how much."""

KEYS_LAST = timedelta(hours=20)
"""Providers remember our keys for a day; after this nothing is asked for anew: it might be the second time."""


class ProviderUnavailable(DomainError):
    """The provider did not answer: whether it has done what was asked is not known. Ask again, with the same key."""

    status, code = 503, "provider_unavailable"


class NotAsked(ProviderUnavailable):
    """The provider is out of order and was not asked: nothing has happened there."""


class AtWork(ProviderUnavailable):
    """The provider is at work at the same request, or saw its key with another: it answers, but does not say more."""


class ProviderRefused(DomainError):
    """The provider has not done it and will not. `reason` is a stable code of ours."""

    status, code = 422, "provider_refused"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The provider refused: {reason}.", reason=reason)
        self.reason = reason


@dataclass(frozen=True)
class Charge:
    """What a provider is asked to collect. `id` is our payment's; `customer` the provider's id of the payer, if any.

    With `saved_method`, one of the customer's, it is collected at once, as far as the payer need not act.
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
class Sighting:
    """What a provider says of a payment, refund, payout or dispute now; `reference` is its own id of it.

    States by subject. Payment: `requires_action` (the payer has something to do: confirm, approve, authenticate),
    `declined` (the payer may try again), `processing`, `completed`, `cancelled`. Refund and payout: `processing`,
    `completed`, `failed`. Dispute: `opened`, `won`, `lost`. `reason` is a stable code where it failed; `amount` what
    it is about, in minor units; `client_secret` and `approval_url` are how the payer goes on, and are never kept.
    """

    reference: str
    state: str
    amount: int
    currency: str
    reason: str | None = None
    client_secret: str | None = None
    approval_url: str | None = None
    charge_reference: str | None = None
    """The provider's own id of what was collected, where refunds and disputes name that and not the payment."""

    @property
    def is_read(self) -> bool:
        """Whether we have a word for its state."""
        return not self.state.startswith(UNKNOWN)


@dataclass(frozen=True)
class ProviderEvent:
    """A webhook that was verified. `external_id` is the provider's id of the event, the same however often it comes.

    `our_id` is the id of our row, where the provider gives back what we told it; `reference` the provider's own.
    For a refund or dispute `parent` is the provider's id of the payment. `is_read`: whether we understood it.
    """

    external_id: str
    type: str
    subject: Subject | None
    seen: Sighting | None
    our_id: UUID | None = None
    parent: str | None = None
    is_read: bool = True


@dataclass(frozen=True)
class Given:
    """A refund of a payment; `our_id` is the id of our row, if we asked for it."""

    our_id: UUID | None
    seen: Sighting


@dataclass(frozen=True)
class Movement:
    """One row of a provider's balance: `amount` gross (out is negative), and what the provider kept of it.

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
"""What a state begins with that we have no word for: then follows the provider's own."""


def known_as(states: Mapping[str, str], word: str) -> str:
    """Our word for a state of a provider's, or that it is not known."""
    return states.get(word, UNKNOWN + word)


class Provider(Protocol):
    """Every method raises ProviderUnavailable and ProviderRefused, and nothing else of the provider's."""

    name: Name
    methods: frozenset[Method]
    payouts_last: timedelta
    """So long the same payout asked for again is the same."""

    async def collect(self, charge: Charge) -> Sighting:
        """Begins to collect; the same charge again is the same payment."""

    async def confirm(self, reference: str, *, payment_id: UUID, method_token: str | None) -> Sighting:
        """Goes on after the payer has done their part: confirms, captures, or only looks."""

    async def look(self, reference: str) -> Sighting:
        """How the payment is now."""

    async def cancel(self, reference: str, *, payment_id: UUID) -> Sighting:
        """Ends a payment that was not made, unless it has been made meanwhile."""

    async def refund(self, refund_id: UUID, *, reference: str, amount: int, currency: str) -> Sighting:
        """Gives a part of a completed payment back; `reference` is its `charge_reference`, or else its reference."""

    async def look_refund(self, reference: str) -> Sighting:
        """How the refund is now."""

    async def refunds_of(self, reference: str) -> list[Given]:
        """All refunds of a payment (`reference` as for `refund`), whoever made them."""

    async def pay_out(
        self, withdrawal_id: UUID, *, amount: int, currency: str, destination: Mapping[str, str]
    ) -> Sighting:
        """Sends money to an account. `destination` is as the wallet took it for the method."""

    async def look_payout(self, reference: str) -> Sighting:
        """How the payout is now."""

    async def find_payout(self, withdrawal_id: UUID, *, since: datetime) -> Sighting | None:
        """Looks for a payout by our id among those since then, when its answer was lost; None: there is none."""

    def movements(self, day: date) -> AsyncIterator[Movement]:
        """What moved in the provider's balance on that day (UTC), of payments, refunds, payouts and disputes."""

    async def verified(self, body: bytes, headers: Mapping[str, str]) -> ProviderEvent:
        """The event of a webhook. Raises ForgedWebhook when it was not signed by the provider, or too long ago."""


@dataclass(frozen=True)
class SavedMethod:
    """A way to pay that the provider keeps for a customer; `id` is the provider's. It is shown and never stored."""

    id: str
    brand: str
    last4: str
    expires_month: int
    expires_year: int


class Vault(Protocol):
    """A provider that keeps ways to pay. Every method raises ProviderUnavailable and ProviderRefused."""

    async def open_customer(self, user_id: UUID) -> str:
        """The provider's id of a new customer; the same user again is the same customer."""

    async def close_customer(self, customer: str) -> None:
        """Keeps nothing of the customer any longer. Who is not there is closed already."""

    async def saved(self, customer: str) -> list[SavedMethod]:
        """What is kept for the customer, the newest first."""

    async def begin_saving(self, customer: str) -> str:
        """A client secret with which the payer's browser hands a way to pay to the provider."""

    async def forget(self, method: str) -> None:
        """Keeps it no longer. What is not kept is forgotten already."""


class ForgedWebhook(DomainError):
    """The webhook is not signed by the provider, or was signed too long ago."""

    status, code = 400, "webhook_not_verified"
