"""The clock of the device, which may be wrong."""

from datetime import UTC, datetime, timedelta

SLACK = timedelta(seconds=2)
"""What a request takes is no error of the clock."""


class DeviceClock:
    """Real time as the service tells it, since the clock of a local fleet can be moved; and how wrong the device is."""

    def __init__(self) -> None:
        self._service_ahead = timedelta()
        self.drift = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._service_ahead + self.drift

    def heard(self, server_time: datetime) -> None:
        """Follows the service, as a device in the field follows a time server."""
        ahead = server_time - datetime.now(UTC)
        if abs(ahead - self._service_ahead) > SLACK:
            self._service_ahead = ahead


def text(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
