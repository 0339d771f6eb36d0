"""Payouts: a batch of items, each paid or failed later."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request
from pydantic import Field

from tests.simulators.double import CONTROL
from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.wire import Asked, Row

FEE = 25


class PayoutAmount(Asked):
    currency: str = Field(pattern="^[A-Z]{3}$")
    value: str = Field(pattern=r"^[0-9]{1,7}\.[0-9]{2}$")


class Item(Asked):
    amount: PayoutAmount
    receiver: str = Field(min_length=1, max_length=127)
    recipient_type: Literal["EMAIL", "PAYPAL_ID"] = "EMAIL"
    sender_item_id: str | None = Field(default=None, max_length=63)
    note: str | None = Field(default=None, max_length=1000)


class Header(Asked):
    sender_batch_id: str = Field(min_length=1, max_length=256)
    email_subject: str | None = None
    email_message: str | None = None


class NewBatch(Asked):
    sender_batch_header: Header
    items: list[Item] = Field(min_length=1, max_length=1)


def payouts(account: Account) -> APIRouter:
    router = APIRouter()

    def header(batch: Row) -> Row:
        return {
            "payout_batch_id": batch["id"],
            "batch_status": batch["status"],
            "amount": batch["items"][0]["payout_item"]["amount"],
            "sender_batch_header": {"sender_batch_id": batch["sender_batch_id"]},
        }

    @router.post("/v1/payments/payouts", status_code=201)
    async def create(request: Request) -> Row:
        asked = await wire.asked(request, NewBatch)
        sender = asked.sender_batch_header.sender_batch_id
        for batch in account.all("payout"):
            if batch["sender_batch_id"] == sender:
                links = account.links(f"/v1/payments/payouts/{batch['id']}")
                message = "Batch with given sender_batch_id already exists"
                raise wire.refuse(400, "USER_BUSINESS_ERROR", message, "DUPLICATE_BATCH", links=links)
        id, one = wire.new_id(), asked.items[0]
        item: Row = {
            "payout_item_id": wire.new_id(),
            "transaction_id": wire.new_id(),
            "transaction_status": "PENDING",
            "payout_batch_id": id,
            "sender_batch_id": sender,
            "payout_item": one.model_dump(exclude_none=True),
            "payout_item_fee": {"currency": one.amount.currency, "value": "0.25"},
        }
        batch = {"id": id, "status": "PENDING", "sender_batch_id": sender, "items": [item]}
        account.add("payout", id, batch)
        _move(account, batch, -1)
        return {"batch_header": header(batch), "links": account.links(f"/v1/payments/payouts/{id}")}

    @router.get("/v1/payments/payouts/{id}")
    async def get(id: str) -> Row:
        batch = account.found("payout", id)
        return {"batch_header": header(batch), "items": batch["items"]}

    @router.post(CONTROL + "/payouts/{id}/close")
    async def close(id: str, status: Annotated[Literal["paid", "failed"], Body(embed=True)]) -> Row:
        """The money arrives or bounces. A paid item may still be returned."""
        batch = account.named("payout", id)
        item = batch["items"][0]
        if batch["status"] == "PENDING" and status == "paid":
            _become(account, batch, "SUCCESS", "PAYMENT.PAYOUTS-ITEM.SUCCEEDED")
        elif batch["status"] == "PENDING":
            item["errors"] = {"name": "RECEIVER_ACCOUNT_LOCKED", "message": "The receiver cannot be paid."}
            _become(account, batch, "FAILED", "PAYMENT.PAYOUTS-ITEM.FAILED")
            _move(account, batch, 1)
        elif status == "failed" and item["transaction_status"] == "SUCCESS":
            _become(account, batch, "RETURNED", "PAYMENT.PAYOUTS-ITEM.RETURNED")
            _move(account, batch, 1)
        return {"id": batch["id"], "status": item["transaction_status"]}

    return router


def _become(account: Account, batch: Row, status: str, event: str) -> None:
    batch["status"] = "SUCCESS"
    batch["items"][0]["transaction_status"] = status
    account.tell(event, "payouts_item", batch["items"][0])


def _move(account: Account, batch: Row, sign: int) -> None:
    """The money leaves with a fee when the payout begins. If it comes back, the fee does, too."""
    amount, code = batch["items"][0]["payout_item"]["amount"], "T0001" if sign < 0 else "T1114"
    moved = wire.money(sign * wire.minor(amount), amount["currency"])
    account.move(code, wire.new_id(), moved, fee=-sign * FEE, about=batch["id"])
