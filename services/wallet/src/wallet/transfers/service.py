"""Users send money to each other.

Small ones are a single statement, in which the policy for exits is a condition under the lock; whatever that does not
let through is considered step by step: first who asks, then whom they mean.
"""

from typing import Any, NamedTuple
from uuid import UUID

from asyncpg.exceptions import IntegrityConstraintViolationError
from sqlalchemy import select

from amigok_chassis import outbox, standing
from amigok_chassis.auth import Principal, assurance
from amigok_chassis.db import Database
from amigok_chassis.idempotency import INSERT as INSERT_KEY
from amigok_chassis.idempotency import Once
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money, digits
from amigok_contracts.assurance import Assurance
from amigok_contracts.wallet import TransferCompleted
from wallet.accounts.errors import BalanceTooLarge, InsufficientFunds, WalletMissing
from wallet.accounts.models import AVAILABLE, account_id
from wallet.accounts.service import check_positive, lock
from wallet.exits import service as exits
from wallet.exits.queries import Exit
from wallet.exits.rules import limits
from wallet.exits.totals import hour
from wallet.ledger.models import Transfer
from wallet.ledger.posting import INITIATED_BY, PARAMETERS, POSTED_FROM, Leg, is_owed, parameters, posting, refusal
from wallet.ledger.service import post
from wallet.recipients import service as recipients
from wallet.recipients.errors import RecipientNotFound
from wallet.settings import Settings
from wallet.transfers.errors import SameWallet
from wallet.transfers.schemas import TransferOut

PURPOSE = "wallet.transfer"

_EVENTS = PARAMETERS + 1
_KEY = _EVENTS + 10
_TYPES = ("uuid", "bigint", "integer", "bigint")
_SENDER, _AMOUNT, _HOUR, _DAILY = (f"${number}::{type}" for number, type in enumerate(_TYPES, _KEY + 4))
_RECIPIENT, _OLD = f"${_KEY + 8}::uuid", f"${_KEY + 9}::timestamptz"

_LETS_GO = f"""
HAVING count(*) = 2 AND NOT bool_or(watched) AND bool_and(id <> {_SENDER} OR (
    balance >= {_AMOUNT} AND {_AMOUNT} + CASE WHEN exits_hour >= {_HOUR} THEN exits_total
        ELSE exits_left(exits, {_HOUR} - exits_hour) END <= {_DAILY}
))"""
"""The policy for small amounts: both have an account, neither is watched, and the day's sum is small."""

_KNOWN = f""" AND EXISTS (
    SELECT FROM payees WHERE user_id = {INITIATED_BY} AND recipient_id = {_RECIPIENT} AND since <= {_OLD}
)"""
_COUNT = f""",
    exits = CASE WHEN accounts.id <> {_SENDER} THEN accounts.exits
        ELSE exits_added(accounts.exits, {_HOUR} - accounts.exits_hour, {_AMOUNT}) END,
    exits_total = CASE WHEN accounts.id <> {_SENDER} THEN accounts.exits_total
        WHEN accounts.exits_hour >= {_HOUR} THEN accounts.exits_total + {_AMOUNT}
        ELSE exits_left(accounts.exits, {_HOUR} - accounts.exits_hour) + {_AMOUNT} END,
    exits_hour = CASE WHEN accounts.id <> {_SENDER} THEN accounts.exits_hour
        ELSE greatest(accounts.exits_hour, {_HOUR}) END"""


def _statement(condition: str) -> str:
    columns = ", balance, watched, exits, exits_hour, exits_total"
    return f"""
WITH {posting(columns=columns, condition=condition, count=_COUNT)}, said AS (
    {outbox.insertion(_EVENTS)} WHERE EXISTS (SELECT FROM posted)
)
{INSERT_KEY}
SELECT {INITIATED_BY}, ${_KEY}, ${_KEY + 1}, 201,
    (${_KEY + 2}::jsonb || jsonb_build_object('available', jsonb_build_object(
        'amount', round(balance / power(10::numeric, ${_KEY + 3}::int), ${_KEY + 3}::int)::text, 'currency', $5
    ), 'posted_at', to_char(posted.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text, {POSTED_FROM}
FROM moved, posted WHERE id = {_SENDER}
RETURNING response
"""


_TO_ANYBODY, _TO_SOMEBODY_KNOWN = _statement(_LETS_GO), _statement(_LETS_GO + _KNOWN)


_LATER = {"available", "posted_at"}
"""What of the answer the statement itself fills in."""


class Wish(NamedTuple):
    """What somebody wants to send: `id` is the transfer's to be."""

    id: UUID
    sender_id: UUID
    amount: Money
    note: str


async def transfer(
    once: Once,
    *,
    kind: recipients.Kind,
    handle: UUID | str,
    amount: Money,
    note: str,
    sender: Principal,
    settings: Settings,
) -> str:
    """Sends money to another user. Returns the answer, a `TransferOut` in JSON.

    Raises AmountNotPositive, SameWallet, WalletMissing, InsufficientFunds, what the policy for exits refuses with,
    TooManyAttempts and RecipientNotFound, in this order: a refusal reveals something about the sender before it reveals
    anything about others.
    """
    check_positive(amount)
    wish = Wish(new_id(), sender.id, amount, note)
    found = handle if isinstance(handle, UUID) else await _find(once.db, wish, kind, handle)
    if found is not None and (answer := await _small(once, wish, found, settings)) is not None:
        return answer
    await _check_funds(once.db, wish)
    if isinstance(handle, UUID):
        found = await _find(once.db, wish, kind, handle)
    return await once.stored(lambda db: _considered(db, wish, found, assurance(sender)))


async def _find(db: Database, wish: Wish, kind: recipients.Kind, handle: UUID | str) -> UUID | None:
    return await recipients.resolve(db, by=wish.sender_id, kind=kind, handle=handle, currency=wish.amount.currency)


async def _check_funds(db: Database, wish: Wish) -> None:
    """Raises WalletMissing, InsufficientFunds."""
    sender = account_id(wish.sender_id, AVAILABLE, wish.amount.currency)
    rows = await db.fetch("SELECT balance FROM accounts WHERE id = $1", sender)
    if not rows:
        raise WalletMissing
    if rows[0]["balance"] < wish.amount.minor:
        raise InsufficientFunds


async def _small(once: Once, wish: Wish, recipient_id: UUID, settings: Settings) -> str | None:
    """Sends what is small, in one round trip. None, and nothing is done, where it takes a closer look.

    Raises SameWallet.
    """
    if wish.sender_id == recipient_id:
        raise SameWallet
    own = limits(settings, wish.amount.currency)
    if wish.amount.minor > own.small:
        return None
    posted = parameters(_legs(wish, recipient_id), **_why(wish))
    now, needs_known = posted[-1], wish.amount.minor > own.new_recipient
    sender = account_id(wish.sender_id, AVAILABLE, wish.amount.currency)
    try:
        rows = await once.db.fetch(
            _TO_SOMEBODY_KNOWN if needs_known else _TO_ANYBODY,
            *posted,
            *outbox.columns([outbox.row(_completed(wish, recipient_id))]),
            once.key,
            once.fingerprint,
            _out(wish, recipient_id, posted_at=now, available=wish.amount).model_dump_json(exclude=_LATER),
            digits(wish.amount.currency),
            *(sender, wish.amount.minor, hour(now), own.small_daily),
            *((recipient_id, now - own.recipient) if needs_known else ()),
        )
    except IntegrityConstraintViolationError as error:
        if is_owed(error):
            return None
        raise _neutral(refusal(error)) from error
    if not rows:
        return None
    once.db.committed()
    response: str = rows[0]["response"]
    return response


async def _considered(db: UnitOfWork, wish: Wish, recipient_id: UUID | None, sure: Assurance) -> TransferOut:
    """Sends what the policy has to look at. `recipient_id` is null where nobody was found."""
    if wish.sender_id == recipient_id:
        raise SameWallet
    balances = await lock(db, [wish.sender_id, *([recipient_id] if recipient_id else [])])
    available = balances[account_id(wish.sender_id, AVAILABLE, wish.amount.currency)]
    if available < wish.amount.minor:
        raise InsufficientFunds
    exit = Exit(
        purpose=PURPOSE,
        reference_id=wish.id,
        user_id=wish.sender_id,
        amount=wish.amount,
        assurance=sure,
        recipient_ids=(recipient_id,) if recipient_id else (),
    )
    await exits.require(db, exit)
    if recipient_id is None or not (await standing.of(db, recipient_id)).is_active:
        raise RecipientNotFound
    try:
        await post(db, _legs(wish, recipient_id), **_why(wish))
    except (BalanceTooLarge, WalletMissing) as error:
        raise _neutral(error) from error
    await exits.unwatch(db, [wish.sender_id, recipient_id])
    emit(db, _completed(wish, recipient_id))
    posted_at = await db.scalar(select(Transfer.created_at).where(Transfer.id == wish.id))
    left = Money.of_minor(available - wish.amount.minor, wish.amount.currency)
    return _out(wish, recipient_id, posted_at=posted_at, available=left)


def _neutral(error: BaseException) -> BaseException:
    """One answer whatever the other has: somebody whose wallet is full, or of another currency, is not found."""
    return RecipientNotFound() if isinstance(error, BalanceTooLarge | WalletMissing) else error


def _legs(wish: Wish, recipient_id: UUID) -> list[Leg]:
    amount = wish.amount.minor
    return [Leg(wish.sender_id, AVAILABLE, -amount), Leg(recipient_id, AVAILABLE, amount)]


def _why(wish: Wish) -> dict[str, Any]:
    return {
        "transfer_id": wish.id,
        "kind": "transfer",
        "currency": wish.amount.currency,
        "initiated_by": wish.sender_id,
        "description": wish.note,
    }


def _completed(wish: Wish, recipient_id: UUID) -> TransferCompleted:
    return TransferCompleted(
        transfer_id=wish.id, sender_id=wish.sender_id, recipient_id=recipient_id, amount=wish.amount
    )


def _out(wish: Wish, recipient_id: UUID, **more: Any) -> TransferOut:
    return TransferOut(id=wish.id, recipient_id=recipient_id, amount=wish.amount, note=wish.note, **more)
