"""Billing: periods are held at their start and paid by what was fed."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from feed.billing import handlers, jobs, renewing
from feed.billing.invariants import INVARIANTS

noun = Noun(
    consumes={
        "money": [
            handlers.hold_placed,
            handlers.hold_refused,
            handlers.hold_captured,
            handlers.welfare_charged,
            handlers.correction_charged,
            handlers.correction_refunded,
            handlers.debt_recorded,
            handlers.debt_settled,
            handlers.deposit_completed,
            handlers.transfer_completed,
            handlers.account_credited,
            handlers.account_corrected,
            handlers.hold_released,
            handlers.earned_by_hold,
            handlers.earned_by_charge,
            handlers.reward_paid,
            handlers.withdrawal_rejected,
            handlers.withdrawal_failed,
            handlers.withdrawal_returned,
        ]
    },
    tasks=[jobs.end_periods],
    jobs=[jobs.ask_again],
    gauges={STUCK: renewing.stuck},
    invariants=INVARIANTS,
)
