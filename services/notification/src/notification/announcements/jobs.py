"""What happens outside of requests."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from notification.announcements import service
from notification.announcements.models import Announcement


@poller(Announcement, at_once=1)
async def send_announcement(context: Context, announcement_id: UUID) -> None:
    """Tells some users more. The row is due again until everybody is told."""
    await service.tell_some(context, announcement_id)
