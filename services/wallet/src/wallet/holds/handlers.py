"""Holds and releases that other services ask for."""

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import HoldRequest, ReleaseRequest
from wallet.accounts.locks import ACCOUNTS, BALANCES
from wallet.exits.queries import FACTS
from wallet.holds import requests
from wallet.vocabulary import NAMED, claim_of, on_every


@on_every(
    HoldRequest,
    locks=[ACCOUNTS.of("payer_id")],
    ahead=[
        NAMED.by(lambda request: [claim_of(request)]),
        BALANCES.of("payer_id"),
        FACTS.by(lambda request: [requests.exit_of(request).asked]),
    ],
)
async def hold(db: UnitOfWork, request: HoldRequest) -> None:
    await requests.hold(db, request)


@on_every(ReleaseRequest, locks=[ACCOUNTS.of("payer_id")])
async def release(db: UnitOfWork, request: ReleaseRequest) -> None:
    await requests.release(db, request)
