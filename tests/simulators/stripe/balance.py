"""The account's balance, its movements, payouts, and events."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request
from pydantic import Field

from tests.simulators.double import CONTROL
from tests.simulators.stripe import wire
from tests.simulators.stripe.account import Account, Fee, Listed
from tests.simulators.stripe.wire import Asked, Row


class NewPayout(Asked):
    amount: int = Field(gt=0, lt=10_000_000_000)
    currency: str = Field(pattern="^[A-Za-z]{3}$")
    description: str | None = None
    destination: str | None = None
    method: Literal["standard", "instant"] = "standard"
    statement_descriptor: str | None = None
    metadata: dict[str, str] = {}


class ListedPayouts(Listed):
    status: str | None = None
    destination: str | None = None


class ListedTransactions(Listed):
    type: str | None = None
    source: str | None = None
    currency: str | None = None


class ListedEvents(Listed):
    type: str | None = None


def payouts(account: Account) -> APIRouter:
    router = APIRouter()

    @router.post("/v1/payouts")
    async def create(request: Request) -> Row:
        asked = await wire.asked(request, NewPayout)
        currency = asked.currency.lower()
        if asked.amount > account.balance(currency):
            raise wire.refuse(400, "You have insufficient funds in your account.", code="balance_insufficient")
        about = asked.model_dump(exclude={"expand", "currency"})
        payout = wire.new(
            "payout",
            "po",
            status="pending",
            currency=currency,
            type="bank_account",
            failure_code=None,
            failure_message=None,
            failure_balance_transaction=None,
            **about,
        )
        moved = account.move("payout", -asked.amount, currency, source=payout["id"], category="payout")
        payout["balance_transaction"] = moved["id"]
        account.add(payout)
        account.tell("payout.created", payout)
        return account.shown(payout, asked)

    @router.get("/v1/payouts")
    async def list_all(request: Request) -> Row:
        return account.page("payout", "/v1/payouts", await wire.asked(request, ListedPayouts))

    @router.get("/v1/payouts/{id}")
    async def get(id: str, request: Request) -> Row:
        return account.shown(account.found("payout", id), await wire.asked(request, Asked))

    @router.post(CONTROL + "/payouts/{id}/close")
    async def close(id: str, status: Annotated[Literal["paid", "failed"], Body(embed=True)]) -> Row:
        """The payout arrives, or the bank sends it back, even after it was reported as paid."""
        payout = account.named("payout", id)
        if payout["status"] in (status, "failed"):
            return payout
        payout["status"] = status
        if status == "failed":
            amount, currency = payout["amount"], payout["currency"]
            back = account.move("payout_failure", amount, currency, source=payout["id"], category="payout_reversal")
            payout |= {"failure_code": "account_closed", "failure_message": "The bank account has been closed"}
            payout["failure_balance_transaction"] = back["id"]
        account.tell(f"payout.{status}", payout)
        return payout

    return router


def balance(account: Account) -> APIRouter:
    router = APIRouter()

    @router.get("/v1/balance")
    async def get_balance() -> Row:
        currencies = sorted({row["currency"] for row in account.all("balance_transaction")} | {"usd"})
        available = [{"currency": one, "amount": account.balance(one)} for one in currencies]
        pending = [{"currency": one, "amount": 0} for one in currencies]
        return {"object": "balance", "livemode": False, "available": available, "pending": pending}

    @router.get("/v1/balance_transactions")
    async def list_all(request: Request) -> Row:
        asked = await wire.asked(request, ListedTransactions)
        return account.page("balance_transaction", "/v1/balance_transactions", asked)

    @router.get("/v1/balance_transactions/{id}")
    async def get(id: str, request: Request) -> Row:
        return account.shown(account.found("balance_transaction", id), await wire.asked(request, Asked))

    @router.post(CONTROL + "/fees", status_code=204)
    async def change_fees(fees: dict[str, Fee]) -> None:
        account.fees |= fees

    return router


def events(account: Account) -> APIRouter:
    router = APIRouter()

    @router.get("/v1/events")
    async def list_all(request: Request) -> Row:
        return account.page("event", "/v1/events", await wire.asked(request, ListedEvents))

    @router.get("/v1/events/{id}")
    async def get(id: str) -> Row:
        return account.found("event", id)

    return router
