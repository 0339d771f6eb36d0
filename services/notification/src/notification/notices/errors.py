"""What is refused about notices, by name."""

from amigok_chassis.errors import NotFound


class NoticeNotFound(NotFound):
    """There is no such notice of yours."""

    code = "notice_not_found"
