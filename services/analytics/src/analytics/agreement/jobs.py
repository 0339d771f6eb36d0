"""What is compared when."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.due import poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.agreement import service
from analytics.agreement.models import BookStatement

REMEMBERED = timedelta(days=90)
"""Longer than windows are stated again."""


@every(3600)
async def forget_statements(db: UnitOfWork) -> None:
    """Forgets windows that have agreed for long; one that differs is compared each hour."""
    await housekeeping.forget(db, BookStatement.compared_at, older_than=REMEMBERED)


@poller(BookStatement, seconds=30, at_once=1)
async def compare_books(context: Context, statement_id: UUID) -> None:
    """Compares a window of books with the facts."""
    await service.compare(context, statement_id)
