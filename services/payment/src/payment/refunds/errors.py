"""What refunds refuse, by name."""

from amigok_chassis.errors import DomainError


class NotRefundable(DomainError):
    """The payment was not completed, or no provider took it."""

    status, code = 409, "not_refundable"


class RefundTooHigh(DomainError):
    """The amount is more than what is left of the payment, or in another currency."""

    status, code = 409, "refund_too_high"


class OrderCompleted(DomainError):
    """The payment bought an animal. An administrator has to decide what happens to the animal."""

    status, code = 409, "order_completed"


class PaymentDisputed(DomainError):
    """The payer's bank has taken the payment back, or wants to. The dispute decides who gets the money."""

    status, code = 409, "payment_disputed"


class NoSuchRefund(DomainError):
    """A refund into the wallet cannot be at the user's charge."""

    status, code = 422, "refund_goes_nowhere"


class OwnPayment(DomainError):
    """You cannot refund a payment of your own."""

    status, code = 403, "own_payment"
