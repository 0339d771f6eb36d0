"""Disputes: the bank takes a charge back for now, with a fee."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request

from tests.simulators.double import CONTROL
from tests.simulators.stripe import wire
from tests.simulators.stripe.account import Account, Listed
from tests.simulators.stripe.wire import Asked, Row

RESPONSE_TIME = 7 * 24 * 3600
CLOSED = {"won", "lost"}


class ListedDisputes(Listed):
    charge: str | None = None
    payment_intent: str | None = None


def open_dispute(account: Account, charge: Row, *, reason: str, amount: int | None = None) -> Row:
    left = charge["amount"] - charge["amount_refunded"]
    if charge["status"] != "succeeded" or charge["disputed"] or not 0 < (amount or left) <= left:
        raise wire.refuse(400, "There is nothing to dispute, or not as much.")
    charge["disputed"] = True
    dispute = wire.new(
        "dispute",
        "dp",
        charge=charge["id"],
        payment_intent=charge["payment_intent"],
        amount=amount or left,
        currency=charge["currency"],
        reason=reason,
        status="needs_response",
        metadata={},
        balance_transactions=[],
        evidence_details={"due_by": wire.now() + RESPONSE_TIME},
        is_charge_refundable=False,
    )
    account.add(dispute)
    account.tell("charge.dispute.created", dispute)
    _move(account, dispute, -dispute["amount"], "dispute", account.fees["dispute"].fixed)
    account.tell("charge.dispute.funds_withdrawn", dispute)
    return dispute


def close_dispute(account: Account, dispute: Row, status: str) -> Row:
    """Ends the dispute, once. A lost one may still be won."""
    if dispute["status"] == "won" or dispute["status"] == status:
        return dispute
    dispute["status"] = status
    account.tell("charge.dispute.closed", dispute)
    if status == "won":
        account.found("charge", dispute["charge"])["disputed"] = False
        _move(account, dispute, dispute["amount"], "dispute_reversal", 0)
        account.tell("charge.dispute.funds_reinstated", dispute)
    return dispute


def _move(account: Account, dispute: Row, amount: int, category: str, fee: int) -> None:
    moved = account.move("adjustment", amount, dispute["currency"], source=dispute["id"], category=category, fee=fee)
    dispute["balance_transactions"].append(moved)


def disputes(account: Account) -> APIRouter:
    router = APIRouter()

    @router.get("/v1/disputes")
    async def list_all(request: Request) -> Row:
        return account.page("dispute", "/v1/disputes", await wire.asked(request, ListedDisputes))

    @router.get("/v1/disputes/{id}")
    async def get(id: str, request: Request) -> Row:
        return account.shown(account.found("dispute", id), await wire.asked(request, Asked))

    @router.post("/v1/disputes/{id}/close")
    async def accept(id: str) -> Row:
        """The account accepts the dispute."""
        dispute = account.found("dispute", id)
        if dispute["status"] in CLOSED:
            raise wire.refuse(400, "This dispute is already closed.")
        return close_dispute(account, dispute, "lost")

    @router.post(CONTROL + "/disputes")
    async def open_it(
        charge: Annotated[str, Body()],
        reason: Annotated[str, Body()] = "fraudulent",
        amount: Annotated[int | None, Body()] = None,
    ) -> Row:
        return open_dispute(account, account.found("charge", charge), reason=reason, amount=amount)

    @router.post(CONTROL + "/payments/{id}/dispute")
    async def dispute_payment(id: str) -> Row:
        intent = account.named("payment_intent", id)
        charge = account.found("charge", intent["latest_charge"] or "none")
        return open_dispute(account, charge, reason="fraudulent")

    @router.post(CONTROL + "/disputes/{id}/close")
    async def close(id: str, status: Annotated[Literal["won", "lost"], Body(embed=True)]) -> Row:
        return close_dispute(account, _named(account, id), status)

    return router


def _named(account: Account, name: str) -> Row:
    """Finds a dispute by its own id, or the newest one of a payment."""
    if name.startswith("dp_"):
        return account.found("dispute", name)
    intent = account.named("payment_intent", name)["id"]
    found = (row for row in account.all("dispute") if row["payment_intent"] == intent)
    return next(found, None) or account.found("dispute", name)
