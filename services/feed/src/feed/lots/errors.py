"""What is refused about feed in stock, by name."""

from amigok_chassis.errors import DomainError, NotFound


class LotNotFound(NotFound):
    """There is no such lot on a farm of yours."""

    code = "lot_not_found"


class DifferenceNotFound(NotFound):
    """There is no such difference on a farm of yours."""

    code = "difference_not_found"


class UnknownFarm(DomainError):
    """There is no such farm."""

    status, code = 422, "unknown_farm"


class UnknownLot(DomainError):
    """This farm has no such lot of this ingredient."""

    status, code = 422, "unknown_lot"


class DeliveredInFuture(DomainError):
    """The time of this delivery is in the future."""

    status, code = 422, "delivered_in_future"


class LotExists(DomainError):
    """This delivery is recorded already."""

    status, code = 409, "lot_exists"


class LotRecalled(DomainError):
    """This lot is recalled already."""

    status, code = 409, "lot_recalled"


class LotTooSmall(DomainError):
    """Less is left of this lot than the difference."""

    status, code = 409, "lot_too_small"


class DifferenceExplained(DomainError):
    """This difference is explained already."""

    status, code = 409, "difference_explained"
