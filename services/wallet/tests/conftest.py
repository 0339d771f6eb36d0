from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running, token
from amigok_contracts import Event, Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.identity import UserEmailVerified, UserStandingChanged
from amigok_contracts.marketplace import OrderCancelled, OrderFulfilled, OrderPlaced
from wallet.corrections import service as corrections
from wallet.corrections.schemas import CreditIn
from wallet.main import service


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


_VERSIONS = count(1_000_000)


class Order:
    """The marketplace's side of one order."""

    def __init__(
        self, buyer: UUID, price: Money, *, seller: UUID | None, fee: Money, pay_with: Any, assurance: Any
    ) -> None:
        self.id, self.listing, self.animal = new_id(), new_id(), new_id()
        self.buyer, self.seller, self.price, self.fee, self.pay_with = buyer, seller, price, fee, pay_with
        self.assurance = assurance

    def placed(self) -> Event:
        return OrderPlaced(
            order_id=self.id,
            listing_id=self.listing,
            livestock_id=self.animal,
            buyer_id=self.buyer,
            seller_id=self.seller,
            price=self.price,
            fee=self.fee,
            pay_with=self.pay_with,
            assurance=self.assurance,
        )

    def fulfilled(self) -> Event:
        return OrderFulfilled(
            order_id=self.id,
            livestock_id=self.animal,
            buyer_id=self.buyer,
            seller_id=self.seller,
            price=self.price,
            fee=self.fee,
        )

    def cancelled(self) -> Event:
        return OrderCancelled(
            order_id=self.id,
            listing_id=self.listing,
            livestock_id=self.animal,
            buyer_id=self.buyer,
            price=self.price,
            reason="transfer_refused",
        )


class Bank:
    """What people, administrators and the marketplace do with the wallet."""

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
        pay_with: str = "wallet",
        **assurance: Any,
    ) -> Order:
        return Order(
            buyer,
            Money.model_validate({"amount": price, "currency": currency}),
            seller=seller,
            fee=Money.model_validate({"amount": fee, "currency": currency}),
            pay_with=pay_with,
            assurance=self.sure(**assurance),
        )


@pytest.fixture
def bank(rig: Rig) -> Bank:
    return Bank(rig)


@pytest.fixture
def bank_of() -> type[Bank]:
    """The bank of a service that a test has started itself."""
    return Bank
