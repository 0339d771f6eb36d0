"""Judges exits, counts them, and notifies the owner of unusual ones.

Who asks holds the lock on the user's accounts: what leaves by all exits at once is counted one after the other.
"""

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select, text, update

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.errors import DomainError
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import ExitAllowed, ExitNoticed, ExitRefused
from wallet.accounts.models import AVAILABLE, Account, account_id
from wallet.accounts.service import lock, open_accounts
from wallet.exits.errors import REFUSALS, refusal
from wallet.exits.models import ExitRecord
from wallet.exits.queries import Exit, known
from wallet.exits.rules import PAYEE_UNAVAILABLE, Decision, decide, is_proved, limits, why_closed
from wallet.exits.totals import added, hour, taken_back
from wallet.ledger.clearing import require_kept
from wallet.settings import Settings

T = TypeVar("T")

_MEET = text("""
    INSERT INTO payees (user_id, recipient_id, since)
    SELECT initiated_by, owner_id, min(transfers.created_at)
    FROM transfers JOIN entries ON transfer_id = transfers.id JOIN accounts ON accounts.id = account_id
    WHERE transfers.id = ANY(:ids) AND transfers.kind IN ('transfer', 'capture', 'charge') AND owner_id <> initiated_by
    GROUP BY initiated_by, owner_id ORDER BY initiated_by, owner_id ON CONFLICT DO NOTHING
""")
_UNWATCH = text("""
    UPDATE accounts SET watched = false WHERE owner_id = ANY(:user_ids) AND watched
        AND NOT EXISTS (SELECT FROM user_standings WHERE user_id = owner_id AND status <> 'active')
        AND NOT EXISTS (SELECT FROM exit_stops WHERE user_id = owner_id AND (until IS NULL OR until > :now))
        AND NOT EXISTS (SELECT FROM disputes WHERE user_id = owner_id AND state = 'opened')
""")

TOLD_AGAIN = timedelta(hours=1)
"""After this long the owner is notified again of the same refusal."""


class Refused(Exception):
    """An exit that was refused: the cause of the failure that the client is told."""

    def __init__(self, exit: Exit, decision: Decision) -> None:
        super().__init__(decision.refusal)
        self.exit, self.decision = exit, decision


async def consider(db: UnitOfWork, exit: Exit) -> Decision:
    """Judges an exit under the lock on its user's accounts, and keeps what came of it; what may leave counts."""
    now = clock.now()
    decision = await _judge(db, exit, now)
    _keep(db, exit, decision, now, tell=decision.is_unusual and not await _was_told(db, exit, decision))
    return decision


async def require(db: UnitOfWork, exit: Exit) -> None:
    """Judges as `consider` does. Raises what the policy refuses with, caused by Refused."""
    now = clock.now()
    decision = await _judge(db, exit, now)
    if decision.refusal is not None:
        raise refusal(decision, exit.amount.currency) from Refused(exit, decision)
    _keep(db, exit, decision, now, tell=decision.is_unusual)


async def ask(db: UnitOfWork, exit: Exit) -> None:
    """Answers another service whether something may leave, once for what it is about.

    Raises Reject for a currency without accounts.
    """
    require_kept(exit.amount.currency)
    await open_accounts(db, user_id=exit.user_id, currency=exit.amount.currency)
    await lock(db, [exit.user_id])
    if await db.get(ExitRecord, (exit.purpose, exit.reference_id)) is not None:
        return
    decision = await consider(db, exit)
    if decision.refusal is None:
        emit(db, _allowed(exit))
    else:
        emit(db, _refused(exit, reason=decision.refusal, retry_after=decision.retry_after))


def _allowed(exit: Exit) -> ExitAllowed:
    return ExitAllowed(reference_id=exit.reference_id, user_id=exit.user_id, purpose=exit.purpose, amount=exit.amount)


def _refused(exit: Exit, *, reason: str, retry_after: int | None) -> ExitRefused:
    return ExitRefused(
        reference_id=exit.reference_id,
        user_id=exit.user_id,
        purpose=exit.purpose,
        amount=exit.amount,
        reason=reason,
        retry_after=retry_after,
    )


async def closed(db: UnitOfWork, user_id: UUID) -> str | None:
    """Why nothing at all may leave the user's wallet now, not even what has just come in for it; null where it may."""
    nothing = Exit(purpose="", reference_id=user_id, user_id=user_id, amount=Money.of_minor(0, "USD"), assurance=None)
    return why_closed((await known(db, nothing, clock.now())).facts)


async def closed_for(db: UnitOfWork, exit: Exit, *, even_inactive: bool = False) -> str | None:
    """Returns why money that a payment brought in may not be used, or null. It met the policy when it was paid in.

    With `even_inactive` a deactivated account does not keep it: it goes back to where it came from.
    """
    facts = (await known(db, exit, clock.now())).facts
    reason = why_closed(replace(facts, is_active=True) if even_inactive else facts)
    return reason or (PAYEE_UNAVAILABLE if facts.payee_closed else None)


async def allows_by_proof(db: UnitOfWork, exit: Exit) -> bool:
    """Whether it might leave now, and its user proved lately who they are. It is not counted: nothing leaves."""
    now = clock.now()
    facts, bounds = (await known(db, exit, now)).facts, limits(db.settings(Settings), exit.amount.currency)
    return is_proved(facts, bounds, now) and decide(facts, bounds, now).refusal is None


async def require_open(db: UnitOfWork, user_id: UUID) -> None:
    """Raises AccountInactive, ExitsStopped or DisputeOpen where `closed` says so."""
    if (reason := await closed(db, user_id)) is not None:
        raise REFUSALS[reason]


async def undo(db: UnitOfWork, *, purpose: str, reference_id: UUID, user_id: UUID) -> None:
    """What was allowed has not left after all and counts no longer, once. Locks the user's accounts."""
    await lock(db, [user_id])
    theirs = (
        ExitRecord.purpose == purpose,
        ExitRecord.reference_id == reference_id,
        ExitRecord.user_id == user_id,
    )
    undone = update(ExitRecord).where(*theirs, ExitRecord.state == "allowed").values(state="undone")
    returning = undone.returning(ExitRecord.currency, ExitRecord.amount, ExitRecord.at)
    if (row := (await db.execute(returning)).one_or_none()) is not None:
        account = account_id(user_id, AVAILABLE, row.currency)
        kept = (await db.execute(select(Account.exits, Account.exits_hour).where(Account.id == account))).one()
        counts = taken_back(kept.exits, kept.exits_hour, hour(row.at), row.amount)
        await _count(db, account, counts, as_of=kept.exits_hour)


async def meet(db: UnitOfWork, transfer_ids: Sequence[UUID]) -> None:
    """Records whom users have paid by these transfers. After a day they are known recipients."""
    await db.execute(_MEET, {"ids": transfer_ids})


async def unwatch(db: UnitOfWork, user_ids: Sequence[UUID]) -> None:
    """Lets small transfers of users whose exits are open pass in one statement again. Needs their locks."""
    await db.execute(_UNWATCH, {"user_ids": user_ids, "now": clock.now()})


async def telling(db: Database, attempt: Awaitable[T]) -> T:
    """Tells the owner when the attempt is refused for something unusual, though nothing else of it is kept."""
    try:
        return await attempt
    except DomainError as error:
        if isinstance(error.__cause__, Refused) and error.__cause__.decision.is_unusual:
            await _tell(db, error.__cause__.exit, error.__cause__.decision)
        raise


async def _tell(db: Database, exit: Exit, decision: Decision) -> None:
    async with db.unit_of_work() as session:
        await lock(session, [exit.user_id])
        if not await _was_told(session, exit, decision):
            _keep(session, exit, decision, clock.now(), tell=True)


async def _judge(db: UnitOfWork, exit: Exit, now: datetime) -> Decision:
    found = await known(db, exit, now)
    decision = decide(found.facts, limits(db.settings(Settings), exit.amount.currency), now)
    if decision.refusal is None:
        counts = added(found.counts, hour(now), hour(now), exit.amount.minor)
        await _count(db, exit.account_id, counts, as_of=hour(now))
    return decision


async def _count(db: UnitOfWork, account_id: UUID, counts: list[int], *, as_of: int) -> None:
    account = await db.get(Account, account_id)
    if account is not None:
        account.exits, account.exits_total, account.exits_hour = counts, sum(counts), as_of


def _keep(db: UnitOfWork, exit: Exit, decision: Decision, at: datetime, *, tell: bool) -> None:
    """`at` is when it was judged: it counts in that hour, and is taken back from there."""
    db.add(
        ExitRecord(
            purpose=exit.purpose,
            reference_id=exit.reference_id,
            user_id=exit.user_id,
            currency=exit.amount.currency,
            amount=exit.amount.minor,
            signs=list(decision.signs),
            at=at,
            state="refused" if decision.refusal else "allowed",
            reason=decision.refusal,
            is_unusual=tell,
        )
    )
    if tell:
        emit(
            db,
            ExitNoticed(
                reference_id=exit.reference_id,
                user_id=exit.user_id,
                purpose=exit.purpose,
                amount=exit.amount,
                signs=decision.signs,
                reason=decision.refusal,
            ),
        )


async def _was_told(db: UnitOfWork, exit: Exit, decision: Decision) -> bool:
    """Whether the owner was notified of the same refusal lately: nobody wants a hundred mails."""
    if decision.refusal is None:
        return False
    lately = select(ExitRecord.reference_id).where(
        ExitRecord.user_id == exit.user_id,
        ExitRecord.is_unusual,
        ExitRecord.reason == decision.refusal,
        ExitRecord.at > clock.now() - TOLD_AGAIN,
    )
    return await db.scalar(lately.limit(1)) is not None
