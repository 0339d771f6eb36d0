"""A bank takes money back: the provider has less, and what the user still has of it is frozen until that is settled.

News of the end may come first: then the dispute is opened and ended at once. News of a payment that is not booked yet
wait: nothing of it could be frozen, and it would be there to spend afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.consumer import Retry
from amigok_contracts import Money
from wallet import holds
from wallet.disputes.models import Dispute
from wallet.ledger import Leg, lock, post, posted
from wallet.models import account_id


@dataclass(frozen=True)
class Claim:
    """What a dispute is about."""

    dispute_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    provider: str


async def begin(db: AsyncSession, claim: Claim) -> Dispute:
    """Books that the money has left the provider and freezes what the user has of it, once. Returns the dispute.

    Raises Retry when it has not come yet.
    """
    balances = await lock(db, [claim.user_id])
    if await posted(db, "deposit", claim.payment_id) is None:
        raise Retry(f"payment {claim.payment_id} is disputed, and not booked yet")
    is_new = await _recorded(db, claim)
    found = select(Dispute).where(Dispute.id == claim.dispute_id).with_for_update()
    dispute = (await db.scalars(found.execution_options(populate_existing=True))).one()
    if is_new:
        legs = [Leg(None, dispute.provider, dispute.amount), Leg(None, "disputes", -dispute.amount)]
        await _post(db, dispute, "dispute", legs)
        available = balances.get(account_id(dispute.user_id, "available", dispute.currency), 0)
        await _freeze(db, dispute, min(available, dispute.amount))
    return dispute


async def win(db: AsyncSession, claim: Claim) -> None:
    """The provider has the money again, and the user theirs, once. Raises DisputeEnded when it was lost."""
    dispute = await begin(db, claim)
    if dispute.state == "won":
        return
    dispute.end("won", clock.now())
    legs = [Leg(None, dispute.provider, -dispute.amount), Leg(None, "disputes", dispute.amount)]
    await _post(db, dispute, "dispute_won", legs)
    frozen = await holds.locked(db, purpose="dispute", reference_id=dispute.id)
    if frozen is not None:
        await holds.release(db, frozen, reason="dispute_won")


async def lose(db: AsyncSession, claim: Claim) -> None:
    """The user pays with what was frozen, the platform bears the rest, once. Raises DisputeEnded when it was won."""
    dispute = await begin(db, claim)
    if dispute.state == "lost":
        return
    dispute.end("lost", clock.now())
    frozen = await holds.locked(db, purpose="dispute", reference_id=dispute.id)
    covered = frozen.amount if frozen is not None else 0
    legs = [Leg(None, "disputes", dispute.amount), Leg(None, "losses", covered - dispute.amount)]
    if frozen is None:
        await _post(db, dispute, "dispute_lost", legs)
    else:
        await holds.capture(db, frozen, covered, legs, kind="dispute_lost")


async def _recorded(db: AsyncSession, claim: Claim) -> bool:
    """Whether the dispute is new."""
    row = insert(Dispute).values(
        id=claim.dispute_id, payment_id=claim.payment_id, user_id=claim.user_id, currency=claim.amount.currency,
        amount=claim.amount.minor, provider=claim.provider, state="opened", opened_at=clock.now(),
    )  # fmt: skip
    return await db.scalar(row.on_conflict_do_nothing().returning(Dispute.id)) is not None


async def _freeze(db: AsyncSession, dispute: Dispute, minor: int) -> None:
    if minor:
        amount = Money.of_minor(minor, dispute.currency)
        await holds.place(db, purpose="dispute", reference_id=dispute.id, user_id=dispute.user_id, amount=amount)


async def _post(db: AsyncSession, dispute: Dispute, kind: str, legs: Sequence[Leg]) -> None:
    await post(db, legs, kind=kind, currency=dispute.currency, reference_id=dispute.id)
