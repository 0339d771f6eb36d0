"""Checks that a payment has brought in the amount to be held."""

from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.inbox import Retry
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.models import AVAILABLE, account_id
from wallet.holds.models import Hold
from wallet.holds.service import Wish
from wallet.ledger.models import Entry
from wallet.ledger.service import posted


async def deposited(db: UnitOfWork, payment_id: UUID) -> UUID:
    """The transfer that brought the payment in. Raises Retry when it is not booked yet."""
    transfer_id = await posted(db, "deposit", payment_id)
    if transfer_id is None:
        raise Retry(f"payment {payment_id} is to fund a hold, and is not booked yet")
    return transfer_id


async def missing(db: UnitOfWork, wish: Wish, payment_id: UUID) -> str | None:
    """Returns why the payment does not cover this, a stable code, or null. Raises Retry when it is not booked yet.

    Amounts that were held or captured with it before are used up. Refunds are counted apart: they are taken from
    what is available, whatever the payment was used for.
    """
    booked = await _booked(db, await deposited(db, payment_id), wish.user_id, wish.amount)
    if booked is None:
        return "payment_of_another"
    return "payment_used_up" if await _used(db, wish, payment_id) + wish.amount.minor > booked else None


async def _booked(db: UnitOfWork, transfer_id: UUID, user_id: UUID, amount: Money) -> int | None:
    account = account_id(user_id, AVAILABLE, amount.currency)
    entry = select(Entry.amount).where(Entry.transfer_id == transfer_id, Entry.account_id == account)
    return await db.scalar(entry)


async def _used(db: UnitOfWork, wish: Wish, payment_id: UUID) -> int:
    live = Hold.state.in_(("placed", "captured", "expired"))
    used = select(func.coalesce(func.sum(Hold.amount), 0)).where(Hold.funded_by == payment_id, live)
    return int(await db.scalar(used.where(Hold.gives_back == wish.gives_back)) or 0)
