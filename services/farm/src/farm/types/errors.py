"""What is refused about livestock types, by name."""

from amigok_chassis.errors import DomainError, NotFound


class LivestockTypeNotFound(NotFound):
    """There is no such livestock type."""

    code = "livestock_type_not_found"


class UnknownLivestockType(DomainError):
    """The livestock type that the request names does not exist."""

    status, code = 422, "unknown_livestock_type"


class LivestockTypeExists(DomainError):
    """There is a livestock type with this name."""

    status, code = 409, "livestock_type_exists"


class Retired(DomainError):
    """The breed or livestock type is retired."""

    status, code = 409, "retired"
