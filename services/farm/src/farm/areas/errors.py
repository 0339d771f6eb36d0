"""What is refused about areas, by name."""

from amigok_chassis.errors import DomainError, NotFound


class AreaNotFound(NotFound):
    """The farm has no such area."""

    code = "area_not_found"


class UnknownArea(DomainError):
    """The farm does not have the area that the request names."""

    status, code = 422, "unknown_area"


class AreaExists(DomainError):
    """The farm has an area with this name."""

    status, code = 409, "area_exists"


class PlacedInFuture(DomainError):
    """The time at which the animals were placed is in the future."""

    status, code = 422, "placed_in_future"
