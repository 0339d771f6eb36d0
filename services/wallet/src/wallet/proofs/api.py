"""Proofs over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Session
from wallet.proofs import queries
from wallet.proofs.schemas import ReconciliationOut

router = APIRouter(prefix="/api/v1/admin/wallet/reconciliation")


@router.get("")
async def read_reconciliation(_: Administrator, db: Session) -> ReconciliationOut:
    """Proves the ledger: transfers sum to zero, balances equal entries, held money equals open holds."""
    return await queries.reconcile(db)
