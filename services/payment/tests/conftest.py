"""Payment beside Stripe's double: real HTTP in both directions."""

import base64
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import transit
from amigok_chassis.ids import new_id
from amigok_chassis.testing import FLEET_KEY, Rig, running
from amigok_contracts import Event, Money
from amigok_contracts.marketplace import OrderCompleted, OrderPlaced
from amigok_contracts.wallet import WithdrawalApproved
from payment.main import service
from tests.simulators.serving import address, bound, serving
from tests.simulators.stripe.app import stripe as stripe_double

SECRET = "whsec_test"


@dataclass
class Double:
    """A provider's double and how to meddle with it."""

    url: str
    http: httpx.AsyncClient

    async def control(self, path: str, /, **body: Any) -> Any:
        answer = await self.http.post(f"/_control/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    async def ask(self, path: str, /, **form: Any) -> Any:
        """What the payer's browser or an operator asks the provider."""
        answer = await self.http.post(path, data=form, headers={"authorization": "Bearer sk_test_double"})
        assert answer.is_success, answer.text
        return answer.json()


@pytest.fixture
async def stripe() -> AsyncIterator[Double]:
    port = bound()
    url = address(port)
    async with serving(stripe_double(url, (0.01, 0.01)), port):
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=20) as http:
            yield Double(url, http)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


class Order:
    """The marketplace's side of one order."""

    def __init__(
        self, *, buyer: UUID | None = None, seller: UUID | None = None, price: int = 24_000, fee: int = 600,
        currency: str = "USD", title: str = "Dorper ewe",
    ) -> None:  # fmt: skip
        self.id, self.buyer, self.seller = new_id(), buyer or new_id(), seller
        self.price, self.fee = Money.of_minor(price, currency), Money.of_minor(fee, currency)
        self.about = {"order_id": self.id, "listing_id": new_id(), "livestock_id": new_id(), "price": self.price}
        self.title = title

    @property
    def placed(self) -> Event:
        return OrderPlaced(
            **self.about, buyer_id=self.buyer, seller_id=self.seller, fee=self.fee, title=self.title
        )  # fmt: skip

    @property
    def completed(self) -> Event:
        return OrderCompleted(**self.about)


@pytest.fixture
def order() -> Callable[..., Any]:
    return Order


@pytest.fixture
async def paying(stripe: Double, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rig]:
    monkeypatch.setenv("PAYMENT_STRIPE_URL", stripe.url)
    monkeypatch.setenv("PAYMENT_STRIPE_KEY", "sk_test_12345")
    async with running(service) as rig:
        yield rig


KEY = base64.urlsafe_b64decode(FLEET_KEY)


def approved(*, method: str = "bank_transfer", bound: str | None = None) -> WithdrawalApproved:
    id = new_id()
    sealed = transit.seal(KEY, json.dumps({"iban": "DE02120300000000202051"}), bound=bound or f"withdrawal {id}")
    return WithdrawalApproved(
        withdrawal_id=id, user_id=new_id(), amount=Money.of_minor(5_000, "EUR"), method=method,
        sealed_destination=sealed,
    )  # fmt: skip


@pytest.fixture(name="approved")
def approving() -> Callable[..., WithdrawalApproved]:
    return approved
