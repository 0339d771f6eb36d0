"""What is refused about devices, by name."""

from amigok_chassis.errors import DomainError, NotFound


class DeviceNotFound(NotFound):
    """There is no such device of yours."""

    code = "device_not_found"


class UnknownPushService(DomainError):
    """The subscription is not of a push service that messages are sent by."""

    status, code = 422, "unknown_push_service"
