"""Stripe's double: an account in memory."""

from fastapi import APIRouter, Request

from tests.simulators.double import Double
from tests.simulators.stripe import wire
from tests.simulators.stripe.account import Account
from tests.simulators.stripe.balance import balance, events, payouts
from tests.simulators.stripe.disputes import disputes
from tests.simulators.stripe.methods import customers, methods, setups
from tests.simulators.stripe.payments import payments
from tests.simulators.stripe.refunds import refunds
from tests.simulators.webhooks import Sender


def stripe(address: str, retries: tuple[float, ...]) -> Double:
    """Makes the double for this address."""
    sender = Sender(wire.sign, retries)
    account = Account(sender)
    nouns = (payouts, balance, events, disputes, refunds, methods, customers, setups)
    return Double(
        payments(account, address),
        *(noun(account) for noun in nouns),
        nothing(),
        sender=sender,
        rules=wire.RULES,
        failure=wire.failure,
        admit=wire.admit,
        resets=(account.reset,),
    )


def nothing() -> APIRouter:
    router = APIRouter()

    @router.api_route("/{path:path}", methods=["GET", "POST", "DELETE"])
    async def refuse(path: str, request: Request) -> None:
        raise wire.refuse(404, f"Unrecognized request URL ({request.method}: /{path[:100]})")

    return router
