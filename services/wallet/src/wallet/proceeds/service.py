"""A new seller's share of what was paid through a provider is held for a while.

A job releases it, but not while the payment is disputed. When that was lost, two administrators decide.
"""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.errors import BalanceTooLarge
from wallet.accounts.locks import available
from wallet.accounts.service import lock
from wallet.disputes.models import Dispute
from wallet.holds import service as holds
from wallet.holds.models import Hold
from wallet.holds.service import Wish
from wallet.ledger.posting import Leg
from wallet.proceeds.errors import ProceedsNotFound, ProceedsSettled
from wallet.proceeds.models import Proceeds, Seller
from wallet.proceeds.schemas import SettlementIn, SettlementPayload
from wallet.settings import Settings

PURPOSE = "wallet.proceeds"
MOST = 100
"""How many are released in one run."""


async def earned(db: UnitOfWork, hold: Hold, payees: Mapping[UUID, int]) -> None:
    """Counts a sale of each payee, and holds what they have just been given where it is to wait."""
    for payee_id in sorted(payees):
        sales = await _counted(db, payee_id)
        if hold.funded_by is not None and await _is_new(db, payee_id, sales):
            await _wait(db, hold, hold.funded_by, payee_id, payees[payee_id])


async def _wait(db: UnitOfWork, hold: Hold, payment_id: UUID, payee_id: UUID, minor: int) -> None:
    """What of it was taken for a debt is not there to wait."""
    waiting = min(minor, await available(db, payee_id, hold.currency) or 0)
    if not waiting:
        return
    proceeds = Proceeds(
        id=new_id(),
        purpose=hold.purpose,
        reference_id=hold.reference_id,
        payment_id=payment_id,
        payee_id=payee_id,
        currency=hold.currency,
        amount=waiting,
        state="waiting",
        release_at=clock.now() + timedelta(hours=db.settings(Settings).proceeds_wait_hours),
    )
    db.add(proceeds)
    amount = Money.of_minor(waiting, hold.currency)
    await holds.place(
        db,
        Wish(
            purpose=PURPOSE,
            reference_id=proceeds.id,
            user_id=payee_id,
            amount=amount,
            description=hold.description,
        ),
    )


async def release_due(db: UnitOfWork) -> int:
    """Frees what has waited long enough and is not disputed. Returns how many."""
    due = select(Proceeds).where(
        Proceeds.state == "waiting", Proceeds.release_at <= clock.now(), ~disputed("opened", "lost")
    )
    found = (await db.scalars(due.order_by(Proceeds.release_at).limit(MOST))).all()
    await lock(db, [proceeds.payee_id for proceeds in found])
    still = due.where(Proceeds.id.in_([proceeds.id for proceeds in found])).with_for_update()
    ready = (await db.scalars(still.execution_options(populate_existing=True))).all()
    for proceeds in ready:
        await _end(db, proceeds, "released")
    return len(ready)


def disputed(*states: str) -> ColumnElement[bool]:
    """Whether the payment of proceeds has a dispute in one of these states."""
    return exists().where(Dispute.payment_id == Proceeds.payment_id, Dispute.state.in_(states))


async def propose_settlement(db: UnitOfWork, proceeds_id: UUID, wanted: SettlementIn, *, by: UUID) -> ProposalOut:
    """Proposes what becomes of proceeds whose dispute was lost.

    Raises ProceedsNotFound, ProceedsSettled, OwnBehalf, NotEntitled.
    """
    proceeds = await _undecided(db, proceeds_id)
    payload = SettlementPayload(proceeds_id=proceeds_id, outcome=wanted.outcome, reason=wanted.reason)
    return await propose(db, SETTLE, payload, subject_id=proceeds_id, beneficiaries=[proceeds.payee_id], by=by)


async def _settle(db: UnitOfWork, wanted: SettlementPayload, _: UUID, __: UUID) -> None:
    known = await _undecided(db, wanted.proceeds_id)
    await lock(db, [known.payee_id])
    await _end(db, await _undecided(db, wanted.proceeds_id), wanted.outcome)


SETTLE = Kind(
    "proceeds.settle",
    SettlementPayload,
    _settle,
    personal=frozenset({"reason"}),
    raises=(
        ProceedsNotFound,
        BalanceTooLarge,
        ProceedsSettled,
    ),
)


async def _undecided(db: UnitOfWork, proceeds_id: UUID) -> Proceeds:
    """Proceeds that people have to decide about. Raises ProceedsNotFound, ProceedsSettled."""
    proceeds = await db.get(Proceeds, proceeds_id, populate_existing=True)
    if proceeds is None:
        raise ProceedsNotFound
    lost = select(Proceeds.id).where(Proceeds.id == proceeds_id, disputed("lost"), ~disputed("opened"))
    if proceeds.state != "waiting" or await db.scalar(lost) is None:
        raise ProceedsSettled
    return proceeds


async def _end(db: UnitOfWork, proceeds: Proceeds, state: str) -> None:
    """Under the lock of the payee's accounts."""
    hold = await holds.locked(db, purpose=PURPOSE, reference_id=proceeds.id)
    assert hold is not None
    proceeds.state = state
    if state == "kept":
        await holds.capture(db, hold, hold.amount, [Leg(None, "losses", hold.amount)], kind="proceeds_kept")
    else:
        await holds.release(db, hold, reason="proceeds_due")


async def _counted(db: UnitOfWork, payee_id: UUID) -> int:
    """How many sales somebody has completed before this one, which is counted from now on."""
    row = insert(Seller).values(user_id=payee_id, sales=1)
    more = row.on_conflict_do_update(index_elements=[Seller.user_id], set_={"sales": Seller.sales + 1})
    return int(await db.scalar(more.returning(Seller.sales)) or 1) - 1


async def _is_new(db: UnitOfWork, payee_id: UUID, sales: int) -> bool:
    rules = db.settings(Settings)
    if sales < rules.new_seller_sales:
        return True
    registered_at = (await standing.of(db, payee_id)).registered_at
    return clock.now() - registered_at < timedelta(days=rules.new_seller_days)
