"""What users and administrators do with money."""

from uuid import UUID

from asyncpg.exceptions import IntegrityConstraintViolationError
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import audit, clock, outbox
from amigok_chassis.idempotency import INSERT as INSERT_KEY
from amigok_chassis.idempotency import Once
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_contracts import CURRENCIES, Money
from amigok_contracts.wallet import AccountCredited, AccountOpened, TransferCompleted
from wallet.errors import AmountNotPositive, SameWallet, WalletMissing
from wallet.ledger import PARAMETERS, POSTING, Leg, is_claimed, lock, parameters, post, refusal
from wallet.models import USER_KINDS, Account, Transfer, account_id
from wallet.schemas import CreditOut, TransferOut

_EVENTS = PARAMETERS + 1
_KEY = _EVENTS + 10
_TRANSFER = f"""
WITH {POSTING}, said AS ({outbox.insertion(_EVENTS)})
{INSERT_KEY}
SELECT ${_KEY}, ${_KEY + 1}, ${_KEY + 2}, 201,
    (${_KEY + 3}::jsonb || jsonb_build_object('available', jsonb_build_object(
        'amount', round(balance / power(10::numeric, ${_KEY + 4}::int), ${_KEY + 4}::int)::text, 'currency', $5
    ), 'posted_at', to_char(posted.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text, $9
FROM moved, posted WHERE id = ${_KEY + 5}
RETURNING response
"""


async def open_accounts(db: AsyncSession, *, user_id: UUID, currency: str) -> None:
    """Makes the user able to hold money in a currency; says so the first time."""
    now = clock.now()
    opened = await db.execute(
        insert(Account)
        .values(
            [
                {
                    "id": account_id(user_id, kind, currency), "owner_id": user_id, "kind": kind,
                    "currency": currency, "balance": 0, "created_at": now,
                }
                for kind in USER_KINDS
            ]
        )
        .on_conflict_do_nothing()
        .returning(Account.id)
    )  # fmt: skip
    if opened.first() is not None:
        emit(db, AccountOpened(user_id=user_id, currency=currency))


async def check_wallet(db: AsyncSession, user_id: UUID) -> None:
    """Raises WalletMissing if the user can hold money in no currency."""
    if await db.scalar(select(Account.id).where(Account.owner_id == user_id).limit(1)) is None:
        raise WalletMissing


async def credit(db: AsyncSession, *, user_id: UUID, amount: Money, reason: str, credited_by: UUID) -> CreditOut:
    """Puts money from outside into a user's wallet; the ledger keeps who did it and why.

    Opens accounts in a currency that is new to the user. Raises WalletMissing, AmountNotPositive, BalanceTooLarge.
    """
    check_positive(amount)
    await check_wallet(db, user_id)
    await open_accounts(db, user_id=user_id, currency=amount.currency)
    await lock(db, [user_id])
    legs = [Leg(user_id, "available", amount.minor), Leg(None, "external", -amount.minor)]
    transfer_id = await post(
        db, legs, kind="credit", currency=amount.currency, initiated_by=credited_by, description=reason
    )
    emit(
        db,
        AccountCredited(user_id=user_id, transfer_id=transfer_id, amount=amount, credited_by=credited_by),
    )
    await _tell(db, user_id, amount, transfer_id=transfer_id)
    return CreditOut(transfer_id=transfer_id, user_id=user_id, amount=amount)


async def _tell(db: AsyncSession, user_id: UUID, amount: Money, *, transfer_id: UUID) -> None:
    """Puts a credit into the audit log: what was available before and after. Why, the ledger keeps."""
    account = account_id(user_id, "available", amount.currency)
    balance = (await db.scalars(select(Account.balance).where(Account.id == account))).one() or 0
    before, after = (str(Money.of_minor(minor, amount.currency)) for minor in (balance - amount.minor, balance))
    audit.record(
        db, "account.credited", subject_id=user_id,
        before={"available": before}, after={"available": after, "transfer_id": transfer_id},
    )  # fmt: skip


async def transfer(once: Once, *, sender_id: UUID, recipient_id: UUID, amount: Money, note: str) -> str:
    """Sends money to another user. Posting, event and idempotency key are one statement: one round trip.

    Returns the answer, a `TransferOut` in JSON. Raises AmountNotPositive, SameWallet, InsufficientFunds,
    BalanceTooLarge, WalletMissing.
    """
    check_positive(amount)
    if sender_id == recipient_id:
        raise SameWallet
    legs = [Leg(sender_id, "available", -amount.minor), Leg(recipient_id, "available", amount.minor)]
    transfer_id = new_id()
    posting = parameters(
        legs, transfer_id=transfer_id, kind="transfer", currency=amount.currency,
        initiated_by=sender_id, description=note,
    )  # fmt: skip
    event = TransferCompleted(transfer_id=transfer_id, sender_id=sender_id, recipient_id=recipient_id, amount=amount)
    answer = TransferOut(
        id=transfer_id, recipient_id=recipient_id, amount=amount, note=note,
        posted_at=posting[-1], available=amount,
    )  # fmt: skip
    try:
        rows = await once.db.fetch(
            _TRANSFER,
            *posting,
            *outbox.columns([outbox.row(event)]),
            once.user_id,
            once.key,
            once.fingerprint,
            answer.model_dump_json(exclude={"available", "posted_at"}),
            CURRENCIES[amount.currency],
            account_id(sender_id, "available", amount.currency),
        )
    except IntegrityConstraintViolationError as error:
        if is_claimed(error):
            return await _transfer_to_debtor(once, event, note=note)
        raise refusal(error) from error
    once.db.committed()
    response: str = rows[0]["response"]
    return response


async def _transfer_to_debtor(once: Once, event: TransferCompleted, *, note: str) -> str:
    """The same to somebody who owes something, in a transaction that takes what they owe of it (`ledger.post`)."""
    amount, sender_id, recipient_id = event.amount, event.sender_id, event.recipient_id

    async def send(db: AsyncSession) -> TransferOut:
        await lock(db, [sender_id, recipient_id])
        legs = [Leg(sender_id, "available", -amount.minor), Leg(recipient_id, "available", amount.minor)]
        transfer_id = await post(
            db, legs, kind="transfer", currency=amount.currency, initiated_by=sender_id, description=note
        )
        emit(db, event.model_copy(update={"transfer_id": transfer_id}))
        left = (await lock(db, [sender_id]))[account_id(sender_id, "available", amount.currency)]
        return TransferOut(
            id=transfer_id, recipient_id=recipient_id, amount=amount, note=note,
            posted_at=(await db.get_one(Transfer, transfer_id)).created_at,
            available=Money.of_minor(left, amount.currency),
        )  # fmt: skip

    return bytes((await once.commit(send)).body).decode()


def check_positive(amount: Money) -> None:
    """Raises AmountNotPositive."""
    if amount.minor <= 0:
        raise AmountNotPositive
