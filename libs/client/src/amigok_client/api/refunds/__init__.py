from .get_payment import get_payment as get_payment
from .refund_for import refund_for as refund_for
from .refund_own import refund_own as refund_own
