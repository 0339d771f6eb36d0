"""Orders: made, approved by the payer, captured."""

import copy
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import Field

from tests.simulators.double import CONTROL
from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.wire import Asked, Row

FEE_MILLIONTHS, FEE_FIXED = 34_900, 49
Outcome = Literal["paid", "pending", "declined"]


class Unit(Asked):
    amount: wire.Amount
    reference_id: str = Field(default="default", max_length=256)
    custom_id: str | None = Field(default=None, max_length=255)
    invoice_id: str | None = Field(default=None, max_length=127)
    description: str | None = Field(default=None, max_length=127)
    soft_descriptor: str | None = Field(default=None, max_length=22)


class Experience(Asked):
    return_url: str
    cancel_url: str
    user_action: Literal["CONTINUE", "PAY_NOW"] = "CONTINUE"
    brand_name: str | None = None
    locale: str | None = None
    landing_page: str | None = None
    shipping_preference: str | None = None
    payment_method_preference: str | None = None


class Wallet(Asked):
    experience_context: Experience
    email_address: str | None = None


class Source(Asked):
    paypal: Wallet


class NewOrder(Asked):
    intent: Literal["CAPTURE"]
    purchase_units: list[Unit] = Field(min_length=1, max_length=1)
    payment_source: Source


class Nothing(Asked):
    pass


class Orders:
    """An order and what happens to it. What only the payer and the bank know is stored beside the row."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._outcomes: dict[str, Outcome] = {}
        self._return_urls: dict[str, str] = {}

    def create(self, asked: NewOrder) -> Row:
        unit = asked.purchase_units[0].model_dump(exclude_none=True)
        id = wire.new_id()
        order = {
            "id": id,
            "intent": "CAPTURE",
            "status": "PAYER_ACTION_REQUIRED",
            "create_time": wire.now(),
            "payment_source": {"paypal": {}},
            "purchase_units": [unit],
            "links": self._account.links(f"/v2/checkout/orders/{id}", **{"payer-action": f"/checkoutnow?token={id}"}),
        }
        self._return_urls[id] = asked.payment_source.paypal.experience_context.return_url
        return self._account.add("order", id, order)

    def named(self, name: str) -> Row:
        """Finds an order by its id, or by a field of its unit."""
        for order in self._account.all("order"):
            unit = order["purchase_units"][0]
            if name in (order["id"], unit.get("custom_id"), unit.get("invoice_id")):
                return order
        return self._account.found("order", name)

    def approve(self, order: Row, outcome: Outcome) -> Row:
        """The payer approves. `outcome` is what will happen to the capture."""
        if order["status"] not in ("PAYER_ACTION_REQUIRED", "APPROVED"):
            raise wire.unprocessable("ORDER_ALREADY_CAPTURED", "The order is beyond approval.")
        order |= {"status": "APPROVED", "update_time": wire.now()}
        self._outcomes[order["id"]] = outcome
        self._account.tell("CHECKOUT.ORDER.APPROVED", "checkout-order", order)
        return order

    def page(self, token: str) -> str:
        """Where the payer goes after approving."""
        order = self._account.found("order", token)
        self.approve(order, self._outcomes.get(token, "paid"))
        url = self._return_urls[token]
        return f"{url}{'&' if '?' in url else '?'}token={token}&PayerID=PAYER"

    def capture(self, order: Row) -> Row:
        if order["status"] == "COMPLETED":
            raise wire.unprocessable("ORDER_ALREADY_CAPTURED", "Order already captured.")
        if order["status"] != "APPROVED":
            raise wire.unprocessable("ORDER_NOT_APPROVED", "Payer has not yet approved the Order for payment.")
        outcome = self._outcomes.pop(order["id"], "paid")
        if outcome == "declined":
            order["status"] = "PAYER_ACTION_REQUIRED"
            raise wire.unprocessable("INSTRUMENT_DECLINED", "The instrument presented was declined.")
        capture = self._captured(order)
        order["status"] = "COMPLETED"
        order["links"] = order["links"][:1]
        if outcome == "pending":
            capture |= {"status": "PENDING", "status_details": {"reason": "ECHECK"}}
            self._account.tell("PAYMENT.CAPTURE.PENDING", "capture", capture)
        else:
            self.complete(capture)
        order["purchase_units"][0]["payments"] = {"captures": [capture]}
        return order

    def _captured(self, order: Row) -> Row:
        unit, id = order["purchase_units"][0], wire.new_id()
        about = {name: unit[name] for name in ("custom_id", "invoice_id") if name in unit}
        capture = {
            "id": id,
            "status": "PENDING",
            "amount": unit["amount"],
            "final_capture": True,
            "create_time": wire.now(),
            "supplementary_data": {"related_ids": {"order_id": order["id"]}},
            **about,
            "links": self._account.links(f"/v2/payments/captures/{id}", up=f"/v2/checkout/orders/{order['id']}"),
        }
        return self._account.add("capture", id, capture)

    def complete(self, capture: Row) -> None:
        amount = capture["amount"]
        gross, currency = wire.minor(amount), amount["currency_code"]
        fee = min(gross, (gross * FEE_MILLIONTHS + 500_000) // 1_000_000 + FEE_FIXED)
        capture["seller_receivable_breakdown"] = {
            "gross_amount": amount,
            "paypal_fee": wire.money(fee, currency),
            "net_amount": wire.money(gross - fee, currency),
        }
        capture["status"] = "COMPLETED"
        capture.pop("status_details", None)
        self._account.move("T0006", capture["id"], amount, fee=fee, custom=capture.get("custom_id", ""))
        self._account.tell("PAYMENT.CAPTURE.COMPLETED", "capture", capture)

    def settle(self, order: Row, success: bool) -> Row:
        """A pending capture completes or fails."""
        captures = order["purchase_units"][0].get("payments", {}).get("captures", [])
        if not captures or captures[0]["status"] != "PENDING":
            raise wire.unprocessable("CAPTURE_NOT_PENDING", "Nothing is pending.")
        capture: Row = captures[0]
        if success:
            self.complete(capture)
        else:
            capture |= {"status": "DECLINED"}
            self._account.tell("PAYMENT.CAPTURE.DENIED", "capture", capture)
        return capture


def orders(account: Account) -> APIRouter:
    router, does = APIRouter(), Orders(account)

    @router.post("/v2/checkout/orders", status_code=201)
    async def create(request: Request) -> JSONResponse:
        if "paypal-request-id" not in request.headers:
            raise wire.refuse(400, "INVALID_REQUEST", "PayPal-Request-Id is needed.", "PAYPAL_REQUEST_ID_REQUIRED")
        return JSONResponse(does.create(await wire.asked(request, NewOrder)), 200)

    @router.get("/v2/checkout/orders/{id}")
    async def get(id: str) -> Row:
        return account.found("order", id)

    @router.post("/v2/checkout/orders/{id}/capture", status_code=201)
    async def capture(id: str, request: Request) -> Row:
        await wire.asked(request, Nothing)
        return does.capture(account.found("order", id))

    @router.get("/v2/payments/captures/{id}")
    async def get_capture(id: str) -> Row:
        return account.found("capture", id)

    @router.get("/checkoutnow")
    async def open_page(token: str) -> RedirectResponse:
        """PayPal's page: opening it approves the order."""
        return RedirectResponse(does.page(token), 303)

    @router.post(CONTROL + "/payments/{id}/pay")
    async def pay(id: str, payment_method: Annotated[str, Body(embed=True)] = "paid") -> Row:
        """The payer approves; `pending` or `declined` sets what will happen to the capture."""
        outcome: Outcome = payment_method if payment_method in ("pending", "declined") else "paid"  # type: ignore[assignment]
        return copy.deepcopy(does.approve(does.named(id), outcome))

    @router.post(CONTROL + "/payments/{id}/settle")
    async def settle(id: str, success: Annotated[bool, Body(embed=True)] = True) -> Row:
        return does.settle(does.named(id), success)

    return router
