"""Transfers over HTTP."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.errors import SecondFactorRequired, StepUpRequired
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from wallet.accounts.errors import AmountNotPositive, InsufficientFunds, WalletMissing
from wallet.exits import service as exits
from wallet.exits.errors import DailyLimitExceeded, DisputeOpen, ExitDelayed, ExitsStopped
from wallet.recipients.errors import RecipientNotFound, TooManyAttempts
from wallet.settings import Settings
from wallet.transfers import service
from wallet.transfers.errors import SameWallet
from wallet.transfers.schemas import TransferIn, TransferOut

router = APIRouter(prefix="/api/v1/wallet")


@router.post(
    "/transfer",
    status_code=201,
    response_model=TransferOut,
    responses=problems(
        AccountInactive,
        ExitDelayed,
        ExitsStopped,
        SecondFactorRequired,
        StepUpRequired,
        RecipientNotFound,
        WalletMissing,
        DailyLimitExceeded,
        DisputeOpen,
        InsufficientFunds,
        AmountNotPositive,
        SameWallet,
        TooManyAttempts,
    ),
)
async def transfer(body: TransferIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Sends money to another user. Small amounts to somebody you have paid before need no further proof."""
    kind, handle = body.recipient

    async def send() -> str:
        return await service.transfer(
            once,
            sender=me,
            kind=kind,
            handle=handle,
            amount=body.amount,
            note=body.note,
            settings=once.db.settings(Settings),
        )

    return await exits.telling(once.db, once.guard(send))
