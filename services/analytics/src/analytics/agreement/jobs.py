"""What is compared when."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from analytics.agreement import service
from analytics.agreement.models import BookStatement


@poller(BookStatement, seconds=30, at_once=1)
async def compare_books(context: Context, statement_id: UUID) -> None:
    """Compares a window of books with the facts."""
    await service.compare(context, statement_id)
