"""What is refused about announcements, by name."""

from amigok_chassis.errors import NotFound


class AnnouncementNotFound(NotFound):
    """There is no such announcement."""

    code = "announcement_not_found"
