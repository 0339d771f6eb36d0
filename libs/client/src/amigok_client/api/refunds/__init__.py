from .get_payment import get_payment as get_payment
from .propose_refund import propose_refund as propose_refund
from .refund_payment import refund_payment as refund_payment
