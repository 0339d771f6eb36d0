"""Transfers over HTTP."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import CurrentUser
from amigok_chassis.idempotency import OnceOnly
from wallet.exits import service as exits
from wallet.settings import Settings
from wallet.transfers import service
from wallet.transfers.schemas import TransferIn, TransferOut

router = APIRouter(prefix="/api/v1/wallet", tags=["wallet"])


@router.post("/transfer", status_code=201, response_model=TransferOut)
async def transfer(body: TransferIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Sends money to another user. Small amounts to somebody you have paid before need no further proof.

    Problems: amount_not_positive, same_wallet, wallet_missing, insufficient_funds; step_up_required,
    second_factor_required, exit_delayed, daily_limit_exceeded, exits_stopped, dispute_open, account_inactive;
    too_many_attempts, recipient_not_found; idempotency_key_reused.
    """
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
