"""Refunds of charges."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request
from pydantic import Field

from tests.simulators.double import CONTROL
from tests.simulators.stripe import wire
from tests.simulators.stripe.account import Account, Listed
from tests.simulators.stripe.wire import Asked, Row


class NewRefund(Asked):
    charge: str | None = None
    payment_intent: str | None = None
    amount: Annotated[int, Field(gt=0)] | None = None
    reason: Literal["duplicate", "fraudulent", "requested_by_customer"] | None = None
    metadata: dict[str, str] = {}


class ListedRefunds(Listed):
    charge: str | None = None
    payment_intent: str | None = None


def refunds(account: Account) -> APIRouter:
    router = APIRouter()

    def charged(asked: NewRefund) -> Row:
        if asked.payment_intent:
            charge = account.found("payment_intent", asked.payment_intent)["latest_charge"]
        elif asked.charge:
            charge = asked.charge
        else:
            raise wire.refuse(400, "One of charge and payment_intent is needed.", code="parameter_missing")
        row = account.found("charge", charge) if charge else None
        if row is None or row["status"] != "succeeded":
            raise wire.refuse(400, "This PaymentIntent does not have a successful charge to refund.")
        if row["disputed"]:
            raise wire.refuse(400, "The charge is disputed.", code="charge_disputed")
        return row

    def left(charge: Row, asked: int | None) -> int:
        left: int = charge["amount"] - charge["amount_refunded"]
        if not left:
            raise wire.refuse(400, "The charge has already been refunded.", code="charge_already_refunded")
        if asked and asked > left:
            message = f"Refund amount ({asked}) is greater than unrefunded amount on charge ({left})"
            raise wire.refuse(400, message, param="amount")
        return asked or left

    def give_back(charge: Row, amount: int) -> None:
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]

    @router.post("/v1/refunds")
    async def create(request: Request) -> Row:
        asked = await wire.asked(request, NewRefund)
        charge = charged(asked)
        amount = left(charge, asked.amount)
        at_once = charge["payment_method_details"]["type"] == "card"
        refund = wire.new(
            "refund",
            "re",
            amount=amount,
            currency=charge["currency"],
            charge=charge["id"],
            payment_intent=charge["payment_intent"],
            reason=asked.reason,
            metadata=asked.metadata,
            status="succeeded" if at_once else "pending",
            failure_reason=None,
            failure_balance_transaction=None,
        )
        moved = account.move("refund", -amount, charge["currency"], source=refund["id"], category="refund")
        refund["balance_transaction"] = moved["id"]
        account.add(refund)
        give_back(charge, amount)
        account.tell("refund.created", refund)
        account.tell("charge.refunded", charge)
        return account.shown(refund, asked)

    @router.get("/v1/refunds")
    async def list_all(request: Request) -> Row:
        return account.page("refund", "/v1/refunds", await wire.asked(request, ListedRefunds))

    @router.get("/v1/refunds/{id}")
    async def get(id: str, request: Request) -> Row:
        return account.shown(account.found("refund", id), await wire.asked(request, Asked))

    @router.post(CONTROL + "/refunds/{id}/close")
    async def close(id: str, status: Annotated[Literal["succeeded", "failed"], Body(embed=True)]) -> Row:
        """A pending refund arrives, or the bank sends it back, even after it has arrived."""
        refund = account.named("refund", id)
        if refund["status"] in (status, "failed"):
            return refund
        refund["status"] = status
        if status == "failed":
            amount, currency = refund["amount"], refund["currency"]
            back = account.move("refund_failure", amount, currency, source=refund["id"], category="refund_failure")
            refund |= {"failure_reason": "unknown", "failure_balance_transaction": back["id"]}
            give_back(account.found("charge", refund["charge"]), -amount)
            account.tell("refund.failed", refund)
        account.tell("refund.updated", refund)
        return refund

    return router
