"""What is refused about farms, by name."""

from amigok_chassis.errors import DomainError, NotFound


class FarmNotFound(NotFound):
    """There is no such farm."""

    code = "farm_not_found"


class UnknownFarm(DomainError):
    """The farm that the request names does not exist."""

    status, code = 422, "unknown_farm"


class FarmExists(DomainError):
    """There is a farm with this name."""

    status, code = 409, "farm_exists"


class FarmFull(DomainError):
    """The farm has no room for another animal."""

    status, code = 409, "farm_full"


class CapacityBelowOccupancy(DomainError):
    """More animals live on this farm than the new capacity allows."""

    status, code = 409, "capacity_below_occupancy"
    sends = {"occupancy": int}
