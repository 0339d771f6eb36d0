"""What the wallet answers, and what happens to the texts of claims when a user is deleted."""

from sqlalchemy import update

from amigok_chassis import clock
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm_claims import INSURANCE
from amigok_contracts.identity import UserDeleted
from amigok_contracts.wallet import RewardPaid
from farm.claims.models import Claim


@on(RewardPaid, match={"purpose": INSURANCE})
async def payout_paid(db: UnitOfWork, event: RewardPaid) -> None:
    """Keeps when a payout was paid, so that it can be compared with the ledger."""
    unpaid = update(Claim).where(Claim.id == event.reference_id, Claim.paid_at.is_(None))
    await db.execute(unpaid.values(paid_at=clock.now()))


@on(UserDeleted)
async def forget_texts(db: UnitOfWork, event: UserDeleted) -> None:
    """Erases what a deleted user wrote about claims, and why they were rejected. The claims stay."""
    theirs = update(Claim).where(Claim.owner_id == event.user_id).execution_options(synchronize_session=False)
    await db.execute(theirs.values(statement=None))
    await db.execute(theirs.where(Claim.rejection.is_not(None)).values(rejection=""))
