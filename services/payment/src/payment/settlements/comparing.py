"""Comparing a day, and never by the clock alone.

Midnight falls between what a provider did and what we heard of it; a payout comes back days later. So nothing is
compared within a day. What moved *or* ended on that day is looked up by the provider's reference, and *all* its
movements ever told are summed up against what our row says now. What either side has touched within `SETTLED` is
still moving: it is not judged yet, and the day is compared again.
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
from payment.providers.shape import Name
from payment.settlements import books
from payment.settlements.models import Difference, Kind, MovementRow, Settlement

log = structlog.get_logger()

SETTLED = timedelta(hours=2)
"""Longer than the pause between two questions to a provider, and than webhooks usually take."""

CHUNK = 1_000
"""So many references are looked up at once, by index: what a day costs follows from the day and not from all before."""


async def compare(db: UnitOfWork, provider: Name, day: date) -> bool:
    """Compares a day whose movements were fetched, and those until now. Returns whether all agreed and stood still."""
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
        await _keep(db, settlement, totals.get(currency), unequal[currency])
    return not any(unequal.values())


def _new(provider: Name, day: date, currency: str) -> Settlement:
    return Settlement(id=new_id(), provider=provider, day=day, currency=currency, version=0)


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
    """The references of what moved there or ended here on the day."""
    ours, row = books.of(provider).subquery(), MovementRow
    moved = select(row.reference).where(row.provider == provider, row.subject.is_not(None), _during(row.at, day))
    ended = select(ours.c.reference).where(_during(ours.c.ended_at, day))
    return select(moved.union(ended).subquery().c.reference)


def _unequal(provider: Name, references: Sequence[str]) -> Executable:
    """Of these references, what does not agree: the row of ours and the sum of theirs, or one of them."""
    book, row = books.of(provider).subquery(), MovementRow
    mine = select(book).where(book.c.reference.in_(references)).subquery()
    sums = select(
        row.subject,
        row.reference,
        row.currency,
        func.sum(row.amount).label("amount"),
        func.max(row.at).label("last_at"),
    ).where(row.provider == provider, row.reference.in_(references), row.subject.is_not(None))
    theirs = sums.group_by(row.subject, row.reference, row.currency).subquery()
    same = and_(mine.c.subject == theirs.c.subject, mine.c.reference == theirs.c.reference)
    expected, found = func.coalesce(mine.c.amount, 0), func.coalesce(theirs.c.amount, 0)
    return (
        select(
            func.coalesce(mine.c.subject, theirs.c.subject).label("subject"),
            func.coalesce(mine.c.reference, theirs.c.reference).label("reference"),
            func.coalesce(theirs.c.currency, mine.c.currency).label("currency"),
            mine.c.our_id,
            mine.c.state,
            mine.c.ended_at,
            theirs.c.last_at,
            expected.label("expected"),
            found.label("found"),
        )
        .select_from(mine.join(theirs, same, full=True))
        .where(or_(expected != found, mine.c.currency != theirs.c.currency))
    )


def _moving(row: Row[Any], now: datetime) -> bool:
    return any(at is not None and at > now - SETTLED for at in (row.ended_at, row.last_at))


def _kind(row: Row[Any]) -> Kind:
    if row.our_id is None:
        return "missing_here"
    if row.last_at is None:
        return "missing_there"
    return "amount" if row.expected else "state"


async def _keep(db: UnitOfWork, settlement: Settlement, totals: Row[Any] | None, unequal: Sequence[Row[Any]]) -> None:
    """Writes the outcome in place of the one before, and says so if it is another one."""
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
    news |= {"version": settlement.version + 1} if news else {}
    for name, value in {**news, "reconciled_at": now}.items():
        setattr(settlement, name, value)
    db.add(settlement)
    await db.flush()
    await db.execute(delete(Difference).where(Difference.settlement_id == settlement.id))
    db.add_all(_difference(settlement, row) for row in judged)
    if judged:
        log.error("settlement.differs", settlement_id=str(settlement.id), differences=len(judged))
    if news:
        emit(db, _said(settlement))


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


def _said(settlement: Settlement) -> SettlementReconciled:
    return SettlementReconciled(
        settlement_id=settlement.id,
        provider=cast(Name, settlement.provider),
        day=settlement.day,
        gross=Money.of_minor(settlement.gross, settlement.currency),
        fees=Money.of_minor(settlement.fees, settlement.currency),
        differences=settlement.differences,
    )
