"""Captures that other services ask for."""

from collections.abc import Iterator
from uuid import UUID

from amigok_chassis.inbox import Reject
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import CaptureRequest
from wallet.accounts.errors import InsufficientFunds
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import Wanted
from wallet.captures import service
from wallet.holds.errors import HoldEnded
from wallet.holds.service import LOCKED
from wallet.ledger.shares import accounts_of
from wallet.vocabulary import claim_of, on_every


def _accounts(request: CaptureRequest) -> Iterator[UUID | Wanted]:
    yield request.payer_id
    yield from accounts_of(request.shares)


@on_every(CaptureRequest, locks=[ACCOUNTS.by(_accounts)], ahead=[LOCKED.by(lambda request: [claim_of(request)])])
async def capture(db: UnitOfWork, request: CaptureRequest) -> None:
    """A request that contradicts an earlier one becomes a dead letter: trying again would not help.

    So does one whose hold has expired and whose payer has too little left: it is days late, and people have to look.
    """
    try:
        await service.capture(db, request)
    except (HoldEnded, InsufficientFunds) as error:
        raise Reject(f"{request.purpose} {request.reference_id}: {error}") from error
