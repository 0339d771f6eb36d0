"""What is refused about equipment, by name."""

from amigok_chassis.errors import DomainError, NotFound


class FarmNotFound(NotFound):
    """There is no such farm."""

    code = "farm_not_found"


class EquipmentNotFound(NotFound):
    """The farm has no such equipment."""

    code = "equipment_not_found"


class EquipmentExists(DomainError):
    """The farm has equipment with this name already."""

    status, code = 409, "equipment_exists"


class EquipmentRetired(DomainError):
    """This equipment is retired."""

    status, code = 409, "equipment_retired"


class UnknownSensor(DomainError):
    """The farm has no such sensor."""

    status, code = 422, "unknown_sensor"


class SensorAttached(DomainError):
    """This sensor is attached to equipment already."""

    status, code = 409, "sensor_attached"


class OtherSensorType(DomainError):
    """A sensor in this role measures something else."""

    status, code = 422, "other_sensor_type"


class SensorNotAttached(NotFound):
    """This sensor is not attached to the equipment."""

    code = "sensor_not_attached"
