"""What is refused about farms and types of livestock, by name."""

from amigok_chassis.errors import DomainError


class UnknownLivestockType(DomainError):
    """A livestock type that the request names does not exist."""

    status, code = 422, "unknown_livestock_type"
