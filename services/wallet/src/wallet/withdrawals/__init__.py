"""Money that goes out to a user's account elsewhere, when administrators have let it go."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from wallet.withdrawals import api, handlers
from wallet.withdrawals.machine import WITHDRAWALS
from wallet.withdrawals.service import stuck

noun = Noun(
    routers=[api.router, api.admin],
    consumes={
        "users": [handlers.kyc_approved, handlers.user_deleted],
        "payments": [
            handlers.payout_completed,
            handlers.payout_failed,
            handlers.payout_paid_after_all,
            handlers.payout_returned,
        ],
    },
    gauges={STUCK: stuck},
    machines=[WITHDRAWALS],
)
