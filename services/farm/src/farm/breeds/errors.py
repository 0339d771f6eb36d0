"""What is refused about breeds, by name."""

from amigok_chassis.errors import DomainError, NotFound


class BreedNotFound(NotFound):
    """There is no such breed."""

    code = "livestock_breed_not_found"


class UnknownBreed(DomainError):
    """The breed that the request names does not exist."""

    status, code = 422, "unknown_breed"


class BreedExists(DomainError):
    """The livestock type has a breed with this name."""

    status, code = 409, "livestock_breed_exists"
