"""What refunds refuse, by name."""

from amigok_chassis.errors import DomainError


class NotRefundable(DomainError):
    """Only what a provider has collected can be given back through it."""

    status, code = 409, "not_refundable"


class RefundTooHigh(DomainError):
    """More than what was paid and not given back yet, or in another currency."""

    status, code = 409, "refund_too_high"


class OrderCompleted(DomainError):
    """It paid an order that stands: somebody has to say what happens to the animal, and an administrator does."""

    status, code = 409, "order_completed"


class PaymentDisputed(DomainError):
    """The payer's bank has taken the payment back, or wants to: that decides who gets the money."""

    status, code = 409, "payment_disputed"


class NoSuchRefund(DomainError):
    """Nobody is given out of their wallet what goes into it."""

    status, code = 422, "refund_goes_nowhere"


class OwnPayment(DomainError):
    """Nobody gives back a payment of their own at the platform's charge."""

    status, code = 403, "own_payment"
