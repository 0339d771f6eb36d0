"""What is refused about batches, by name."""

from amigok_chassis.errors import DomainError, NotFound


class BatchNotFound(NotFound):
    """There is no such batch."""

    code = "batch_not_found"


class OtherExpiry(DomainError):
    """This batch is known at this place with another expiry date."""

    status, code = 409, "other_expiry"


class BatchRecalledAlready(DomainError):
    """This batch was recalled."""

    status, code = 409, "batch_recalled"


class StockReserved(DomainError):
    """More of the batch is reserved by prescriptions than was counted: stop some of them first."""

    status, code = 409, "stock_reserved"
    sends = {"reserved": str}


class OutOfStock(DomainError):
    """There is not enough of this medicine that lasts until the end of the treatment."""

    status, code = 409, "out_of_stock"
