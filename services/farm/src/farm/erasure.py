"""Forgets people: what they wrote to us, and what was written of them. Their ids stay, and with them who owned what."""

from uuid import UUID

import structlog
from sqlalchemy import delete, select, update

from amigok_chassis import audit
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks.models import SaleBlock, SaleBlockAct
from farm.deaths.models import Claim
from farm.models import Ownership
from farm.staff.models import FarmStaff
from farm.withdrawals.models import Withdrawal

log = structlog.get_logger()

ERASED = ""
"""In place of a text that there has to be."""


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases the free texts that tell of a user, and takes them off every staff; once more does nothing.

    What was noted of an animal's health or death tells of the animal and stays.
    """
    asked, claimed = Withdrawal.owner_id == user_id, Claim.owner_id == user_id
    theirs = (
        select(SaleBlockAct.id)
        .join(SaleBlock, SaleBlock.id == SaleBlockAct.block_id)
        .join(Ownership, Ownership.livestock_id == SaleBlock.livestock_id)
        .where(Ownership.owner_id == user_id, SaleBlockAct.acted_at >= Ownership.started_at)
        .where((SaleBlockAct.acted_at < Ownership.ended_at) | Ownership.ended_at.is_(None))
    )
    for erase in (
        update(Withdrawal).where(asked).values(reason=ERASED, transport=None),
        update(Withdrawal).where(asked, Withdrawal.rejection.is_not(None)).values(rejection=ERASED),
        update(Claim).where(claimed).values(statement=None),
        update(Claim).where(claimed, Claim.rejection.is_not(None)).values(rejection=ERASED),
        update(SaleBlockAct).where(SaleBlockAct.id.in_(theirs)).values(note=ERASED),
        delete(FarmStaff).where(FarmStaff.user_id == user_id),
    ):
        await db.execute(erase.execution_options(synchronize_session=False))
    audit.forget(db, user_id)
    log.info("user.forgotten", user_id=str(user_id))
