"""What payment hears, and what a batch of it locks first."""

from collections.abc import Mapping, Sequence

from amigok_chassis.service import Handler, Prepare
from amigok_chassis.standing.handlers import standing_changed
from payment import handlers, locks

CONSUMES: Mapping[str, Sequence[Handler]] = {
    "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
    "wallet": [
        *(handlers.hold_placed, handlers.hold_refused, handlers.hold_released, handlers.hold_captured),
        *(handlers.deposit_requested, handlers.refund_held, handlers.refund_refused),
        *(handlers.withdrawal_approved, handlers.exit_allowed, handlers.exit_refused),
    ],
    "users": [handlers.user_deleted, handlers.user_deletion_requested, standing_changed],
    "webhooks": [handlers.webhook_received],
}

PREPARE: Mapping[str, Prepare] = {
    "orders": locks.lock_orders,
    "wallet": locks.lock_orders,
    "webhooks": locks.lock_subjects,
}
