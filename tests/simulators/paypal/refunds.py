"""Refunds of captures."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request
from pydantic import Field

from tests.simulators.double import CONTROL
from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.disputes import of_capture
from tests.simulators.paypal.wire import Asked, Row

REFUNDABLE = {"COMPLETED", "PARTIALLY_REFUNDED"}


class NewRefund(Asked):
    amount: wire.Amount | None = None
    custom_id: str | None = Field(default=None, max_length=127)
    invoice_id: str | None = Field(default=None, max_length=127)
    note_to_payer: str | None = Field(default=None, max_length=255)


def refunds(account: Account) -> APIRouter:
    router = APIRouter()

    def refunded(capture: Row) -> int:
        given = (each for each in account.all("refund") if _of(each) == capture["id"])
        return sum(wire.minor(each["amount"]) for each in given if each["status"] != "FAILED")

    def fold(capture: Row) -> None:
        given = refunded(capture)
        whole = given == wire.minor(capture["amount"])
        capture["status"] = "REFUNDED" if whole else "PARTIALLY_REFUNDED" if given else "COMPLETED"

    def amount(capture: Row, asked: NewRefund) -> Row:
        whole, currency = wire.minor(capture["amount"]), capture["amount"]["currency_code"]
        left = whole - refunded(capture)
        if capture["status"] == "REFUNDED":
            raise wire.unprocessable("CAPTURE_FULLY_REFUNDED", "The capture has already been fully refunded.")
        if capture["status"] not in REFUNDABLE:
            raise wire.unprocessable("CAPTURE_STATUS_NOT_VALID", "Only a completed capture is refunded.")
        if any(of_capture(each) == capture["id"] and each["status"] != "RESOLVED" for each in account.all("dispute")):
            raise wire.unprocessable("REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK", "The capture is disputed.")
        if asked.amount and asked.amount.currency_code != currency:
            raise wire.unprocessable("CURRENCY_MISMATCH", "The refund must be in the currency of the capture.")
        wanted = asked.amount.minor if asked.amount else left
        if not 0 < wanted <= left:
            raise wire.unprocessable("REFUND_AMOUNT_EXCEEDED", "The refund must not exceed what is left.")
        return wire.money(wanted, currency)

    @router.post("/v2/payments/captures/{id}/refund", status_code=201)
    async def create(id: str, request: Request) -> Row:
        capture, asked = account.found("capture", id), await wire.asked(request, NewRefund)
        given, refund_id = amount(capture, asked), wire.new_id()
        about = asked.model_dump(include={"custom_id", "invoice_id", "note_to_payer"}, exclude_none=True)
        refund = {
            "id": refund_id,
            "status": "COMPLETED",
            "amount": given,
            "create_time": wire.now(),
            "links": account.links(f"/v2/payments/refunds/{refund_id}", up=f"/v2/payments/captures/{id}"),
            **about,
        }
        account.add("refund", refund_id, refund)
        order = account.found("order", capture["supplementary_data"]["related_ids"]["order_id"])
        order["purchase_units"][0]["payments"].setdefault("refunds", []).append(refund)
        account.move("T1107", refund_id, wire.money(-wire.minor(given), given["currency_code"]), about=id)
        fold(capture)
        account.tell("PAYMENT.CAPTURE.REFUNDED", "refund", refund)
        return refund

    @router.get("/v2/payments/refunds/{id}")
    async def get(id: str) -> Row:
        return account.found("refund", id)

    @router.post(CONTROL + "/refunds/{id}/close")
    async def close(id: str, status: Annotated[Literal["succeeded", "failed"], Body(embed=True)]) -> Row:
        """The refund has arrived, or the payer's bank sends it back."""
        refund = account.named("refund", id)
        if status == "failed" and refund["status"] != "FAILED":
            refund["status"] = "FAILED"
            account.move("T1107", wire.new_id(), refund["amount"], about=refund["id"])
            fold(account.found("capture", _of(refund)))
            account.tell("PAYMENT.REFUND.FAILED", "refund", refund)
        return refund

    return router


def _of(refund: Row) -> str:
    """Returns the refunded capture."""
    return str(refund["links"][1]["href"].rsplit("/", 1)[-1])
