"""Works on due rows: every worker reserves some, calls a step for each, and marks what came of it.

A crash between reserving and marking loses nothing: the lease ends and the row is due again. Steps are therefore
repeated now and then, and must have no further effect when they are.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, Table, func, select, update

from amigok_chassis import clock, metrics, tracing
from amigok_chassis.context import Context
from amigok_chassis.due import rows
from amigok_chassis.due.backoff import Backoff
from amigok_chassis.due.rows import Due, Lease
from amigok_chassis.errors import DomainError
from amigok_chassis.unit_of_work import UnitOfWork

log = structlog.get_logger()

Step = Callable[[Context, UUID], Awaitable[None]]

SHORTEST_PAUSE = 0.5
"""Seconds between two looks at a table whose due rows are locked by others."""


class NotYet(Exception):
    """The step found nothing wrong, but is not finished: it is due again after the pause."""


@dataclass(frozen=True)
class GiveUp:
    """When a row is given up, and what becomes of it: `run` marks it, in a transaction that also ends its turns.

    It happens after so many `attempts`, or when the column `since` lies `age` in the past, whichever comes first.
    """

    run: Callable[[UnitOfWork, UUID], Awaitable[None]]
    attempts: int | None = None
    age: timedelta | None = None
    since: str = "created_at"

    def is_over(self, *, attempts: int, since: datetime | None, now: datetime) -> bool:
        """Whether a row that was tried so often, and exists since then, is given up now."""
        too_often = self.attempts is not None and attempts >= self.attempts
        too_old = self.age is not None and since is not None and now - since >= self.age
        return too_often or too_old


@dataclass(frozen=True)
class Poller:
    """A step for each due row of a table; `Noun.pollers` names them. See `poller`."""

    name: str
    model: type[Due]
    step: Step
    seconds: float
    at_once: int
    lease: timedelta | None
    backoff: Backoff
    give_up: GiveUp | None
    stuck_after: int
    stuck_if: ColumnElement[bool] | None

    @cached_property
    def table(self) -> Table:
        return rows.table_of(self.model)

    async def run(self, context: Context) -> float:
        """Works on rows until none is due. Returns after how many seconds the next one is, at most `seconds`."""
        leases = await self._reserve(context, self.at_once)
        ended = await asyncio.gather(*(self._work(context, lease) for lease in leases), return_exceptions=True)
        for failure in ended:
            if failure is not None:
                raise failure
        return await self._pause(context)

    async def stuck(self, db: UnitOfWork) -> int:
        """How many rows were tried `stuck_after` times or more and are still due."""
        query = select(func.count()).select_from(self.table)
        query = query.where(self.table.c.due_at.is_not(None), self.table.c.attempts >= self.stuck_after)
        return await db.scalar(query if self.stuck_if is None else query.where(self.stuck_if)) or 0

    def _lease(self, context: Context) -> timedelta:
        return self.lease or timedelta(seconds=context.config.lease_seconds)

    async def _reserve(self, context: Context, most: int) -> list[Lease]:
        since = self.give_up.since if self.give_up and self.give_up.age else None
        return await rows.reserve(context.db, self.table, most=most, lease=self._lease(context), since=since)

    async def _work(self, context: Context, lease: Lease) -> None:
        """Works on one row after the other."""
        leases = [lease]
        while leases:
            with tracing.work(f"step {self.name}"):
                await self._attempt(context, leases[0])
            leases = await self._reserve(context, 1)

    async def _attempt(self, context: Context, lease: Lease) -> None:
        try:
            await self._take(context, lease)
        except Exception as error:
            self._report(lease, error)
            await rows.mark(context.db, self.table, lease, due_at=self._next(lease))

    async def _take(self, context: Context, lease: Lease) -> None:
        if self.give_up is not None and self._is_over(lease, lease.attempts - 1):
            return await self._abandon(context, self.give_up, lease)
        async with asyncio.timeout(self._lease(context).total_seconds()):
            await self.step(context, lease.id)
        return await rows.mark(context.db, self.table, lease, due_at=None)

    async def _abandon(self, context: Context, give_up: GiveUp, lease: Lease) -> None:
        (key,) = self.table.primary_key
        mine = key == lease.id, self.table.c.due_at == lease.until
        async with context.db.unit_of_work() as db:
            if await db.scalar(select(key).where(*mine).with_for_update()) is None:
                return
            await give_up.run(db, lease.id)
            await db.flush()
            await db.execute(update(self.table).where(*mine).values(due_at=None))
        log.warning("due.given_up", poller=self.name, id=lease.id, attempts=lease.attempts - 1)

    def _is_over(self, lease: Lease, attempts: int) -> bool:
        give_up = self.give_up
        return give_up is not None and give_up.is_over(attempts=attempts, since=lease.since, now=clock.now())

    def _next(self, lease: Lease) -> datetime:
        """The last attempt is followed at once by giving up, unless it was that which failed."""
        is_last = self._is_over(lease, lease.attempts) and not self._is_over(lease, lease.attempts - 1)
        return clock.now() + (timedelta() if is_last else self.backoff.after(lease.attempts, lease.id))

    def _report(self, lease: Lease, error: Exception) -> None:
        told: dict[str, Any] = {"poller": self.name, "id": lease.id, "attempts": lease.attempts}
        if isinstance(error, NotYet):
            log.info("due.not_yet", reason=str(error), **told)
        elif isinstance(error, DomainError):
            log.warning("due.postponed", error=error.code, **told)
        else:
            metrics.JOB_FAILURES.labels(self.name).inc()
            log.error("due.failed", error=repr(error), **told)
            tracing.mark_failed(error)

    async def _pause(self, context: Context) -> float:
        due_at = await rows.next_due(context.db, self.table)
        if due_at is None:
            return self.seconds
        return min(max((due_at - clock.now()).total_seconds(), SHORTEST_PAUSE), self.seconds)


def poller(
    model: type[Due],
    *,
    seconds: float = 5,
    at_once: int = 8,
    lease: timedelta | None = None,
    backoff: Backoff = Backoff(),
    give_up: GiveUp | None = None,
    stuck_after: int = 8,
    stuck_if: ColumnElement[bool] | None = None,
) -> Callable[[Step], Poller]:
    """Declares what is done with each due row of a table: `@poller(Mail)`, `async def send(context, mail_id)`.

    Where the step returns, the row is done, unless it has set `due_at` itself: then that counts. Where it raises, or
    takes longer than its `lease` (else `lease_seconds` of the settings), the row is due again after the pause of
    `backoff`; raise `NotYet` if nothing is wrong. Each worker works on `at_once` rows, and looks for rows when some
    were made due here, when the next is due, and every `seconds`. The gauge of the stuck counts rows that were tried
    `stuck_after` times and meet `stuck_if`. Raises TypeError when the table has no column `since` where rows are given
    up by age.
    """
    if give_up is not None and give_up.age is not None and give_up.since not in rows.table_of(model).c:
        raise TypeError(f"{model.__name__} has no {give_up.since}")
    return lambda step: Poller(
        step.__name__, model, step, seconds, at_once, lease, backoff, give_up, stuck_after, stuck_if
    )
