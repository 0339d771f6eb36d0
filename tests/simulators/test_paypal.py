"""PayPal's double by itself. The payment service's tests cover the rest."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.simulators.paypal.app import paypal as paypal_double
from tests.simulators.serving import address, bound, serving

AMOUNT = {"currency_code": "USD", "value": "10.00"}
BACK = {"experience_context": {"return_url": "http://localhost", "cancel_url": "http://localhost"}}
ORDER = {"intent": "CAPTURE", "purchase_units": [{"amount": AMOUNT}], "payment_source": {"paypal": BACK}}


@pytest.fixture
async def paypal() -> AsyncIterator[httpx.AsyncClient]:
    port = bound()
    url = address(port)
    client = httpx.AsyncClient(base_url=url, trust_env=False, verify=False)
    async with serving(paypal_double(url, ()), port), client as http:
        asked = {"data": {"grant_type": "client_credentials"}, "auth": ("id", "secret")}
        token = (await http.post("/v1/oauth2/token", **asked)).json()["access_token"]
        http.headers["authorization"] = f"Bearer {token}"
        yield http


def issue(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["details"][0]["issue"]


async def test_only_who_signed_in_may_ask(paypal: httpx.AsyncClient) -> None:
    for spoilt in ("", "Bearer nothing", "Basic aWQ6c2VjcmV0"):
        answer = await paypal.get("/v2/checkout/orders/1", headers={"authorization": spoilt})
        assert answer.status_code == 401
    assert (await paypal.post("/v1/oauth2/token", data={"grant_type": "password"})).status_code == 401


async def test_an_order_is_captured_when_it_was_approved_and_once(paypal: httpx.AsyncClient) -> None:
    key = {"paypal-request-id": "1"}
    assert issue(await paypal.post("/v2/checkout/orders", json=ORDER)) == (400, "PAYPAL_REQUEST_ID_REQUIRED")
    order = (await paypal.post("/v2/checkout/orders", json=ORDER, headers=key)).json()
    assert (await paypal.post("/v2/checkout/orders", json=ORDER, headers=key)).json() == order
    other = ORDER | {"purchase_units": [{"amount": AMOUNT | {"value": "11.00"}}]}
    assert issue(await paypal.post("/v2/checkout/orders", json=other, headers=key)) == (422, "REQUEST_ID_REUSED")
    capture = f"/v2/checkout/orders/{order['id']}/capture"
    assert issue(await paypal.post(capture)) == (422, "ORDER_NOT_APPROVED")
    await paypal.get(f"/checkoutnow?token={order['id']}")
    assert (await paypal.post(capture)).json()["status"] == "COMPLETED"
    assert issue(await paypal.post(capture)) == (422, "ORDER_ALREADY_CAPTURED")


@pytest.mark.parametrize("path", ["/v2/checkout/orders", "/v1/payments/payouts"])
@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"intent": 1}', b"[" * 50_000, b'{"items": [{}, {}]}'])
async def test_odd_requests_are_the_askers_fault(paypal: httpx.AsyncClient, path: str, body: bytes) -> None:
    answer = await paypal.post(path, content=body, headers={"paypal-request-id": "1"})
    assert answer.status_code == 400, answer.text


@pytest.mark.parametrize(
    "query", [{}, {"start_date": "x"}, {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-03-01T00:00:00Z"}]
)
async def test_a_report_is_of_a_month_at_most(paypal: httpx.AsyncClient, query: dict[str, Any]) -> None:
    assert (await paypal.get("/v1/reporting/transactions", params=query)).status_code == 400
