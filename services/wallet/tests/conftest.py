from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.service import Noun, Service
from amigok_chassis.testing import Rig, running, token
from amigok_contracts import Event, Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.identity import UserEmailVerified, UserStandingChanged
from amigok_contracts.money_requests import (
    CaptureRequest,
    ChargeRequest,
    DebtRequest,
    HoldRequest,
    ReleaseRequest,
    RewardRequest,
    Share,
)
from amigok_contracts.payment import RefundRequested
from wallet.captures import handlers as captures
from wallet.charges import handlers as charges
from wallet.corrections import service as corrections
from wallet.corrections.schemas import CreditIn
from wallet.debts import handlers as debts
from wallet.holds import handlers as holds
from wallet.main import service
from wallet.rewards import handlers as rewards


class ShopHoldRequested(HoldRequest, Event, type="shop.order.hold_requested", aggregate="reference_id"):
    """A producer that only these tests know asks for the price of an order."""


class ShopOrderFulfilled(CaptureRequest, Event, type="shop.order.fulfilled", aggregate="reference_id"):
    """What was ordered is the buyer's."""


class ShopOrderCancelled(ReleaseRequest, Event, type="shop.order.cancelled", aggregate="reference_id"):
    """It will not be."""


class Billed(ChargeRequest, Event, type="shop.bill.sent", aggregate="reference_id"):
    """Something is to be paid at once."""


class ShopPrizeWon(RewardRequest, Event, type="shop.prize.won", aggregate="reference_id"):
    """The platform pays a prize."""


class FineImposed(DebtRequest, Event, type="shop.fine.imposed", aggregate="reference_id"):
    """Somebody owes the platform something."""


ASKED = (ShopHoldRequested, ShopOrderFulfilled, ShopOrderCancelled, Billed, ShopPrizeWon, FineImposed)


def hearing(events: Iterable[type[Event]]) -> Service:
    """The wallet, which hears these money requests, too; nothing in it names them."""
    kinds = (holds.hold, holds.release, captures.capture, charges.charge, rewards.reward, debts.debt)
    heard = Noun(consumes={"money": [handler for kind in kinds for handler in kind.of(events)]})
    return replace(service, nouns=[*service.nouns, heard])


@pytest.fixture(scope="session")
def hears() -> Callable[[Iterable[type[Event]]], Service]:
    """Makes a wallet that hears further money requests."""
    return hearing


@pytest.fixture(scope="session")
def shopping() -> Service:
    """The wallet that hears what the shop of these tests asks for."""
    return SHOPPING


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(SHOPPING) as rig:
        yield rig


SHOPPING = hearing(ASKED)
_VERSIONS = count(1_000_000)
ORDER = "shop.order"


class Order:
    """The shop's side of one order."""

    def __init__(self, buyer: UUID, price: Money, *, seller: UUID | None, fee: Money, assurance: Any) -> None:
        self.id = new_id()
        self.buyer, self.seller, self.price, self.fee = buyer, seller, price, fee
        self.assurance = assurance

    def placed(self, funded_by: UUID | None = None) -> Event:
        """Its price is to be held; with `funded_by` a payment has brought it in."""
        return ShopHoldRequested(
            **self._about(),
            amount=self.price,
            payee_ids=(self.seller,) if self.seller else (),
            description="Order of a test",
            funded_by=funded_by,
            assurance=None if funded_by else self.assurance,
        )

    def fulfilled(self) -> Event:
        rest = Money.of_minor(self.price.minor - self.fee.minor, self.price.currency)
        shares = (Share(amount=rest, payee_id=self.seller), Share(amount=self.fee, fee="sale"))
        return ShopOrderFulfilled(**self._about(), shares=shares)

    def cancelled(self) -> Event:
        return ShopOrderCancelled(**self._about(), reason="transfer_refused")

    def _about(self) -> dict[str, Any]:
        return {"purpose": ORDER, "reference_id": self.id, "payer_id": self.buyer}


class Bank:
    """What people, administrators and a shop do with the wallet."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.admin = new_id()

    async def verify(self, user_id: UUID) -> None:
        await self.rig.deliver(UserEmailVerified(user_id=user_id, role="investor"))

    async def user(self, amount: str = "0") -> UUID:
        """A user of a year's standing with a wallet and so much in it."""
        user_id = await self.rig.is_known(new_id())
        await self.verify(user_id)
        if amount != "0":
            await self.credit(user_id, amount)
        return user_id

    async def credit(self, user_id: UUID, amount: str, currency: str = "USD") -> None:
        """What an approved proposal does. Raises what it is refused with."""
        wish = CreditIn.model_validate(
            {"user_id": user_id, "amount": {"amount": amount, "currency": currency}, "reason": "opening"}
        )
        async with self.rig.db.unit_of_work() as db:
            await corrections.credit(db, wish, new_id(), self.admin)

    def standing(self, user_id: UUID, **values: Any) -> UserStandingChanged:
        """What identity says of a user of a year's standing."""
        year_ago = clock.now() - timedelta(days=365)
        told: dict[str, Any] = {
            "role": "investor",
            "status": "active",
            "verified": True,
            "kyc": "approved",
            "registered_at": year_ago,
            "credentials_changed_at": None,
            "decides_from": year_ago,
            "aggregate_version": next(_VERSIONS),
        }
        return UserStandingChanged(user_id=user_id, **told | values)

    def sure(self, **values: Any) -> Assurance:
        """That it is the owner who acts, but for what is said otherwise."""
        now = clock.now()
        known: dict[str, Any] = {"authenticated_at": now, "multi_factor": True, "device_since": now - timedelta(days=9)}
        return Assurance(**known | values)

    def bearer(self, user_id: UUID, **claims: Any) -> dict[str, str]:
        """The headers of a session with two factors, lately shown, on a device that is well known."""
        since = int((clock.now() - timedelta(days=9)).timestamp())
        made: dict[str, Any] = {"amr": ("pwd", "otp", "mfa"), "dev": since}
        return {"Authorization": f"Bearer {token(user_id, **made | claims)}"}

    async def transfer(
        self,
        sender: UUID,
        recipient: object,
        amount: str,
        currency: str = "USD",
        *,
        key: str = "",
        **more: str,
    ) -> httpx.Response:
        body = {"recipient_id": str(recipient), "amount": {"amount": amount, "currency": currency}, **more}
        headers = {"Idempotency-Key": key} if key else {}
        return await self.rig.request("POST", "/api/v1/wallet/transfer", user=sender, json=body, headers=headers)

    async def get(self, user_id: UUID, path: str = "", **params: Any) -> dict[str, Any]:
        answer = await self.rig.request("GET", f"/api/v1/wallet{path}", user=user_id, params=params)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def balance(self, user_id: UUID, currency: str = "USD") -> tuple[str, str]:
        """What is available and what is held."""
        balances = (await self.get(user_id))["balances"]
        (found,) = [each for each in balances if each["available"]["currency"] == currency]
        return found["available"]["amount"], found["held"]["amount"]

    async def reconcile(self) -> dict[str, Any]:
        answer = await self.rig.request("GET", "/api/v1/admin/wallet/reconciliation", user=self.admin, role="admin")
        assert answer.status_code == 200, answer.text
        proof: dict[str, Any] = answer.json()
        return proof

    async def prove(self) -> dict[str, Any]:
        """The reconciliation, which must find nothing."""
        proof = await self.reconcile()
        assert (proof["differences"], proof["total"]) == ([], 0)
        return proof

    def order(
        self,
        buyer: UUID,
        price: str,
        currency: str = "USD",
        *,
        seller: UUID | None = None,
        fee: str = "0.00",
        **assurance: Any,
    ) -> Order:
        return Order(
            buyer,
            Money.model_validate({"amount": price, "currency": currency}),
            seller=seller,
            fee=Money.model_validate({"amount": fee, "currency": currency}),
            assurance=self.sure(**assurance),
        )

    def bill(self, payer: UUID, amount: Money, reference_id: UUID, purpose: str = "shop.bill", **more: Any) -> Event:
        """A charge by the shop, all of it a fee."""
        shares = (Share(amount=amount, fee="service"),)
        return Billed(purpose=purpose, reference_id=reference_id, payer_id=payer, shares=shares, **more)

    def prize(self, payee: UUID, amount: Money, reference_id: UUID) -> Event:
        return ShopPrizeWon(purpose="shop.prize", reference_id=reference_id, payee_id=payee, amount=amount)

    def fine(self, debtor: UUID, amount: Money, reference_id: UUID, **more: Any) -> Event:
        return FineImposed(purpose="shop.fine", reference_id=reference_id, debtor_id=debtor, amount=amount, **more)

    def refund(self, payer: UUID, amount: Money, reference_id: UUID, **more: Any) -> Event:
        """Payment asks for what goes back to where it came from."""
        about = {"reference_id": reference_id, "payer_id": payer, "amount": amount, "payment_id": new_id()}
        return RefundRequested(**about | more)


@pytest.fixture
def bank(rig: Rig) -> Bank:
    return Bank(rig)


@pytest.fixture
def bank_of() -> type[Bank]:
    """The bank of a service that a test has started itself."""
    return Bank
