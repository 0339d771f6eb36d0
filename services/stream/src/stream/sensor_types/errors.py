"""What is refused about types of sensors, by name."""

from amigok_chassis.errors import DomainError, NotFound


class SensorTypeNotFound(NotFound):
    """There is no such type of sensor."""

    code = "sensor_type_not_found"


class UnknownSensorType(DomainError):
    """There is no such type for a sensor to have."""

    status, code = 422, "unknown_sensor_type"


class SensorTypeExists(DomainError):
    """There is a type of sensor with this name already."""

    status, code = 409, "sensor_type_exists"


class SensorTypeInUse(DomainError):
    """There are sensors of this type."""

    status, code = 409, "sensor_type_in_use"


class TooManySensorTypes(DomainError):
    """There are as many types of sensors as there may be; remove one that is not used."""

    status, code = 409, "too_many_sensor_types"
