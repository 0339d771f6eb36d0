"""Payment intents and the charges that they make."""

import secrets
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Request
from fastapi.responses import RedirectResponse
from pydantic import Field

from tests.simulators.double import CONTROL, Refused
from tests.simulators.stripe import cards, disputes, methods, wire
from tests.simulators.stripe.account import Account, Listed
from tests.simulators.stripe.wire import Asked, Row

KEPT = {
    "amount",
    "customer",
    "description",
    "metadata",
    "receipt_email",
    "setup_future_usage",
    "capture_method",
    "confirmation_method",
    "statement_descriptor",
    "transfer_group",
}
"""Fields that an intent returns as they were requested."""
OPEN = {"requires_payment_method", "requires_confirmation", "requires_action"}


class Confirmed(Asked):
    """The fields of a confirmation."""

    payment_method: str | None = None
    payment_method_data: methods.NewMethod | None = None
    payment_method_options: dict[str, Any] = {}
    payment_method_types: list[methods.Type] | None = None
    return_url: str | None = None
    receipt_email: str | None = None
    setup_future_usage: Literal["off_session", "on_session"] | None = None
    off_session: bool = False
    error_on_requires_action: bool = False
    use_stripe_sdk: bool = False
    client_secret: str | None = None


class Changed(Confirmed):
    amount: Annotated[int, Field(gt=0, lt=100_000_000)] | None = None
    currency: Annotated[str, Field(pattern="^[A-Za-z]{3}$")] | None = None
    customer: str | None = None
    description: str | None = None
    metadata: dict[str, str] = {}
    statement_descriptor: str | None = None
    statement_descriptor_suffix: str | None = None
    transfer_group: str | None = None


class NewIntent(Changed):
    amount: Annotated[int, Field(gt=0, lt=100_000_000)]
    currency: Annotated[str, Field(pattern="^[A-Za-z]{3}$")]
    automatic_payment_methods: dict[str, str] = {}
    capture_method: Literal["automatic", "automatic_async"] = "automatic_async"
    confirmation_method: Literal["automatic", "manual"] = "automatic"
    confirm: bool = False


class Cancelled(Asked):
    cancellation_reason: Literal["duplicate", "fraudulent", "requested_by_customer", "abandoned"] | None = None


class ListedIntents(Listed):
    customer: str | None = None


class ListedCharges(Listed):
    customer: str | None = None
    payment_intent: str | None = None


class Payments:
    """A payment intent and what happens to it. Every change sends an event."""

    def __init__(self, account: Account, address: str) -> None:
        self._account, self._address = account, address

    def create(self, asked: NewIntent) -> Row:
        if asked.customer:
            self._account.found("customer", asked.customer)
        automatic = asked.automatic_payment_methods.get("enabled") == "true"
        about = asked.model_dump(include=KEPT)
        intent = wire.new(
            "payment_intent",
            "pi",
            status="requires_payment_method",
            currency=asked.currency.lower(),
            payment_method=None,
            latest_charge=None,
            next_action=None,
            last_payment_error=None,
            amount_received=0,
            canceled_at=None,
            cancellation_reason=None,
            payment_method_types=asked.payment_method_types or (sorted(cards.TYPES) if automatic else ["card"]),
            automatic_payment_methods={"enabled": True} if automatic else None,
            **about,
        )
        intent["client_secret"] = f"{intent['id']}_secret_{secrets.token_hex(12)}"
        method = self._method(intent, asked)
        self._account.add(intent)
        self._account.tell("payment_intent.created", intent)
        if method:
            intent |= {"payment_method": method["id"], "status": "requires_confirmation"}
        return self.confirm(intent, Confirmed(return_url=asked.return_url)) if asked.confirm else intent

    def change(self, intent: Row, asked: Changed) -> Row:
        self._demand(intent, OPEN)
        intent["metadata"] |= asked.metadata
        intent |= asked.model_dump(
            include={"amount", "customer", "description", "receipt_email", "setup_future_usage"}, exclude_none=True
        )
        if method := self._method(intent, asked):
            intent |= {"payment_method": method["id"], "status": "requires_confirmation"}
        return intent

    def confirm(self, intent: Row, asked: Confirmed) -> Row:
        self._demand(intent, {"requires_payment_method", "requires_confirmation"})
        method = self._method(intent, asked)
        if method is None and intent["payment_method"] is None:
            raise wire.refuse(400, "A payment method is missing.", code="parameter_missing", param="payment_method")
        method = method or self._account.found("payment_method", intent["payment_method"])
        intent |= {"payment_method": method["id"], "last_payment_error": None}
        intent["setup_future_usage"] = asked.setup_future_usage or intent["setup_future_usage"]
        if methods.behaviour(method).asks:
            return self._ask(intent, self._authentication(intent, asked.return_url))
        if method["type"] == "customer_balance":
            reference = intent["id"][-8:].upper()
            how = {"amount_remaining": intent["amount"], "currency": intent["currency"], "reference": reference}
            kind = "display_bank_transfer_instructions"
            return self._ask(intent, {"type": kind, kind: {"type": "us_bank_transfer", **how}})
        return self._charge(intent, method)

    def authenticate(self, intent: Row, success: bool) -> Row:
        """The payer passes 3-D Secure, or fails it."""
        self._demand(intent, {"requires_action"})
        method = self._account.found("payment_method", intent["payment_method"])
        if success:
            return self._charge(intent, method)
        message = "The provided PaymentMethod has failed authentication."
        self._fail(intent, {"code": "payment_intent_authentication_failure", "message": message})
        return intent

    def settle(self, intent: Row, success: bool) -> Row:
        """A processing payment succeeds or fails."""
        self._demand(intent, {"processing", "requires_action"})
        method = self._account.found("payment_method", intent["payment_method"])
        if intent["status"] == "requires_action":
            intent["latest_charge"] = self._pending(intent, method)["id"]
        charge = self._account.found("charge", intent["latest_charge"])
        if success:
            self._succeed(intent, charge)
        else:
            self._decline(intent, charge, "payment_method_provider_decline", "The payment failed.")
        return intent

    def cancel(self, intent: Row, reason: str | None) -> Row:
        self._demand(intent, OPEN)
        at = wire.now()
        intent |= {"status": "canceled", "canceled_at": at, "cancellation_reason": reason, "next_action": None}
        self._account.tell("payment_intent.canceled", intent)
        return intent

    def _demand(self, intent: Row, states: set[str]) -> None:
        if intent["status"] not in states:
            message = f"This PaymentIntent's status is {intent['status']}, which does not allow this."
            raise wire.refuse(400, message, code="payment_intent_unexpected_state", payment_intent=intent)

    def _method(self, intent: Row, asked: Confirmed) -> Row | None:
        """Returns the requested way to pay, if this intent and its customer may use it."""
        if asked.payment_method_data:
            method = methods.made(self._account, asked.payment_method_data)
        elif asked.payment_method:
            method = methods.method(self._account, asked.payment_method)
        else:
            return None
        if method["type"] not in intent["payment_method_types"]:
            message = f"The payment method ({method['type']}) is not allowed for this PaymentIntent."
            raise wire.refuse(400, message, param="payment_method")
        if method["customer"] not in (None, intent["customer"]):
            raise wire.refuse(400, "The payment method belongs to another customer.", param="payment_method")
        return method

    def _authentication(self, intent: Row, return_url: str | None) -> Row:
        if not return_url:
            return {"type": "use_stripe_sdk", "use_stripe_sdk": {"type": "three_d_secure_redirect"}}
        page = {"url": f"{self._address}/authenticate/{intent['client_secret']}", "return_url": return_url}
        return {"type": "redirect_to_url", "redirect_to_url": page}

    def _ask(self, intent: Row, action: Row) -> Row:
        intent |= {"status": "requires_action", "next_action": action}
        self._account.tell("payment_intent.requires_action", intent)
        return intent

    def _charge(self, intent: Row, method: Row) -> Row:
        charge, card = self._pending(intent, method), methods.behaviour(method)
        intent |= {"latest_charge": charge["id"], "next_action": None}
        if card.declines:
            message = "Your card was declined."
            code = card.declines if card.declines in cards.OWN_CODES else "card_declined"
            raise self._decline(intent, charge, code, message, decline_code=card.declines)
        if method["type"] in cards.DELAYED:
            intent["status"] = "processing"
            self._account.tell("payment_intent.processing", intent)
            return intent
        self._succeed(intent, charge)
        if card.disputed:
            disputes.open_dispute(self._account, charge, reason="fraudulent")
        return intent

    def _pending(self, intent: Row, method: Row) -> Row:
        details = {"type": method["type"], method["type"]: method[method["type"]]}
        about = {name: intent[name] for name in ("amount", "currency", "customer", "description", "metadata")}
        charge = wire.new(
            "charge",
            "ch",
            status="pending",
            paid=False,
            captured=False,
            amount_captured=0,
            amount_refunded=0,
            refunded=False,
            disputed=False,
            balance_transaction=None,
            payment_intent=intent["id"],
            payment_method=method["id"],
            payment_method_details=details,
            failure_code=None,
            failure_message=None,
            receipt_url=None,
            **about,
        )
        return self._account.add(charge)

    def _succeed(self, intent: Row, charge: Row) -> None:
        amount, kind = charge["amount"], charge["payment_method_details"]["type"]
        fee = self._account.fees[kind].of(amount)
        moved = self._account.move(
            "charge", amount, charge["currency"], source=charge["id"], category="charge", fee=fee
        )
        charge |= {"status": "succeeded", "paid": True, "captured": True, "amount_captured": amount}
        charge["balance_transaction"] = moved["id"]
        intent |= {"status": "succeeded", "amount_received": amount, "next_action": None}
        if intent["setup_future_usage"] and intent["customer"]:
            method = self._account.found("payment_method", intent["payment_method"])
            methods.attach(self._account, method, intent["customer"])
        self._account.tell("charge.succeeded", charge)
        self._account.tell("payment_intent.succeeded", intent)

    def _decline(self, intent: Row, charge: Row, code: str, message: str, **more: Any) -> Refused:
        """Returns the answer, if a request waits for one."""
        charge |= {"status": "failed", "failure_code": code, "failure_message": message}
        self._account.tell("charge.failed", charge)
        error = {"code": code, "message": message, "charge": charge["id"], **more}
        self._fail(intent, error)
        return wire.refuse(402, type="card_error", payment_intent=intent, **error)

    def _fail(self, intent: Row, error: Row) -> None:
        error = {"type": "card_error", **error}
        intent |= {"status": "requires_payment_method", "payment_method": None, "next_action": None}
        intent["last_payment_error"] = error
        self._account.tell("payment_intent.payment_failed", intent)


def payments(account: Account, address: str) -> APIRouter:
    router, does = APIRouter(), Payments(account, address)

    def intent(id: str) -> Row:
        return account.found("payment_intent", id)

    @router.post("/v1/payment_intents")
    async def create(request: Request) -> Row:
        asked = await wire.asked(request, NewIntent)
        return account.shown(does.create(asked), asked)

    @router.get("/v1/payment_intents")
    async def list_all(request: Request) -> Row:
        return account.page("payment_intent", "/v1/payment_intents", await wire.asked(request, ListedIntents))

    @router.get("/v1/payment_intents/{id}")
    async def get(id: str, request: Request) -> Row:
        return account.shown(intent(id), await wire.asked(request, Asked))

    @router.post("/v1/payment_intents/{id}")
    async def change(id: str, request: Request) -> Row:
        asked = await wire.asked(request, Changed)
        return account.shown(does.change(intent(id), asked), asked)

    @router.post("/v1/payment_intents/{id}/confirm")
    async def confirm(id: str, request: Request) -> Row:
        asked = await wire.asked(request, Confirmed)
        return account.shown(does.confirm(intent(id), asked), asked)

    @router.post("/v1/payment_intents/{id}/cancel")
    async def cancel(id: str, request: Request) -> Row:
        asked = await wire.asked(request, Cancelled)
        return account.shown(does.cancel(intent(id), asked.cancellation_reason), asked)

    @router.get("/v1/charges")
    async def list_charges(request: Request) -> Row:
        return account.page("charge", "/v1/charges", await wire.asked(request, ListedCharges))

    @router.get("/v1/charges/{id}")
    async def get_charge(id: str, request: Request) -> Row:
        return account.shown(account.found("charge", id), await wire.asked(request, Asked))

    @router.get("/authenticate/{client_secret}")
    async def open_page(client_secret: str) -> RedirectResponse:
        """The bank's page: opening it passes the check."""
        asked = intent(client_secret.partition("_secret_")[0])
        if asked["client_secret"] != client_secret or not asked["next_action"]:
            raise wire.refuse(404, "There is nothing to authenticate.")
        back = asked["next_action"]["redirect_to_url"]["return_url"]
        does.authenticate(asked, True)
        return RedirectResponse(back, 303)

    @router.post(CONTROL + "/payments/{id}/pay")
    async def pay(id: str, payment_method: Annotated[str, Body(embed=True)] = "pm_card_visa") -> Row:
        """The payer fills in Stripe's form."""
        return does.confirm(account.named("payment_intent", id), Confirmed(payment_method=payment_method))

    @router.post(CONTROL + "/payment_intents/{id}/authenticate")
    @router.post(CONTROL + "/payments/{id}/authenticate")
    async def authenticate(id: str, success: Annotated[bool, Body(embed=True)] = True) -> Row:
        return does.authenticate(account.named("payment_intent", id), success)

    @router.post(CONTROL + "/payments/{id}/settle")
    async def settle(id: str, success: Annotated[bool, Body(embed=True)] = True) -> Row:
        return does.settle(account.named("payment_intent", id), success)

    return router
