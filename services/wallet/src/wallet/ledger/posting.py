"""Posting: the one way in which money moves. One statement, whatever the number of accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from asyncpg.exceptions import CheckViolationError, NotNullViolationError

from amigok_chassis import clock
from amigok_chassis.errors import driver_error
from wallet.accounts.errors import BalanceTooLarge, InsufficientFunds, WalletMissing
from wallet.accounts.models import account_id

_POSTING = """
leg AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[]) AS leg(account_id, amount)
), locked AS (
    SELECT id, posted_at{columns} FROM accounts
    WHERE id = ANY($1) AND balance IS NOT NULL ORDER BY id FOR NO KEY UPDATE
), posted AS (
    SELECT greatest($10, max(posted_at) + interval '1 microsecond') AS at FROM locked {condition}
), moved AS (
    UPDATE accounts SET balance = accounts.balance + leg.amount, posted_at = posted.at{count}
    FROM posted, locked JOIN leg ON leg.account_id = locked.id
    WHERE accounts.id = locked.id
    RETURNING accounts.id, accounts.balance, accounts.owed
), transfer AS (
    INSERT INTO transfers (id, kind, currency, purpose, reference_id, initiated_by, description, created_at)
    SELECT $3, $4, $5, $6, $7, $8, $9, at FROM posted
    RETURNING id, created_at
), entry AS (
    INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at)
    SELECT transfer.id, known.id, leg.amount, moved.balance, transfer.created_at
    FROM transfer CROSS JOIN leg LEFT JOIN accounts AS known ON known.id = leg.account_id
        LEFT JOIN moved ON moved.id = known.id
)
"""

PARAMETERS = 10
"""How many parameters a posting takes; a statement that does more counts on from here."""

INITIATED_BY, POSTED_FROM = "$8", "$10"
"""The parameters that say who initiated it, and since when it may be posted."""


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
    purpose: str | None = None,
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
        purpose,
        reference_id,
        initiated_by,
        description,
        clock.now(),
    )


def is_owed(error: BaseException) -> bool:
    """Whether a statement was refused because what it makes available is owed: `ledger.post` takes care of that."""
    match driver_error(error):
        case CheckViolationError(constraint_name="accounts_owed_first"):
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
