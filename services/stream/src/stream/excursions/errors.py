"""What is refused about excursions, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ExcursionNotFound(NotFound):
    """The equipment has no such excursion."""

    code = "excursion_not_found"


class ExcursionUnderWay(DomainError):
    """The excursion has not ended yet."""

    status, code = 409, "excursion_under_way"
