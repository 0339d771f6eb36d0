"""Payment beside Stripe's double: real HTTP in both directions."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from prometheus_client import Gauge

from amigok_chassis import transit
from amigok_chassis.ids import new_id
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.testing import FLEET_KEY, Rig, running
from amigok_contracts import Event, Money
from amigok_contracts.marketplace import OrderCancelled, OrderCompleted, OrderPlaced
from amigok_contracts.payment import CHARGE, REFUND, ChargeRequested, WebhookReceived
from amigok_contracts.wallet import ExitAllowed, ExitRefused, HoldPlaced, HoldRefused, WithdrawalApproved
from payment.main import service
from tests.simulators import double as simulator
from tests.simulators.paypal.app import paypal as paypal_double
from tests.simulators.serving import Slot, address, bound, serving
from tests.simulators.stripe.app import stripe as stripe_double

SECRET = "whsec_test"
PRICE, FEE = Money.of_minor(24_000, "USD"), Money.of_minor(600, "USD")


@dataclass
class Double:
    """A provider's double, and the calls that control it."""

    url: str
    http: httpx.AsyncClient

    async def control(self, path: str, /, **body: Any) -> Any:
        answer = await self.http.post(f"/_control/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    async def ask(self, path: str, /, **form: Any) -> Any:
        """Calls the provider as the payer's browser or an operator would."""
        answer = await self.http.post(path, data=form, headers={"authorization": "Bearer sk_test_double"})
        assert answer.is_success, answer.text
        return answer.json()

    async def card(self, number: str = "4242424242424242", *, customer: str = "") -> str:
        """Returns a card that the payer's browser gave to the provider, perhaps to save it."""
        fields = {"card[number]": number, "card[exp_month]": 12, "card[exp_year]": 2030, "card[cvc]": "123"}
        id = str((await self.ask("/v1/payment_methods", type="card", **fields))["id"])
        if customer:
            await self.ask(f"/v1/payment_methods/{id}/attach", customer=customer)
        return id


@dataclass
class Address:
    """Where applications answer, one after the other."""

    url: str
    slot: Slot


@pytest.fixture(scope="session")
async def webhooks() -> AsyncIterator[Address]:
    """Where providers send webhooks to."""
    listener, slot = bound(), Slot()
    async with serving(slot, listener, lifespan="off"):
        yield Address(address(listener), slot)


@dataclass
class Provider:
    """A double that serves all tests, one after the other; who used it resets it."""

    url: str
    double: simulator.Double


@asynccontextmanager
async def _provider(make: Callable[[str, tuple[float, ...]], simulator.Double]) -> AsyncIterator[Provider]:
    listener = bound()
    double = make(address(listener), (0.01, 0.01))
    async with serving(double, listener):
        yield Provider(address(listener), double)


@pytest.fixture(scope="session")
async def stripe_server() -> AsyncIterator[Provider]:
    async with _provider(stripe_double) as provider:
        yield provider


@pytest.fixture(scope="session")
async def paypal_server() -> AsyncIterator[Provider]:
    async with _provider(paypal_double) as provider:
        yield provider


@pytest.fixture
async def stripe(stripe_server: Provider) -> AsyncIterator[Double]:
    async with httpx.AsyncClient(base_url=stripe_server.url, verify=False, trust_env=False, timeout=PATIENCE) as http:
        yield Double(stripe_server.url, http)
    await stripe_server.double.reset()


@pytest.fixture
async def rig(stripe: Double, webhooks: Address, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rig]:
    """The service, with its own address for the double's webhooks."""
    monkeypatch.setenv("PAYMENT_STRIPE_URL", stripe.url)
    monkeypatch.setenv("PAYMENT_STRIPE_KEY", "sk_test_12345")
    monkeypatch.setenv("PAYMENT_STRIPE_WEBHOOK_SECRET", SECRET)
    async with running(service) as rig:
        async with webhooks.slot.holding(rig.asgi):
            endpoint = f"{webhooks.url}/api/v1/payments/webhook/stripe"
            await stripe.control("webhooks/endpoints", url=endpoint, secret=SECRET)
            answering = asyncio.create_task(_let_everything_go(rig))
            yield rig
            answering.cancel()
            await asyncio.gather(answering, return_exceptions=True)


REFUSED_EXITS: set[int] = set()
"""Amounts in minor units that the wallet refuses, and (negative) those that it never answers."""


async def _let_everything_go(rig: Rig) -> None:
    """The wallet's side of charging saved cards. It looks after each commit, and now and then for those of others."""
    answered = set[UUID]()
    emitted, notify = asyncio.Event(), rig.db.committed

    def committed() -> None:
        notify()
        emitted.set()

    rig.db.committed = committed
    while True:
        with suppress(TimeoutError):
            async with asyncio.timeout(0.25):
                await emitted.wait()
        emitted.clear()
        for asked in await rig.events(ChargeRequested):
            minor = asked.amount.minor
            if asked.payment_id not in answered and -minor not in REFUSED_EXITS:
                answered.add(asked.payment_id)
                about: Any = {"reference_id": asked.payment_id, "user_id": asked.user_id, "amount": asked.amount}
                refusal: Any = {"reason": "step_up_required", "retry_after": None}
                refused = minor in REFUSED_EXITS
                kind: Any = ExitRefused if refused else ExitAllowed
                await rig.deliver(kind(**about, purpose=CHARGE, **(refusal if refused else {})))


@pytest.fixture
def refused_exits() -> Iterator[set[int]]:
    yield REFUSED_EXITS
    REFUSED_EXITS.clear()


@dataclass
class Order:
    """One order, and the marketplace's events about it."""

    buyer: UUID
    pay_with: Any = "payment"
    price: Money = PRICE
    seller: UUID | None = field(default_factory=new_id)
    fee: Money = FEE
    title: str = "Dorper ewe"
    ids: dict[str, UUID] = field(
        default_factory=lambda: {"order_id": new_id(), "listing_id": new_id(), "livestock_id": new_id()}
    )

    @property
    def id(self) -> UUID:
        return self.ids["order_id"]

    def placed(self) -> Event:
        more = {"fee": self.fee, "title": self.title, "pay_with": self.pay_with}
        return OrderPlaced(**self.ids, buyer_id=self.buyer, seller_id=self.seller, price=self.price, **more)

    def cancelled(self) -> Event:
        return OrderCancelled(**self.ids, reference_id=self.id, payer_id=self.buyer, reason="hold_timeout")

    def completed(self) -> Event:
        return OrderCompleted(**self.ids, price=self.price)


@dataclass
class Payer:
    """Somebody who pays, through the API and in their browser."""

    rig: Rig
    stripe: Double
    id: UUID = field(default_factory=uuid4)

    async def ask(self, method: str, path: str, status: int, /, **kwargs: Any) -> Any:
        answer = await self.rig.request(method, f"/api/v1/{path}", user=self.id, **kwargs)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def deposit(
        self, amount: str = "240.00", *, currency: str = "USD", status: int = 201, key: str = "", **more: Any
    ) -> Any:
        body = {"purpose": "deposit", "method": "card", "amount": {"amount": amount, "currency": currency}, **more}
        return await self.ask("POST", "payments/create", status, json=body, headers=_keyed(key))

    async def pay(self, order: Order, *, status: int = 201, key: str = "", **more: Any) -> Any:
        body = {"purpose": "order", "method": "card", "order_id": str(order.id), **more}
        return await self.ask("POST", "payments/create", status, json=body, headers=_keyed(key))

    async def confirm(self, payment: Any, token: str | None = None, status: int = 200) -> Any:
        return await self.ask(
            "POST", "payments/confirm", status, json={"payment_id": payment["id"], "method_token": token}
        )

    async def get(self, payment: Any) -> Any:
        return await self.ask("GET", f"payments/{payment['id']}", 200)

    async def saved(self, number: str = "4242424242424242") -> str:
        """Returns a saved card of the payer."""
        await self.ask("POST", "payments/methods", 201)
        [row] = await self.rig.db.fetch("SELECT reference FROM customers WHERE user_id = $1", self.id)
        return await self.stripe.card(number, customer=row["reference"])


def _keyed(key: str) -> dict[str, str]:
    return {"Idempotency-Key": key} if key else {}


@pytest.fixture
def payer(rig: Rig, stripe: Double) -> Payer:
    return Payer(rig, stripe)


@dataclass
class Charged:
    """A completed payment and its refunds."""

    payer: Payer
    payment: Any
    charge: str

    async def refund(self, amount: str | None = None, *, status: int = 201, key: str = "", **more: Any) -> Any:
        """Requests a refund; with `more` (destination, charged_to) as two administrators."""
        money = {"amount": {"amount": amount, "currency": "USD"}} if amount else {}
        body = {"reason": "Not as described", **money, **more}
        path = f"payments/{self.payment['id']}/refund"
        if not more:
            return await self.payer.ask("POST", path, status, json=body, headers=_keyed(key))
        rig = self.payer.rig
        proposed = await rig.request(
            "POST", f"/api/v1/admin/{path}", user=await rig.administrator(), role="admin", json=body
        )
        if status != 201:
            assert proposed.status_code == status, proposed.text
            return proposed.json()
        decided = await rig.decided(proposed)
        assert decided.status_code == 200, decided.text
        return (await self.refunds())[-1]

    async def held(self, refund: Any) -> None:
        """The wallet holds the amount, and the provider is asked."""
        await self.payer.rig.deliver(held(refund, self.payer.id))
        await self.payer.rig.run_task("poll_refund")

    async def refunds(self) -> list[Any]:
        return list((await self.payer.get(self.payment))["refunds"])


def held(refund: Any, payer_id: UUID, *, purpose: str = REFUND) -> HoldPlaced:
    """The wallet holds what is refunded."""
    about = {"purpose": purpose, "reference_id": refund["id"], "payer_id": payer_id, "amount": refund["amount"]}
    return HoldPlaced.model_validate({**about, "hold_id": new_id(), "expires_at": None})


def not_held(refund: Any, payer_id: UUID, *, purpose: str = REFUND) -> HoldRefused:
    """The wallet refuses to hold what is to be refunded."""
    about = {"purpose": purpose, "reference_id": refund["id"], "payer_id": payer_id, "amount": refund["amount"]}
    return HoldRefused.model_validate({**about, "reason": "insufficient_funds"})


@pytest.fixture
async def charged(payer: Payer) -> Charged:
    """A payment of 240.00 by card."""
    done = await payer.deposit(saved_method=await payer.saved())
    assert done["state"] == "completed"
    [row] = await payer.rig.db.fetch("SELECT charge_reference FROM payments")
    return Charged(payer, done, row["charge_reference"])


async def process_webhooks(rig: Rig) -> int:
    """Processes all stored webhooks. Returns how many were ever stored."""
    said = await rig.events(WebhookReceived)
    await rig.deliver(*said)
    return len(said)


async def make_due(rig: Rig, table: str = "payments") -> None:
    """Makes all rows due that wait for their turn."""
    await rig.db.fetch(f"UPDATE {table} SET due_at = now() WHERE due_at IS NOT NULL")


async def webhook_processed(rig: Rig, type: str) -> None:
    """Waits until a webhook of this type arrives, and processes all that have arrived."""
    await until(lambda: rig.db.fetch("SELECT FROM webhooks WHERE type = $1", type))
    await process_webhooks(rig)


def approved(*, method: str = "bank_transfer", bound: str = "", amount: int = 5_000) -> WithdrawalApproved:
    """The wallet's event for an approved withdrawal."""
    id = new_id()
    key, destination = base64.urlsafe_b64decode(FLEET_KEY), json.dumps({"iban": "DE02120300000000202051"})
    return WithdrawalApproved(
        withdrawal_id=id,
        user_id=new_id(),
        amount=Money.of_minor(amount, "EUR"),
        method=method,
        sealed_destination=transit.seal(key, destination, bound=bound or f"withdrawal {id}"),
    )


async def gauge(rig: Rig, name: Gauge) -> int:
    """Returns the sum that a gauge shows."""
    async with rig.db.unit_of_work() as db:
        return sum([await question(db) for question in rig.service.gauges[name]])
