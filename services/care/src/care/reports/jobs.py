"""What time triggers for reports."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from care.reports import documents
from care.reports.models import Report


@poller(Report)
async def make_care_report(context: Context, request_id: UUID) -> None:
    """Makes the PDF of completed care."""
    await documents.make(context, request_id)
