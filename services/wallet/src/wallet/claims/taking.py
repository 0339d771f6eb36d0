"""What a posting makes available to somebody who owes something is taken: the rows of it; the ledger moves the money.

Everything here happens under the lock on the user's available account.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.claims.models import OPEN, Claim
from wallet.models import Account, Hold, account_id


@dataclass
class Taken:
    """Minor units that are to be held, and that are to be the platform's."""

    held: int = 0
    collected: int = 0


async def take(db: UnitOfWork, user_id: UUID, currency: str, available: int) -> Taken:
    """Takes what is available for the user's claims, the oldest first."""
    query = select(Claim).where(Claim.user_id == user_id, Claim.currency == currency, OPEN).order_by(Claim.id)
    taken = Taken()
    for claim in await db.scalars(query.execution_options(populate_existing=True)):
        minor = claim.take(available)
        available -= minor
        if claim.state == "collecting":
            taken.collected += minor
        elif minor:
            taken.held += minor
            await _grow(db, claim, minor)
    await owe(db, user_id, currency, -taken.held - taken.collected)
    return taken


async def owe(db: UnitOfWork, user_id: UUID, currency: str, minor: int) -> None:
    """The user owes so much more, or less, than before."""
    await db.flush()
    account = Account.id == account_id(user_id, "available", currency)
    await db.execute(update(Account).where(account).values(claimed=Account.claimed + minor))


async def _grow(db: UnitOfWork, claim: Claim, minor: int) -> None:
    """The hold of a claim, with so much more in it."""
    row = insert(Hold).values(
        id=new_id(),
        purpose="dispute",
        reference_id=claim.id,
        user_id=claim.user_id,
        currency=claim.currency,
        amount=minor,
        captured=0,
        state="placed",
        created_at=clock.now(),
    )
    more = {"amount": Hold.amount + minor}
    await db.execute(row.on_conflict_do_update(index_elements=[Hold.purpose, Hold.reference_id], set_=more))
