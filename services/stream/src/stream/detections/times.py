"""When something was detected, by a clock that may be wrong."""

from datetime import datetime, timedelta

from stream.detections.marks import Mark
from stream.settings import Settings


def corrected(
    device_at: datetime, *, received_at: datetime, skew: timedelta, settings: Settings
) -> tuple[datetime, Mark]:
    """The time of a detection by our clock, and what is doubtful about it. The device's clock is `skew` ahead.

    A time that cannot be right even so is taken for that of arrival. The result is never after it.
    """
    marks = Mark(0)
    at = device_at
    if abs(skew) > settings.detection_skew:
        at, marks = at - skew, Mark.CLOCK_SKEW
    if not received_at - settings.detection_backfill <= at <= received_at + settings.detection_skew:
        return received_at, Mark.CLOCK_SKEW
    if received_at - at > settings.detection_late:
        marks |= Mark.LATE
    return min(at, received_at), marks
