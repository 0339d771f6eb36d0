"""A new seller's share of an order that was paid through a provider is held for a while.

It is released by a job, but not while the payment is disputed. When that was lost, two administrators decide.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet import holds
from wallet.disputes.models import Dispute
from wallet.ledger import Leg, lock
from wallet.models import account_id
from wallet.proceeds.errors import ProceedsNotFound, ProceedsSettled
from wallet.proceeds.models import Proceeds, Seller
from wallet.proceeds.schemas import SettlementIn, SettlementPayload
from wallet.settings import Settings

MOST = 100
"""So many are released at once."""


async def paid(db: UnitOfWork, *, order_id: UUID, payment_id: UUID, amount: Money) -> None:
    """Keeps that an order is paid through a provider, once."""
    row = insert(Proceeds).values(
        order_id=order_id, id=new_id(), payment_id=payment_id, currency=amount.currency, amount=0, state="unsold"
    )
    await db.execute(row.on_conflict_do_nothing())


async def sold(db: UnitOfWork, *, order_id: UUID, seller_id: UUID, minor: int) -> None:
    """Counts a sale, and holds the share that the seller has just been given if it is to wait.

    What of it was taken for a claim is not there to wait.
    """
    sales = await _counted(db, seller_id)
    proceeds = await db.get(Proceeds, order_id, with_for_update=True, populate_existing=True)
    if proceeds is None:
        return
    proceeds.seller_id, proceeds.state = seller_id, "released"
    balances = await lock(db, [seller_id])
    waiting = min(minor, balances[account_id(seller_id, "available", proceeds.currency)])
    rules = Settings()
    if waiting and await _is_new(db, seller_id, sales, rules):
        proceeds.amount, proceeds.state = waiting, "waiting"
        proceeds.release_at = clock.now() + timedelta(hours=rules.proceeds_wait_hours)
        amount = Money.of_minor(waiting, proceeds.currency)
        await holds.place(db, purpose="proceeds", reference_id=proceeds.id, user_id=seller_id, amount=amount)


async def release_due(db: UnitOfWork) -> int:
    """Frees what has waited long enough and is not disputed. Returns how many."""
    due = select(Proceeds).where(
        Proceeds.state == "waiting", Proceeds.release_at <= clock.now(), ~disputed("opened", "lost")
    )
    found = (await db.scalars(due.order_by(Proceeds.release_at).limit(MOST))).all()
    await lock(db, [proceeds.seller_id for proceeds in found if proceeds.seller_id])
    still = due.where(Proceeds.order_id.in_([proceeds.order_id for proceeds in found])).with_for_update()
    ready = (await db.scalars(still.execution_options(populate_existing=True))).all()
    for proceeds in ready:
        await _end(db, proceeds, "released")
    return len(ready)


def disputed(*states: str) -> ColumnElement[bool]:
    """Whether the payment of proceeds has a dispute in one of these states."""
    return exists().where(Dispute.payment_id == Proceeds.payment_id, Dispute.state.in_(states))


async def propose_settlement(db: UnitOfWork, order_id: UUID, wanted: SettlementIn, *, by: UUID) -> ProposalOut:
    """Proposes what becomes of proceeds whose dispute was lost.

    Raises ProceedsNotFound, ProceedsSettled, OwnBehalf, NotEntitled.
    """
    proceeds = await _undecided(db, order_id)
    assert proceeds.seller_id is not None
    payload = SettlementPayload(order_id=order_id, outcome=wanted.outcome, reason=wanted.reason)
    return await propose(db, SETTLE, payload, subject_id=order_id, beneficiaries=[proceeds.seller_id], by=by)


async def _settle(db: UnitOfWork, wanted: SettlementPayload, _: UUID, __: UUID) -> None:
    known = await _undecided(db, wanted.order_id)
    assert known.seller_id is not None
    await lock(db, [known.seller_id])
    await _end(db, await _undecided(db, wanted.order_id), wanted.outcome)


SETTLE = Kind("proceeds.settle", SettlementPayload, _settle, personal=frozenset({"reason"}))


async def _undecided(db: UnitOfWork, order_id: UUID) -> Proceeds:
    """Proceeds that people have to decide about, locked. Raises ProceedsNotFound, ProceedsSettled."""
    proceeds = await db.get(Proceeds, order_id, populate_existing=True)
    if proceeds is None or proceeds.state == "unsold":
        raise ProceedsNotFound
    lost = select(Proceeds.order_id).where(Proceeds.order_id == order_id, disputed("lost"), ~disputed("opened"))
    if proceeds.state != "waiting" or await db.scalar(lost) is None:
        raise ProceedsSettled
    return proceeds


async def _end(db: UnitOfWork, proceeds: Proceeds, state: str) -> None:
    """Under the lock of the seller's accounts."""
    hold = await holds.locked(db, purpose="proceeds", reference_id=proceeds.id)
    assert hold is not None
    proceeds.state = state
    if state == "kept":
        await holds.capture(db, hold, hold.amount, [Leg(None, "losses", hold.amount)], kind="proceeds_kept")
    else:
        await holds.release(db, hold, reason="proceeds_due")


async def _counted(db: UnitOfWork, seller_id: UUID) -> int:
    """How many sales somebody has completed before this one, which is counted from now on."""
    row = insert(Seller).values(user_id=seller_id, sales=1)
    more = row.on_conflict_do_update(index_elements=[Seller.user_id], set_={"sales": Seller.sales + 1})
    return int(await db.scalar(more.returning(Seller.sales)) or 1) - 1


async def _is_new(db: UnitOfWork, seller_id: UUID, sales: int, rules: Settings) -> bool:
    if sales < rules.new_seller_sales:
        return True
    registered_at = (await standing.of(db, seller_id)).registered_at
    return clock.now() - registered_at < timedelta(days=rules.new_seller_days)
