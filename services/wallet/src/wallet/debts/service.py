"""Debts begin, turn from a dispute into a loss that is collected, or are given up.

The debtor's accounts are locked before, and opened.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import DebtRecorded
from wallet.accounts.locks import available
from wallet.accounts.models import AVAILABLE, HELD, RECEIVABLE
from wallet.accounts.service import open_receivable
from wallet.ledger.posting import Leg
from wallet.ledger.service import collect, post
from wallet.receivables.models import Debt
from wallet.receivables.service import owe, settled
from wallet.settings import Settings
from wallet.vocabulary import nearest

DISPUTE, REFUND, WITHDRAWAL = "wallet.dispute", "wallet.refund", "wallet.withdrawal"
"""Purposes of debts that arise here: lost disputes, refunds made outside, withdrawals paid out after all."""


@dataclass(frozen=True, kw_only=True)
class Cause:
    """Who owes how much, and what for."""

    purpose: str
    reference_id: UUID
    debtor_id: UUID
    amount: Money
    description: str = ""
    livestock_id: UUID | None = None


async def record(db: UnitOfWork, cause: Cause, *, against: str) -> None:
    """Posts a debt against an account of the platform's, and collects what the user has."""
    await _book(db, cause, against)
    await keep(db, cause)


async def keep(db: UnitOfWork, cause: Cause) -> None:
    """Records a debt that is posted, and collects what its user has. The rest is collected when money comes in."""
    remaining = cause.amount.minor - min(await _has(db, cause), cause.amount.minor)
    emit(db, _recorded(cause, cause.amount, remaining))
    await _begin(db, cause, state="owed")


async def freeze(db: UnitOfWork, cause: Cause) -> None:
    """Holds what the user has of a disputed amount. The rest is held when money comes in."""
    await _begin(db, cause, state="frozen")


async def lose(db: UnitOfWork, *, purpose: str, reference_id: UUID, amount: Money) -> None:
    """Takes the frozen money, at most `amount`, and frees the rest. What is missing is owed from now on."""
    debt = await _known(db, purpose=purpose, reference_id=reference_id)
    frozen, used, before = debt.taken, min(debt.taken, amount.minor), debt.remainder
    debt.become("owed" if used < amount.minor else "settled", amount=amount.minor, taken=used)
    await owe(db, debt.debtor_id, debt.currency, debt.remainder - before)
    if debt.remainder:
        await open_receivable(db, user_id=debt.debtor_id, currency=debt.currency)
        emit(db, _recorded(_cause(debt), debt.money, debt.remainder))
    legs = [
        Leg(debt.debtor_id, HELD, -frozen),
        Leg(debt.debtor_id, AVAILABLE, frozen - used),
        Leg(debt.debtor_id, RECEIVABLE, used - debt.amount),
        Leg(None, "losses", debt.amount),
    ]
    await _post(db, debt, legs, "dispute_lost")


async def give_up(db: UnitOfWork, *, purpose: str, reference_id: UUID, reason: str) -> None:
    """Ends a debt: frozen money is free, collected money is given back, and nothing more is owed."""
    debt = await _known(db, purpose=purpose, reference_id=reference_id)
    before, taken, left = debt.state, debt.taken, debt.remainder
    await owe(db, debt.debtor_id, debt.currency, -left)
    debt.become("given_up", amount=debt.amount, taken=taken)
    if before == "frozen":
        await _post(db, debt, [Leg(debt.debtor_id, HELD, -taken), Leg(debt.debtor_id, AVAILABLE, taken)], "release")
        return
    if before == "owed":
        emit(db, settled(debt, reason))
    legs = [
        Leg(None, "losses", -debt.amount),
        Leg(debt.debtor_id, RECEIVABLE, left),
        Leg(debt.debtor_id, AVAILABLE, taken),
    ]
    await _post(db, debt, legs, "debt_given_up")


async def _begin(db: UnitOfWork, cause: Cause, *, state: str) -> None:
    debt = _debt(db, cause, state)
    db.add(debt)
    await owe(db, debt.debtor_id, debt.currency, debt.remainder)
    await collect(db, {debt.debtor_id: await _has(db, cause)}, debt.currency, because_of=debt.id)


def _debt(db: UnitOfWork, cause: Cause, state: str) -> Debt:
    nearest_to_it = nearest(db.settings(Settings).debt_order, cause.purpose)
    return Debt(
        id=new_id(),
        purpose=cause.purpose,
        reference_id=cause.reference_id,
        debtor_id=cause.debtor_id,
        currency=cause.amount.currency,
        amount=cause.amount.minor,
        taken=0,
        state=state,
        priority=nearest_to_it[1] if nearest_to_it else LAST,
        description=cause.description,
        livestock_id=cause.livestock_id,
        since=clock.now(),
    )


LAST = 1_000
"""The priority of debts that the stated order does not name."""


async def _has(db: UnitOfWork, cause: Cause) -> int:
    return await available(db, cause.debtor_id, cause.amount.currency) or 0


async def _book(db: UnitOfWork, cause: Cause, against: str) -> None:
    await open_receivable(db, user_id=cause.debtor_id, currency=cause.amount.currency)
    await post(
        db,
        [Leg(cause.debtor_id, RECEIVABLE, -cause.amount.minor), Leg(None, against, cause.amount.minor)],
        kind="debt",
        currency=cause.amount.currency,
        purpose=cause.purpose,
        reference_id=cause.reference_id,
        description=cause.description,
    )


async def _post(db: UnitOfWork, debt: Debt, legs: list[Leg], kind: str) -> None:
    if any(leg.amount for leg in legs):
        await post(db, legs, kind=kind, currency=debt.currency, purpose=debt.purpose, reference_id=debt.reference_id)


async def found(db: UnitOfWork, *, purpose: str, reference_id: UUID) -> Debt | None:
    """The debt for this, if there is one."""
    query = select(Debt).where(Debt.purpose == purpose, Debt.reference_id == reference_id)
    return await db.scalar(query.execution_options(populate_existing=True))


async def _known(db: UnitOfWork, *, purpose: str, reference_id: UUID) -> Debt:
    debt = await found(db, purpose=purpose, reference_id=reference_id)
    assert debt is not None
    return debt


def _cause(debt: Debt) -> Cause:
    return Cause(
        purpose=debt.purpose,
        reference_id=debt.reference_id,
        debtor_id=debt.debtor_id,
        amount=debt.money,
        description=debt.description,
        livestock_id=debt.livestock_id,
    )


def _recorded(cause: Cause, amount: Money, remaining: int) -> DebtRecorded:
    return DebtRecorded(
        purpose=cause.purpose,
        reference_id=cause.reference_id,
        debtor_id=cause.debtor_id,
        amount=amount,
        remaining=Money.of_minor(remaining, amount.currency),
        livestock_id=cause.livestock_id,
    )
