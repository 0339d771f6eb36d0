"""Moves money, and collects debts from it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.accounts.models import AVAILABLE, HELD, RECEIVABLE, account_id
from wallet.ledger.clearing import require_kept
from wallet.ledger.models import Transfer
from wallet.ledger.posting import Leg, parameters, posting, refusal
from wallet.receivables import service as receivables

_POST = f"WITH {posting()} SELECT id, balance, owed FROM moved"


async def post(
    db: UnitOfWork,
    legs: Sequence[Leg],
    *,
    kind: str,
    currency: str,
    transfer_id: UUID | None = None,
    purpose: str | None = None,
    reference_id: UUID | None = None,
    initiated_by: UUID | None = None,
    description: str = "",
) -> UUID:
    """Moves money in the transaction of `db`; returns the id of the transfer.

    What it makes available to somebody who owes something is taken for that in the same breath (`receivables`). No
    posting depends on other rows that the session has changed: those may be written later. Raises InsufficientFunds,
    BalanceTooLarge and WalletMissing, and Reject for a currency without accounts, after which the transaction can only
    be rolled back.
    """
    require_kept(currency)
    transfer_id = transfer_id or new_id()
    arguments = parameters(
        legs,
        transfer_id=transfer_id,
        kind=kind,
        currency=currency,
        purpose=purpose,
        reference_id=reference_id,
        initiated_by=initiated_by,
        description=description,
    )
    try:
        moved = (await (await db.connection(flush=False)).exec_driver_sql(_POST, arguments)).all()
    except IntegrityError as error:
        raise refusal(error) from error
    owners = {account_id(leg.owner_id, AVAILABLE, currency): leg.owner_id for leg in legs}
    owing = {owner: row.balance for row in moved if row.owed and row.balance and (owner := owners.get(row.id))}
    await collect(db, owing, currency, because_of=transfer_id)
    return transfer_id


async def collect(db: UnitOfWork, available: Mapping[UUID, int], currency: str, *, because_of: UUID) -> None:
    """Collects debts from what users have available: held for disputes, otherwise paid to the platform.

    One transfer takes it from all of them. It refers to what made it available, or to the debt that finds it there.
    """
    legs = [leg for user_id in sorted(available) for leg in await _taken(db, user_id, currency, available[user_id])]
    if any(leg.amount for leg in legs):
        await post(db, legs, kind="debt_paid", currency=currency, reference_id=because_of)


async def _taken(db: UnitOfWork, user_id: UUID, currency: str, available: int) -> list[Leg]:
    taken = await receivables.take(db, user_id, currency, available)
    return [
        Leg(user_id, AVAILABLE, -taken.held - taken.collected),
        Leg(user_id, HELD, taken.held),
        Leg(user_id, RECEIVABLE, taken.collected),
    ]


async def posted(db: UnitOfWork, kind: str, reference_id: UUID, *, purpose: str | None = None) -> UUID | None:
    """The transfer of this kind for what it refers to, if there is one. Ask under the locks of its accounts."""
    found = select(Transfer.id).where(Transfer.reference_id == reference_id, Transfer.kind == kind)
    return await db.scalar(found.where(Transfer.purpose.is_not_distinct_from(purpose)))
