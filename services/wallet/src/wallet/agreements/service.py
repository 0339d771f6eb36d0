"""Judges holds under an agreement: the first as any exit, what it covers then without a proof of who acts.

Who asks holds the lock on the payer's accounts.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.agreements.models import Agreement
from wallet.exits import service as exits
from wallet.exits.queries import Exit
from wallet.exits.rules import Decision


async def judge(db: UnitOfWork, exit: Exit, agreement_id: UUID | None) -> Decision:
    """Judges what is to be held for the platform. What an agreement covers is refused by a closed wallet only.

    It counts towards no limit of the day: whoever made the agreement passed them. The first hold that may leave makes
    the agreement.
    """
    if agreement_id is None:
        return await exits.consider(db, exit)
    if await _covers(db, exit, agreement_id):
        return Decision(await exits.closed_for(db, exit))
    decision = await exits.consider(db, exit)
    if decision.refusal is None:
        await _make(db, exit, agreement_id)
    return decision


async def agree_for_later(db: UnitOfWork, exit: Exit, agreement_id: UUID) -> None:
    """Makes the agreement of a payer who has too little money as yet, if they proved lately who they are."""
    if await exits.allows_by_proof(db, exit):
        await _make(db, exit, agreement_id)


async def _covers(db: UnitOfWork, exit: Exit, agreement_id: UUID) -> bool:
    most = select(Agreement.most).where(
        Agreement.purpose == exit.purpose,
        Agreement.id == agreement_id,
        Agreement.payer_id == exit.user_id,
        Agreement.currency == exit.amount.currency,
    )
    return exit.amount.minor <= (await db.scalar(most) or 0)


async def _make(db: UnitOfWork, exit: Exit, agreement_id: UUID) -> None:
    row = insert(Agreement).values(
        purpose=exit.purpose,
        id=agreement_id,
        payer_id=exit.user_id,
        currency=exit.amount.currency,
        most=exit.amount.minor,
        since=clock.now(),
    )
    await db.execute(row.on_conflict_do_nothing())
