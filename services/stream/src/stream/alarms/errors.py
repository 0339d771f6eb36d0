"""What is refused about alarms, by name."""

from amigok_chassis.errors import NotFound


class AlarmNotFound(NotFound):
    """The farm has no such alarm."""

    code = "alarm_not_found"
