"""Proofs of the ledger: made every hour, kept for auditors, and shown as a gauge."""

from collections.abc import Sequence

import structlog

from amigok_chassis import clock
from amigok_chassis.invariants import Broken, broken
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.books import service as books
from wallet.proofs import queries
from wallet.proofs.ledger import LEDGER
from wallet.proofs.models import Proof
from wallet.proofs.schemas import ReconciliationOut
from wallet.sealing import proof as sealing
from wallet.sealing.service import head

log = structlog.get_logger()


async def keep(db: UnitOfWork, ledger: Sequence[Broken]) -> int:
    """Keeps what the hourly proof has found. Returns how many differences there are outside of the ledger.

    The newest seal goes to the log, out of reach of the database.
    """
    found = await _completed(db, ledger)
    differences = [difference.model_dump(mode="json") for difference in found.differences]
    db.add(Proof(made_at=clock.now(), transfers=found.transfers, entries=found.entries, differences=differences))
    number, digest = await head(db)
    log.info("ledger.proven", transfers=found.transfers, differences=len(differences), noted=f"{number}:{digest.hex()}")
    if differences:
        log.error("ledger.does_not_add_up", differences=len(differences))
    return len(differences) - len(ledger)


async def find(db: UnitOfWork) -> ReconciliationOut:
    """Every difference: within the ledger, of the newest seals, and to what others have stated of their books.

    Each check is one statement: postings meanwhile do not disturb it.
    """
    return await _completed(db, await broken(db, LEDGER))


async def _completed(db: UnitOfWork, ledger: Sequence[Broken]) -> ReconciliationOut:
    found = await queries.proof(db, ledger)
    more = [*await sealing.differences(db), *await books.differences(db)]
    return found.model_copy(update={"differences": [*found.differences, *more]})
