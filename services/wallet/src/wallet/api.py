"""The wallet over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from amigok_chassis.auth import CurrentUser, Principal, requires
from amigok_chassis.db import Session, Statements
from amigok_chassis.idempotency import OnceOnly
from wallet import queries, service
from wallet.recipients import service as recipients
from wallet.schemas import (
    CreditIn,
    CreditOut,
    ReconciliationOut,
    TransferIn,
    TransferOut,
    WalletOut,
)

router = APIRouter(prefix="/api/v1", tags=["wallet"])

Administrator = Annotated[Principal, Depends(requires("admin"))]


@router.get("/wallet")
async def read_wallet(me: CurrentUser, db: Statements) -> WalletOut:
    """Your balances and open holds, read at one moment."""
    return await queries.wallet(db, user_id=me.id)


@router.post("/wallet/transfer", status_code=201, response_model=TransferOut)
async def transfer(body: TransferIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Sends money to another user.

    Problems: insufficient_funds, wallet_missing, same_wallet, amount_not_positive, balance_too_large,
    recipient_not_found, too_many_attempts, idempotency_key_reused.
    """
    kind, handle = body.recipient

    async def send() -> str:
        recipient_id = await recipients.resolve(once.db, by=me.id, kind=kind, handle=handle)
        return await service.transfer(
            once, sender_id=me.id, recipient_id=recipient_id, amount=body.amount, note=body.note
        )

    return await once.guard(send)


@router.post("/admin/wallet/credits", status_code=201, response_model=CreditOut)
async def credit(body: CreditIn, admin: Administrator, once: OnceOnly) -> Response:
    """Puts money from outside into a user's wallet, with a reason for the auditors.

    Problems: wallet_missing, amount_not_positive, balance_too_large, idempotency_key_reused.
    """
    return await once.commit(
        lambda db: service.credit(
            db, user_id=body.user_id, amount=body.amount, reason=body.reason, credited_by=admin.id
        )
    )


@router.get("/admin/wallet/reconciliation")
async def reconciliation(admin: Administrator, db: Session) -> ReconciliationOut:
    """Proves the ledger: transfers sum to zero, balances equal entries, held money equals open holds."""
    return await queries.reconcile(db)
