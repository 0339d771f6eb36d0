from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Service
from wallet import api, handlers, jobs, proofs
from wallet.deposits import api as deposits
from wallet.models import Base
from wallet.settings import Settings
from wallet.statements import api as statements
from wallet.withdrawals import api as withdrawals
from wallet.withdrawals.service import stuck

service = Service(
    name="wallet",
    routers=[api.router, statements.router, deposits.router, withdrawals.router, withdrawals.admin],
    consumes={
        "users": [
            *(handlers.user_email_verified, handlers.user_handles_changed, handlers.user_credentials_changed),
            *(handlers.kyc_submitted, handlers.kyc_approved, handlers.kyc_rejected, handlers.user_deleted),
        ],
        "orders": [handlers.order_placed, handlers.order_fulfilled, handlers.order_cancelled],
        "payments": [
            *(handlers.payment_completed, handlers.payment_failed, handlers.wallet_payment_requested),
            *(handlers.refund_requested, handlers.refund_completed, handlers.refund_failed),
            *(handlers.payout_completed, handlers.payout_failed),
            *(handlers.dispute_opened, handlers.dispute_won, handlers.dispute_lost),
        ],
    },
    prepare={"orders": handlers.lock_accounts, "payments": handlers.lock_accounts},
    jobs=[jobs.expire_holds, jobs.prove_ledger],
    gauges={DIFFERENCES: proofs.differences, STUCK: stuck},
    metadata=Base.metadata,
    settings=Settings,
    fleet_key=True,
    # Planning a posting anew costs half as much again as running it, and its plan never depends on the values.
    database_options={"plan_cache_mode": "force_generic_plan"},
)
