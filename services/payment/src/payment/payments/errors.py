"""What payments refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PaymentNotFound(NotFound):
    """There is no such payment, or you may not see it."""

    code = "payment_not_found"


class OrderNotFound(NotFound):
    """You have no such order."""

    code = "order_not_found"


class OrderPaidFromWallet(DomainError):
    """The order is paid from the wallet. To pay it otherwise, place it with `pay_with: payment`."""

    status, code = 409, "order_paid_from_wallet"


class OrderEnded(DomainError):
    """The order has ended."""

    status, code = 409, "order_ended"


class OrderPaid(DomainError):
    """The order is already paid."""

    status, code = 409, "order_paid"


class PaymentUnderWay(DomainError):
    """There is an open payment for this order. Continue that one, or cancel it first."""

    status, code = 409, "payment_under_way"


class TooManyPayments(DomainError):
    """You have too many open payments. Complete or cancel one, or wait until they expire."""

    status, code = 409, "too_many_payments"


class AmountChanged(DomainError):
    """The order's price is not the amount that you stated."""

    status, code = 409, "amount_changed"


class AmountOutOfBounds(DomainError):
    """The amount is below or above what can be paid at once."""

    status, code = 422, "amount_out_of_bounds"


class Misreported(DomainError):
    """The provider reports another amount than it was asked for."""

    status, code = 502, "provider_misreported"
