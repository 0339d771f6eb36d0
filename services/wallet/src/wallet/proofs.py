"""Proofs of the ledger: made every hour, kept for auditors, and shown as a gauge."""

import structlog
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from wallet import queries
from wallet.models import Proof

log = structlog.get_logger()


async def make(db: AsyncSession) -> None:
    """Proves the ledger and keeps what was found. Each check is one statement: postings meanwhile do not disturb it."""
    found = await queries.proof(db)
    differences = [difference.model_dump(mode="json") for difference in found.differences]
    db.add(Proof(made_at=clock.now(), transfers=found.transfers, entries=found.entries, differences=differences))
    if differences:
        log.error("ledger.does_not_add_up", differences=len(differences))


async def differences(db: AsyncSession) -> int:
    """How many differences the last proof found."""
    last = select(func.jsonb_array_length(Proof.differences)).order_by(Proof.made_at.desc()).limit(1)
    return await db.scalar(last) or 0
