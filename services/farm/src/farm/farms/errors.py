"""What the farm refuses about farms, by name."""

from amigok_chassis.errors import DomainError


class CapacityBelowOccupancy(DomainError):
    """More animals live on this farm than it would have room for."""

    status, code = 409, "capacity_below_occupancy"
