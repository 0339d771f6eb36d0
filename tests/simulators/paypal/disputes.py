"""Disputes: PayPal holds the money of a capture until it is decided."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body

from tests.simulators.double import CONTROL
from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.wire import Row

OUTCOMES = {"won": "RESOLVED_SELLER_FAVOUR", "lost": "RESOLVED_BUYER_FAVOUR"}


def disputes(account: Account) -> APIRouter:
    router = APIRouter()

    def captured(name: str) -> Row:
        for capture in account.all("capture"):
            order = capture["supplementary_data"]["related_ids"]["order_id"]
            if name in (capture["id"], capture.get("custom_id"), capture.get("invoice_id"), order):
                return capture
        return account.found("capture", name)

    def named(name: str) -> Row:
        """Finds a dispute by its own id, or by its payment's."""
        if name.startswith("PP-D-"):
            return account.found("dispute", name)
        id = captured(name)["id"]
        found = [each for each in account.all("dispute") if of_capture(each) == id]
        return found[0] if found else account.found("dispute", name)

    def shown(dispute: Row) -> Row:
        return {"id": dispute["dispute_id"], **dispute}

    @router.get("/v1/customer/disputes/{id}")
    async def get(id: str) -> Row:
        return account.found("dispute", id)

    @router.post(CONTROL + "/payments/{id}/dispute")
    async def open_it(id: str) -> Row:
        capture = captured(id)
        if capture["status"] != "COMPLETED" or any(
            of_capture(each) == capture["id"] for each in account.all("dispute")
        ):
            raise wire.unprocessable("NOT_DISPUTABLE", "There is nothing to dispute.")
        amount, dispute_id = capture["amount"], wire.new_id("PP-D-", 8)
        dispute = {
            "dispute_id": dispute_id,
            "create_time": wire.now(),
            "reason": "UNAUTHORISED",
            "status": "WAITING_FOR_SELLER_RESPONSE",
            "dispute_amount": amount,
            "dispute_life_cycle_stage": "CHARGEBACK",
            "disputed_transactions": [
                {"seller_transaction_id": capture["id"], "gross_amount": amount, "custom": capture.get("custom_id", "")}
            ],
            "links": account.links(f"/v1/customer/disputes/{dispute_id}"),
        }
        account.add("dispute", dispute_id, dispute)
        held = wire.money(-wire.minor(amount), amount["currency_code"])
        account.move("T1110", wire.new_id(), held, about=dispute_id)
        account.tell("CUSTOMER.DISPUTE.CREATED", "dispute", dispute)
        return shown(dispute)

    @router.post(CONTROL + "/disputes/{id}/close")
    async def close(
        id: str, status: Annotated[Literal["won", "lost"], Body()], refunded: Annotated[int | None, Body()] = None
    ) -> Row:
        """Ends the dispute for good. `refunded` minor units are lost, or all of it."""
        dispute = named(id)
        if dispute["status"] != "RESOLVED":
            dispute |= {"status": "RESOLVED", "dispute_outcome": {"outcome_code": OUTCOMES[status]}}
            amount = dispute["dispute_amount"]
            kept = 0 if status == "won" else wire.minor(amount) if refunded is None else refunded
            if status == "lost":
                dispute["dispute_outcome"]["amount_refunded"] = wire.money(kept, amount["currency_code"])
            if back := wire.minor(amount) - kept:
                money = wire.money(back, amount["currency_code"])
                account.move("T1111", wire.new_id(), money, about=dispute["dispute_id"])
            account.tell("CUSTOMER.DISPUTE.RESOLVED", "dispute", dispute)
        return shown(dispute)

    return router


def of_capture(dispute: Row) -> str:
    """Returns the disputed capture."""
    return str(dispute["disputed_transactions"][0]["seller_transaction_id"])
