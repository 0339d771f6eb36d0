from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Service
from amigok_chassis.standing.handlers import standing_changed
from wallet import handlers, jobs, proofs
from wallet.books import handlers as books
from wallet.fees import handlers as fees
from wallet.models import Base
from wallet.proceeds.queries import UNDECIDED, undecided
from wallet.proceeds.service import SETTLE
from wallet.routers import routers
from wallet.sealing.jobs import seal_latecomers, seal_transfers
from wallet.sealing.service import UNSEALED_AGE, oldest
from wallet.settings import Settings
from wallet.solvency.jobs import publish_liabilities
from wallet.withdrawals.service import stuck

service = Service(
    name="wallet",
    routers=routers,
    consumes={
        "users": [
            *(handlers.user_email_verified, handlers.user_handles_changed, handlers.user_credentials_changed),
            *(handlers.kyc_submitted, handlers.kyc_approved, handlers.kyc_rejected, handlers.user_deleted),
            standing_changed,
        ],
        "orders": [handlers.order_placed, handlers.order_fulfilled, handlers.order_cancelled],
        "payments": [
            *(handlers.payment_completed, handlers.payment_failed, handlers.wallet_payment_requested),
            *(handlers.refund_requested, handlers.refund_completed, handlers.refund_failed),
            *(handlers.refund_made_outside, handlers.refund_returned),
            *(handlers.payout_completed, handlers.payout_failed, handlers.payout_returned),
            *(handlers.dispute_opened, handlers.dispute_won, handlers.dispute_lost),
        ],
        "settlements": [fees.settlement_reconciled],
        "books": [books.marketplace_books_stated, books.payment_books_stated],
    },
    prepare=dict.fromkeys(("users", "orders", "payments"), handlers.lock_accounts),
    jobs=[
        *(jobs.expire_holds, jobs.release_proceeds, jobs.prove_ledger),
        *(seal_transfers, seal_latecomers, publish_liabilities),
    ],
    gauges={DIFFERENCES: proofs.differences, STUCK: stuck, UNSEALED_AGE: oldest, UNDECIDED: undecided},
    proposals=(SETTLE,),
    metadata=Base.metadata,
    settings=Settings,
    fleet_key=True,
    # Planning a posting anew costs half as much again as running it, and its plan never depends on the values.
    database_options={"plan_cache_mode": "force_generic_plan"},
)
