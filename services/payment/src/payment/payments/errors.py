"""What payments refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PaymentNotFound(NotFound):
    """There is no such payment, or it is not yours to see."""

    code = "payment_not_found"


class OrderNotFound(NotFound):
    """There is no such order of yours."""

    code = "order_not_found"


class OrderPaidFromWallet(DomainError):
    """The order is paid from the wallet; to pay it otherwise, place it with `pay_with: payment`."""

    status, code = 409, "order_paid_from_wallet"


class OrderEnded(DomainError):
    """The order has ended."""

    status, code = 409, "order_ended"


class OrderPaid(DomainError):
    """The order is paid already."""

    status, code = 409, "order_paid"


class PaymentUnderWay(DomainError):
    """Another payment for this order is under way: go on with it."""

    status, code = 409, "payment_under_way"


class TooManyPayments(DomainError):
    """Too many of your payments wait to be made: go on with one of them, or wait until they expire."""

    status, code = 409, "too_many_payments"


class AmountChanged(DomainError):
    """The order does not cost what you have seen."""

    status, code = 409, "amount_changed"


class AmountOutOfBounds(DomainError):
    """Less or more than can be paid at once."""

    status, code = 422, "amount_out_of_bounds"


class Misreported(DomainError):
    """The provider tells of another amount than was asked for."""

    status, code = 502, "provider_misreported"
