"""The wallet over HTTP."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.db import Session, Statements
from amigok_chassis.idempotency import OnceOnly
from wallet import queries, transfers
from wallet.exits import service as exits
from wallet.schemas import (
    ReconciliationOut,
    TransferIn,
    TransferOut,
    WalletOut,
)

router = APIRouter(prefix="/api/v1", tags=["wallet"])


@router.get("/wallet")
async def read_wallet(me: CurrentUser, db: Statements) -> WalletOut:
    """Your balances and open holds, read at one moment."""
    return await queries.wallet(db, user_id=me.id)


@router.post("/wallet/transfer", status_code=201, response_model=TransferOut)
async def transfer(body: TransferIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Sends money to another user. What is small, and to somebody you have paid before, is one step.

    Problems: amount_not_positive, same_wallet, wallet_missing, insufficient_funds; step_up_required,
    second_factor_required, exit_delayed, daily_limit_exceeded, exits_stopped, dispute_open, account_inactive;
    too_many_attempts, recipient_not_found; idempotency_key_reused.
    """
    kind, handle = body.recipient

    async def send() -> str:
        return await transfers.transfer(once, sender=me, kind=kind, handle=handle, amount=body.amount, note=body.note)

    return await exits.telling(once.db, once.guard(send))


@router.get("/admin/wallet/reconciliation")
async def reconciliation(admin: Administrator, db: Session) -> ReconciliationOut:
    """Proves the ledger: transfers sum to zero, balances equal entries, held money equals open holds."""
    return await queries.reconcile(db)
