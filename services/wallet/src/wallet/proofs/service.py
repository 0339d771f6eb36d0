"""Proofs of the ledger: made every hour, kept for auditors, and shown as a gauge."""

import structlog
from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.books import service as books
from wallet.proofs import queries
from wallet.proofs.models import Proof
from wallet.proofs.schemas import ReconciliationOut
from wallet.sealing import proof as sealing
from wallet.sealing.service import head

log = structlog.get_logger()


async def make(db: UnitOfWork) -> None:
    """Proves the ledger and keeps what was found. The newest seal goes to the log, out of reach of the database."""
    found = await find(db)
    differences = [difference.model_dump(mode="json") for difference in found.differences]
    db.add(Proof(made_at=clock.now(), transfers=found.transfers, entries=found.entries, differences=differences))
    number, digest = await head(db)
    log.info("ledger.proven", transfers=found.transfers, differences=len(differences), noted=f"{number}:{digest.hex()}")
    if differences:
        log.error("ledger.does_not_add_up", differences=len(differences))


async def find(db: UnitOfWork) -> ReconciliationOut:
    """Every difference: within the ledger, of the newest seals, and to what others have stated of their books.

    Each check is one statement: postings meanwhile do not disturb it.
    """
    found = await queries.proof(db)
    more = [*await sealing.differences(db), *await books.differences(db)]
    return found.model_copy(update={"differences": [*found.differences, *more]})


async def differences(db: UnitOfWork) -> int:
    """Returns how many differences the last proof found."""
    last = select(func.jsonb_array_length(Proof.differences)).order_by(Proof.made_at.desc()).limit(1)
    return await db.scalar(last) or 0
