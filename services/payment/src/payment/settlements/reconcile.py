"""Compares a day at a provider with our rows.

Midnight may fall between an event at the provider and our record of it, and a payout may come back days later. So the
two sides are not compared within the day. Everything that moved *or* ended on that day is looked up by the provider's
reference, and the sum of *all* its movements is compared with our row's current state. Rows that either side changed
within `SETTLED` are still moving: they are not judged yet, and the day is compared again.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

import structlog
from sqlalchemy import ColumnElement, Executable, Row, Select, and_, delete, func, or_, select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.payment import SettlementReconciled
from payment.providers.protocol import Name
from payment.settlements import expected
from payment.settlements.models import Difference, Kind, MovementRow, Settlement

log = structlog.get_logger()

SETTLED = timedelta(hours=2)
"""Longer than the pause between two polls, and longer than webhooks usually take."""

CHUNK = 1_000
"""How many references are looked up at once, by index. The cost of a day does not depend on the days before it."""


async def compare(db: UnitOfWork, provider: Name, day: date) -> bool:
    """Compares a day. All movements until now must have been fetched. Returns whether everything agreed."""
    unequal: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    touched = (await db.scalars(_touched(provider, day))).all()
    for begin in range(0, len(touched), CHUNK):
        for row in await db.execute(_unequal(provider, touched[begin : begin + CHUNK])):
            unequal[row.currency].append(row)
    totals = {row.currency: row for row in await db.execute(_totals(provider, day))}
    those = select(Settlement).where(Settlement.provider == provider, Settlement.day == day).with_for_update()
    before = {settlement.currency: settlement for settlement in await db.scalars(those)}
    for currency in sorted({*totals, *unequal, *before}):
        settlement = before.get(currency) or _new(provider, day, currency)
        await _store(db, settlement, totals.get(currency), unequal[currency])
    return not any(unequal.values())


def _new(provider: Name, day: date, currency: str) -> Settlement:
    return Settlement(id=new_id(), provider=provider, day=day, currency=currency)


def _during(column: Any, day: date) -> ColumnElement[bool]:
    begin = datetime.combine(day, time(), UTC)
    return and_(column >= begin, column < begin + timedelta(days=1))


def _totals(provider: Name, day: date) -> Executable:
    row = MovementRow
    sums = select(
        row.currency, func.sum(row.amount).label("gross"), func.sum(row.fee).label("fees"), func.count().label("count")
    )
    return sums.where(row.provider == provider, _during(row.at, day)).group_by(row.currency)


def _touched(provider: Name, day: date) -> Select[str]:
    """Selects the references of what moved there or ended here on the day."""
    ours, row = expected.at(provider).subquery(), MovementRow
    moved = select(row.reference).where(row.provider == provider, row.subject.is_not(None), _during(row.at, day))
    ended = select(ours.c.reference).where(_during(ours.c.ended_at, day))
    return select(moved.union(ended).subquery().c.reference)


def _unequal(provider: Name, references: Sequence[str]) -> Executable:
    """Selects what does not agree of these references: our row and the sum of their movements, or one of the two."""
    ours, row = expected.at(provider).subquery(), MovementRow
    mine = select(ours).where(ours.c.reference.in_(references)).subquery()
    sums = select(
        row.subject,
        row.reference,
        row.currency,
        func.sum(row.amount).label("amount"),
        func.max(row.at).label("last_at"),
    ).where(row.provider == provider, row.reference.in_(references), row.subject.is_not(None))
    theirs = sums.group_by(row.subject, row.reference, row.currency).subquery()
    same = and_(mine.c.subject == theirs.c.subject, mine.c.reference == theirs.c.reference)
    wanted, found = func.coalesce(mine.c.amount, 0), func.coalesce(theirs.c.amount, 0)
    return (
        select(
            func.coalesce(mine.c.subject, theirs.c.subject).label("subject"),
            func.coalesce(mine.c.reference, theirs.c.reference).label("reference"),
            func.coalesce(theirs.c.currency, mine.c.currency).label("currency"),
            mine.c.our_id,
            mine.c.state,
            mine.c.ended_at,
            theirs.c.last_at,
            wanted.label("expected"),
            found.label("found"),
        )
        .select_from(mine.join(theirs, same, full=True))
        .where(or_(wanted != found, mine.c.currency != theirs.c.currency))
    )


def _moving(row: Row[Any], now: datetime) -> bool:
    return any(at is not None and at > now - SETTLED for at in (row.ended_at, row.last_at))


def _kind(row: Row[Any]) -> Kind:
    if row.our_id is None:
        return "missing_here"
    if row.last_at is None:
        return "missing_there"
    return "amount" if row.expected else "state"


async def _store(db: UnitOfWork, settlement: Settlement, totals: Row[Any] | None, unequal: Sequence[Row[Any]]) -> None:
    """Replaces the previous outcome, and publishes the new one if it differs."""
    now = clock.now()
    judged = [row for row in unequal if not _moving(row, now)]
    gross, fees, count = (int(totals.gross), int(totals.fees), totals.count) if totals else (0, 0, 0)
    outcome = {
        "gross": gross,
        "fees": fees,
        "net": gross - fees,
        "movements": count,
        "differences": len(judged),
        "moving": len(unequal) - len(judged),
    }
    news = {name: value for name, value in outcome.items() if getattr(settlement, name) != value}
    for name, value in {**news, "reconciled_at": now}.items():
        setattr(settlement, name, value)
    db.add(settlement)
    await db.flush()
    await db.execute(delete(Difference).where(Difference.settlement_id == settlement.id))
    db.add_all(_difference(settlement, row) for row in judged)
    if judged:
        log.error("settlement.differs", settlement_id=str(settlement.id), differences=len(judged))
    if news:
        emit(db, _event(settlement))


def _difference(settlement: Settlement, row: Row[Any]) -> Difference:
    return Difference(
        id=new_id(),
        settlement_id=settlement.id,
        kind=_kind(row),
        subject=row.subject,
        reference=row.reference,
        our_id=row.our_id,
        our_state=row.state,
        expected=row.expected,
        found=row.found,
    )


def _event(settlement: Settlement) -> SettlementReconciled:
    return SettlementReconciled(
        settlement_id=settlement.id,
        provider=cast(Name, settlement.provider),
        day=settlement.day,
        gross=Money.of_minor(settlement.gross, settlement.currency),
        fees=Money.of_minor(settlement.fees, settlement.currency),
        differences=settlement.differences,
    )
