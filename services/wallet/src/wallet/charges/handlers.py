"""Charges that other services ask for."""

from collections.abc import Iterator
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import ChargeRequest
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import Wanted, wallet_of
from wallet.charges import service
from wallet.ledger.shares import accounts_of
from wallet.vocabulary import on_every


def _accounts(request: ChargeRequest) -> Iterator[UUID | Wanted]:
    """A payer who must pay gets a wallet to owe it in."""
    yield request.payer_id
    yield from accounts_of(request.shares)
    if request.mandatory:
        yield from wallet_of(request.payer_id, request.shares[0].amount.currency)


@on_every(ChargeRequest, locks=[ACCOUNTS.by(_accounts)])
async def charge(db: UnitOfWork, request: ChargeRequest) -> None:
    await service.charge(db, request)
