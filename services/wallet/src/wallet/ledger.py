"""Posting: the one way in which money moves. One statement, whatever the number of accounts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from asyncpg.exceptions import CheckViolationError, NotNullViolationError
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.errors import driver_error
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.claims import taking
from wallet.errors import BalanceTooLarge, InsufficientFunds, WalletMissing
from wallet.models import Account, Transfer, account_id

_POSTING = """
leg AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[]) AS leg(account_id, amount)
), locked AS (
    SELECT id, posted_at{columns} FROM accounts
    WHERE id = ANY($1) AND balance IS NOT NULL ORDER BY id FOR NO KEY UPDATE
), posted AS (
    SELECT greatest($9, max(posted_at) + interval '1 microsecond') AS at FROM locked {condition}
), moved AS (
    UPDATE accounts SET balance = accounts.balance + leg.amount, posted_at = posted.at{count}
    FROM posted, locked JOIN leg ON leg.account_id = locked.id
    WHERE accounts.id = locked.id
    RETURNING accounts.id, accounts.balance, accounts.claimed
), transfer AS (
    INSERT INTO transfers (id, kind, currency, reference_id, initiated_by, description, created_at)
    SELECT $3, $4, $5, $6, $7, $8, at FROM posted
    RETURNING id, created_at
), entry AS (
    INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at)
    SELECT transfer.id, known.id, leg.amount, moved.balance, transfer.created_at
    FROM transfer CROSS JOIN leg LEFT JOIN accounts AS known ON known.id = leg.account_id
        LEFT JOIN moved ON moved.id = known.id
)
"""

PARAMETERS = 9
"""How many parameters a posting takes; a statement that does more counts on from here."""


def posting(*, columns: str = "", condition: str = "", count: str = "") -> str:
    """The common table expressions of one posting; a statement reads the balances that result from `moved`.

    Accounts are locked in the order of their ids, the receiving ones too, so that postings wait but never deadlock.
    Constraints refuse the rest: a balance below zero or beyond all bounds, entries that do not sum to zero, an entry
    without an account. `posted` is later than all that was posted to the users' accounts before, whatever the clocks of
    replicas say: their entries come one after the other in time, and statements add up line by line. `known` is what
    the statement's own snapshot holds: an account that is opened while it waits for a lock was not among those it
    locked, yet would satisfy a foreign key, and its money would be lost.

    With a `condition` (a `HAVING` over `locked`, which has these `columns` as they are under the locks) that does not
    hold, `posted` is empty and nothing is done. `count` changes more columns of the accounts.
    """
    return _POSTING.format(columns=columns, condition=condition, count=count)


_LOCKED = "owners whose accounts are locked"

_POST = f"WITH {posting()} SELECT id, balance, claimed FROM moved"


@dataclass(frozen=True)
class Leg:
    """So many minor units to (positive) or from (negative) one account. No owner: the platform's."""

    owner_id: UUID | None
    kind: str
    amount: int


def parameters(
    legs: Iterable[Leg],
    *,
    transfer_id: UUID,
    kind: str,
    currency: str,
    reference_id: UUID | None = None,
    initiated_by: UUID | None = None,
    description: str = "",
) -> tuple[Any, ...]:
    """The parameters of `posting`. Legs to one account are added up; those of nothing are left out."""
    amounts: dict[UUID, int] = {}
    for leg in legs:
        account = account_id(leg.owner_id, leg.kind, currency)
        amounts[account] = amounts.get(account, 0) + leg.amount
    moved = {account: amount for account, amount in amounts.items() if amount}
    return (
        list(moved),
        list(moved.values()),
        transfer_id,
        kind,
        currency,
        reference_id,
        initiated_by,
        description,
        clock.now(),
    )


async def post(
    db: UnitOfWork, legs: Sequence[Leg], *, kind: str, currency: str, transfer_id: UUID | None = None, **why: Any
) -> UUID:
    """Moves money in the transaction of `db`; returns the id of the transfer.

    What it makes available to somebody who owes something is taken for that in the same breath (`claims`). Raises
    InsufficientFunds, BalanceTooLarge and WalletMissing, after which the transaction can only be rolled back.
    """
    transfer_id = transfer_id or new_id()
    arguments = parameters(legs, transfer_id=transfer_id, kind=kind, currency=currency, **why)
    await db.flush()
    try:
        moved = (await (await db.connection()).exec_driver_sql(_POST, arguments)).all()
    except IntegrityError as error:
        raise refusal(error) from error
    owners = {account_id(leg.owner_id, "available", currency): leg.owner_id for leg in legs}
    for row in moved:
        if row.claimed and row.balance and (owner := owners.get(row.id)) is not None:
            await take_claimed(db, owner, currency, row.balance, because_of=transfer_id)
    return transfer_id


async def take_claimed(db: UnitOfWork, user_id: UUID, currency: str, available: int, *, because_of: UUID) -> None:
    """Moves what is available to where the user owes it: to what is held for a dispute, or against losses.

    It refers to what made it available, or to the claim that finds it there.
    """
    taken = await taking.take(db, user_id, currency, available)
    legs = [
        Leg(user_id, "available", -taken.held - taken.collected),
        Leg(user_id, "held", taken.held),
        Leg(None, "losses", taken.collected),
    ]
    if taken.held or taken.collected:
        await post(db, legs, kind="claim", currency=currency, reference_id=because_of)


async def lock(db: UnitOfWork, owners: Iterable[UUID]) -> dict[UUID, int]:
    """Takes the locks that postings of these users will need, in the one order. Returns balances by account id.

    Whoever locks a hold has done this first, and has opened before what it will post to: who holds a user's locks takes
    no more of them. An account that somebody opens meanwhile may come earlier in the order, and be locked by one who
    waits for the others.
    """
    wanted, held = set(owners), db.info.setdefault(_LOCKED, set())
    accounts = select(Account.id, Account.balance).where(Account.owner_id.in_(wanted)).order_by(Account.id)
    if not wanted <= held:
        accounts = accounts.with_for_update(key_share=True)
        held |= wanted
    return {row.id: row.balance for row in await db.execute(accounts)}


async def posted(db: UnitOfWork, kind: str, reference_id: UUID) -> UUID | None:
    """The transfer of this kind for what it refers to, if there is one. Ask under the locks of its accounts."""
    return await db.scalar(select(Transfer.id).where(Transfer.reference_id == reference_id, Transfer.kind == kind))


def is_claimed(error: BaseException) -> bool:
    """Whether a statement was refused because what it makes available is owed: `post` takes care of that."""
    match driver_error(error):
        case CheckViolationError(constraint_name="accounts_claimed_first"):
            return True
    return False


def refusal(error: BaseException) -> BaseException:
    """The named failure behind a constraint of the ledger, or the error itself."""
    match driver_error(error):
        case CheckViolationError(constraint_name="accounts_balance_check"):
            return InsufficientFunds()
        case CheckViolationError(constraint_name="accounts_limit_check"):
            return BalanceTooLarge()
        case NotNullViolationError(table_name="entries", column_name="account_id"):
            return WalletMissing()
    return error
