"""Payments that are given back."""

from amigok_chassis.service import Noun
from wallet.refunds import handlers

noun = Noun(
    consumes={
        "payments": [
            handlers.refund_completed,
            handlers.refund_failed,
            handlers.refund_made_outside,
            handlers.refund_returned,
        ]
    }
)
