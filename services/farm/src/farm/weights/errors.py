"""What is refused about weights, by name."""

from amigok_chassis.errors import DomainError


class WeighedInFuture(DomainError):
    """The time of this weight is in the future."""

    status, code = 422, "weighed_in_future"


class WeighedBeforeBirth(DomainError):
    """The animal was not born at this time."""

    status, code = 422, "weighed_before_birth"


class UnknownWeighing(DomainError):
    """The animal has no such entry to correct."""

    status, code = 422, "unknown_weighing"


class WeighingSuperseded(DomainError):
    """This entry was corrected already: correct the correction."""

    status, code = 409, "weighing_superseded"


class WeighingExists(DomainError):
    """The animal has a weight of exactly this time."""

    status, code = 409, "weighing_exists"
