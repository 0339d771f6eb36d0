"""What is refused about sensors, by name."""

from amigok_chassis.errors import DomainError, NotFound


class SensorNotFound(NotFound):
    """There is no such sensor, or it is not yours to see."""

    code = "sensor_not_found"


class SensorExists(DomainError):
    """The device has a sensor with this name already."""

    status, code = 409, "sensor_exists"


class UnknownDevice(DomainError):
    """There is no such device for a sensor to be of."""

    status, code = 422, "unknown_device"
