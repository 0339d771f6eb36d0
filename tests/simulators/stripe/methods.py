"""Ways to pay, the customers who own them, and intents to save one."""

import hashlib
import secrets
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Request
from pydantic import BaseModel, ConfigDict, Field

from tests.simulators.double import CONTROL
from tests.simulators.stripe import cards, wire
from tests.simulators.stripe.account import Account, Listed
from tests.simulators.stripe.wire import Asked, Row

Type = Literal["card", "customer_balance", "us_bank_account", "sepa_debit", "bacs_debit", "crypto"]


class Number(BaseModel):
    """Stripe takes numbers from its own forms only, unless it trusts the caller with them."""

    model_config = ConfigDict(extra="forbid")

    number: str = Field(pattern=r"^[0-9]{16}$")
    exp_month: int = Field(ge=1, le=12)
    exp_year: int = Field(ge=2026, le=2099)
    cvc: str = Field(default="123", pattern=r"^[0-9]{3}$")


class NewMethod(Asked):
    type: Type
    card: Number | None = None
    billing_details: dict[str, Any] = {}
    us_bank_account: dict[str, str] = {}
    sepa_debit: dict[str, str] = {}
    bacs_debit: dict[str, str] = {}
    crypto: dict[str, str] = {}
    customer_balance: dict[str, str] = {}
    metadata: dict[str, str] = {}


class NewCustomer(Asked):
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    description: str | None = None
    metadata: dict[str, str] = {}
    payment_method: str | None = None
    invoice_settings: dict[str, str] = {}


class ListedMethods(Listed):
    customer: str
    type: str | None = None


class ListedCustomers(Listed):
    email: str | None = None


class Attached(Asked):
    customer: str


class NewSetup(Asked):
    customer: str | None = None
    usage: Literal["off_session", "on_session"] = "off_session"
    payment_method: str | None = None
    payment_method_types: list[Type] = ["card"]
    automatic_payment_methods: dict[str, str] = {}
    confirm: bool = False
    description: str | None = None
    return_url: str | None = None
    metadata: dict[str, str] = {}


class ConfirmedSetup(Asked):
    payment_method: str | None = None
    return_url: str | None = None
    client_secret: str | None = None


class ListedSetups(Listed):
    customer: str | None = None


def made(account: Account, asked: NewMethod) -> Row:
    """Creates a way to pay."""
    if asked.type == "card" and asked.card is None:
        raise wire.refuse(400, "Missing required param: card.", code="parameter_missing", param="card")
    details = _card(asked.card) if asked.type == "card" and asked.card else {}
    if asked.type == "card" and asked.card and asked.card.number not in cards.CARDS:
        raise wire.refuse(402, "Not a test card.", type="card_error", code="incorrect_number", param="number")
    row = wire.new(
        "payment_method",
        "pm",
        type=asked.type,
        billing_details=asked.billing_details,
        customer=None,
        metadata=asked.metadata,
        **{asked.type: details},
    )
    return account.add(row)


def _card(card: Number) -> Row:
    fingerprint = hashlib.sha256(card.number.encode()).hexdigest()[:16]
    of = cards.CARDS.get(card.number, cards.Card())
    return {
        "brand": of.brand,
        "last4": card.number[-4:],
        "exp_month": card.exp_month,
        "exp_year": card.exp_year,
        "country": "US",
        "funding": "credit",
        "fingerprint": fingerprint,
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }


def method(account: Account, name: str) -> Row:
    """Returns a way to pay by its id. One with a fixed name is created anew."""
    if name in cards.NAMED:
        card = Number(number=cards.NAMED[name], exp_month=12, exp_year=2034)
        return made(account, NewMethod(type="card", card=card))
    if name in cards.OTHERS:
        return made(account, NewMethod.model_validate({"type": cards.OTHERS[name]}))
    return account.found("payment_method", name)


def behaviour(row: Row) -> cards.Card:
    """Returns the outcome of a payment by this method. Methods other than cards never fail by themselves."""
    last = row["card"]["last4"] if row["type"] == "card" else ""
    return next((card for number, card in cards.CARDS.items() if number[-4:] == last), cards.Card())


def attach(account: Account, row: Row, customer: str) -> None:
    account.found("customer", customer)
    if not behaviour(row).attaches:
        raise wire.refuse(402, "Your card was declined.", type="card_error", code="card_declined")
    if row["customer"] not in (None, customer):
        raise wire.refuse(400, "This payment method belongs to another customer.", param="customer")
    if row["customer"] is None:
        row["customer"] = customer
        account.tell("payment_method.attached", row)


def methods(account: Account) -> APIRouter:
    router = APIRouter()

    @router.post("/v1/payment_methods")
    async def create(request: Request) -> Row:
        return made(account, await wire.asked(request, NewMethod))

    @router.get("/v1/payment_methods")
    async def list_all(request: Request) -> Row:
        asked = await wire.asked(request, ListedMethods)
        account.found("customer", asked.customer)
        return account.page("payment_method", "/v1/payment_methods", asked)

    @router.get("/v1/customers/{id}/payment_methods")
    async def list_of(id: str, request: Request) -> Row:
        of = {"customer": account.found("customer", id)["id"]}
        asked = await wire.asked(request, Listed)
        return account.page(
            "payment_method", f"/v1/customers/{id}/payment_methods", asked, lambda row: of.items() <= row.items()
        )

    @router.get("/v1/payment_methods/{id}")
    async def get(id: str) -> Row:
        return method(account, id)

    @router.post("/v1/payment_methods/{id}/attach")
    async def attach_it(id: str, request: Request) -> Row:
        row = method(account, id)
        attach(account, row, (await wire.asked(request, Attached)).customer)
        return row

    @router.post("/v1/payment_methods/{id}/detach")
    async def detach(id: str) -> Row:
        row = account.found("payment_method", id)
        if row["customer"] is None:
            raise wire.refuse(400, "The payment method is not attached to a customer.")
        for settings in (one["invoice_settings"] for one in account.all("customer")):
            if settings["default_payment_method"] == id:
                settings["default_payment_method"] = None
        row["customer"] = None
        account.tell("payment_method.detached", row)
        return row

    return router


def customers(account: Account) -> APIRouter:
    router = APIRouter()

    def settings(asked: NewCustomer, customer: str) -> Row:
        default = asked.invoice_settings.get("default_payment_method") or None
        if default and account.found("payment_method", default)["customer"] != customer:
            raise wire.refuse(400, "The customer does not have this payment method.", code="resource_missing")
        return {"default_payment_method": default}

    @router.post("/v1/customers")
    async def create(request: Request) -> Row:
        asked = await wire.asked(request, NewCustomer)
        about = asked.model_dump(exclude={"expand", "payment_method", "invoice_settings"})
        row = account.add(wire.new("customer", "cus", invoice_settings={"default_payment_method": None}, **about))
        if asked.payment_method:
            attach(account, method(account, asked.payment_method), row["id"])
        account.tell("customer.created", row)
        return row

    @router.get("/v1/customers")
    async def list_all(request: Request) -> Row:
        return account.page("customer", "/v1/customers", await wire.asked(request, ListedCustomers))

    @router.get("/v1/customers/{id}")
    async def get(id: str, request: Request) -> Row:
        return account.shown(account.found("customer", id), await wire.asked(request, Asked))

    @router.post("/v1/customers/{id}")
    async def update(id: str, request: Request) -> Row:
        row, asked = account.found("customer", id), await wire.asked(request, NewCustomer)
        if "invoice_settings" in asked.model_fields_set:
            row["invoice_settings"] = settings(asked, id)
        row["metadata"] |= asked.metadata
        row |= asked.model_dump(include={"name", "email", "phone", "description"}, exclude_unset=True)
        account.tell("customer.updated", row)
        return row

    @router.delete("/v1/customers/{id}")
    async def delete(id: str) -> Row:
        row = account.found("customer", id)
        account.remove(row)
        for one in account.all("payment_method"):
            one["customer"] = None if one["customer"] == id else one["customer"]
        account.tell("customer.deleted", row)
        return {"id": id, "object": "customer", "deleted": True}

    return router


def setups(account: Account) -> APIRouter:
    router = APIRouter()

    def confirm(row: Row, name: str | None) -> Row:
        if row["status"] not in ("requires_payment_method", "requires_confirmation"):
            raise wire.refuse(400, f"This SetupIntent is {row['status']}.", code="setup_intent_unexpected_state")
        if not (name or row["payment_method"]):
            raise wire.refuse(400, "A payment method is missing.", code="parameter_missing", param="payment_method")
        saved = method(account, name or row["payment_method"])
        if row["customer"]:
            attach(account, saved, row["customer"])
        row |= {"payment_method": saved["id"], "status": "succeeded"}
        account.tell("setup_intent.succeeded", row)
        return row

    @router.post("/v1/setup_intents")
    async def create(request: Request) -> Row:
        asked = await wire.asked(request, NewSetup)
        if asked.customer:
            account.found("customer", asked.customer)
        about = asked.model_dump(exclude={"expand", "confirm", "return_url", "automatic_payment_methods"})
        row = wire.new("setup_intent", "seti", status="requires_payment_method", next_action=None, **about)
        row["client_secret"] = f"{row['id']}_secret_{secrets.token_hex(12)}"
        if asked.payment_method:
            row |= {"payment_method": method(account, asked.payment_method)["id"], "status": "requires_confirmation"}
        account.add(row)
        account.tell("setup_intent.created", row)
        return account.shown(confirm(row, None) if asked.confirm else row, asked)

    @router.get("/v1/setup_intents")
    async def list_all(request: Request) -> Row:
        return account.page("setup_intent", "/v1/setup_intents", await wire.asked(request, ListedSetups))

    @router.get("/v1/setup_intents/{id}")
    async def get(id: str, request: Request) -> Row:
        return account.shown(account.found("setup_intent", id), await wire.asked(request, Asked))

    @router.post("/v1/setup_intents/{id}/confirm")
    async def confirm_it(id: str, request: Request) -> Row:
        asked = await wire.asked(request, ConfirmedSetup)
        return account.shown(confirm(account.found("setup_intent", id), asked.payment_method), asked)

    @router.post("/v1/setup_intents/{id}/cancel")
    async def cancel(id: str) -> Row:
        row = account.found("setup_intent", id)
        if row["status"] in ("succeeded", "canceled"):
            raise wire.refuse(400, f"This SetupIntent is {row['status']}.", code="setup_intent_unexpected_state")
        row["status"] = "canceled"
        account.tell("setup_intent.canceled", row)
        return row

    @router.post(CONTROL + "/setup_intents/{id}/pay")
    async def fill_in(id: str, payment_method: Annotated[str, Body(embed=True)] = "pm_card_visa") -> Row:
        """The payer fills in Stripe's form."""
        return confirm(account.named("setup_intent", id), payment_method)

    return router
