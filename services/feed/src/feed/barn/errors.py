"""What is refused about feedings, by name."""

from amigok_chassis.errors import DomainError


class ClientIdReused(DomainError):
    """You have used this client_id for another feeding."""

    status, code = 409, "client_id_reused"


class FedInFuture(DomainError):
    """The time of this feeding is in the future."""

    status, code = 422, "fed_in_future"


class FedTooLongAgo(DomainError):
    """This feeding was too long ago to be recorded."""

    status, code = 422, "fed_too_long_ago"


class AnimalGone(DomainError):
    """The animal was dead or taken out by then."""

    status, code = 409, "livestock_gone"


class MealNotDue(DomainError):
    """This meal was not due within 12 hours of this time."""

    status, code = 422, "meal_not_due"


class MealLogged(DomainError):
    """This meal is recorded already. A correction names the record that it replaces."""

    status, code = 409, "meal_logged"
