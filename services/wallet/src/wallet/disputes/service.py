"""A bank takes money back: the provider has less, and what the user has is frozen up to it until that is settled.

What is not there yet is frozen as soon as anything becomes available (`debts`). News of the end may come first: then
the dispute is opened and ended at once. News of a payment that is not booked yet wait: nothing of it could be frozen.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.inbox import Retry
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.service import lock
from wallet.debts import service as debts
from wallet.debts.service import DISPUTE, Cause
from wallet.disputes.models import Dispute
from wallet.ledger.clearing import at_provider, require_kept
from wallet.ledger.posting import Leg
from wallet.ledger.service import post, posted


@dataclass(frozen=True)
class Chargeback:
    """What a dispute is about: `amount` of the user's payment, and what the provider takes for it."""

    dispute_id: UUID
    payment_id: UUID
    user_id: UUID
    amount: Money
    charged_back: Money
    provider: str


async def begin(db: UnitOfWork, told: Chargeback) -> Dispute:
    """Books that the money has left the provider and freezes the user's part of it, once. Returns the dispute.

    Raises Retry when it has not come yet, Reject for a provider or currency without accounts.
    """
    require_kept(told.amount.currency)
    await lock(db, [told.user_id])
    if await posted(db, "deposit", told.payment_id) is None:
        raise Retry(f"payment {told.payment_id} is disputed, and not booked yet")
    is_new = await _recorded(db, told)
    found = select(Dispute).where(Dispute.id == told.dispute_id).with_for_update()
    dispute = (await db.scalars(found.execution_options(populate_existing=True))).one()
    if is_new:
        await _book(db, dispute, "dispute", provider=dispute.charged_back, disputes=-dispute.charged_back)
        cause = Cause(purpose=DISPUTE, reference_id=dispute.id, debtor_id=dispute.user_id, amount=told.amount)
        await debts.freeze(db, cause)
    return dispute


async def win(db: UnitOfWork, told: Chargeback) -> None:
    """The provider has the money again, and the user theirs, once; also after it was lost."""
    dispute = await begin(db, told)
    if dispute.state == "won":
        return
    back, against = dispute.charged_back, "losses" if dispute.state == "lost" else "disputes"
    dispute.end("won", clock.now())
    await _book(db, dispute, "dispute_won", provider=-back, **{against: back})
    await debts.give_up(db, purpose=DISPUTE, reference_id=dispute.id, reason="dispute_won")


async def lose(db: UnitOfWork, told: Chargeback) -> None:
    """The user pays up to what was lost, with what is frozen and what comes later; the platform bears the rest. Once.

    It may be a part of what was disputed: the provider has the rest again. After it was won, it is old news.
    """
    dispute = await begin(db, told)
    if dispute.state != "opened":
        return
    dispute.end("lost", clock.now())
    disputed, lost = dispute.charged_back, min(told.charged_back.minor, dispute.charged_back)
    dispute.charged_back, dispute.amount = lost, min(told.amount.minor, dispute.amount)
    await _book(db, dispute, "dispute_settled", disputes=disputed, provider=lost - disputed, losses=-lost)
    await debts.lose(
        db, purpose=DISPUTE, reference_id=dispute.id, amount=Money.of_minor(dispute.amount, dispute.currency)
    )


async def _recorded(db: UnitOfWork, told: Chargeback) -> bool:
    """Whether the dispute is new."""
    row = insert(Dispute).values(
        id=told.dispute_id,
        payment_id=told.payment_id,
        user_id=told.user_id,
        currency=told.amount.currency,
        amount=told.amount.minor,
        charged_back=told.charged_back.minor,
        charged_back_currency=told.charged_back.currency,
        provider=told.provider,
        state="opened",
        opened_at=clock.now(),
    )
    return await db.scalar(row.on_conflict_do_nothing().returning(Dispute.id)) is not None


async def _book(db: UnitOfWork, dispute: Dispute, kind: str, *, provider: int = 0, **others: int) -> None:
    """Moves money between the platform's accounts, in the currency in which the provider took it."""
    legs = [at_provider(dispute.provider, provider), *(Leg(None, kind, minor) for kind, minor in others.items())]
    if any(leg.amount for leg in legs):
        await post(db, legs, kind=kind, currency=dispute.charged_back_currency, reference_id=dispute.id)
