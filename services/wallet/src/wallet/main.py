from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Service
from amigok_chassis.standing import handlers as standing
from wallet import handlers, jobs, proofs
from wallet.books import handlers as books
from wallet.closing import handlers as closing
from wallet.corrections.service import CORRECTION, CREDIT
from wallet.exits import handlers as exits
from wallet.models import Base
from wallet.receivables import handlers as animals
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
            *(handlers.user_email_verified, handlers.user_handles_changed),
            *(standing.standing_changed, handlers.user_deleted, closing.user_deletion_requested),
        ],
        "orders": [handlers.order_placed, handlers.order_fulfilled, handlers.order_cancelled],
        "payments": [
            *(handlers.payment_completed, handlers.payment_failed, handlers.wallet_payment_requested),
            exits.charge_requested,
            *(handlers.refund_requested, handlers.refund_completed, handlers.refund_failed),
            *(handlers.payout_completed, handlers.payout_failed),
            *(handlers.dispute_opened, handlers.dispute_won, handlers.dispute_lost),
        ],
        "animals": [animals.insurance_claim_approved, animals.livestock_withdrawn],
        "books": [books.marketplace_books_stated, books.payment_books_stated],
    },
    prepare=dict.fromkeys(("users", "orders", "payments", "animals"), handlers.lock_accounts),
    jobs=[jobs.expire_holds, jobs.prove_ledger, seal_transfers, seal_latecomers, publish_liabilities],
    gauges={DIFFERENCES: proofs.differences, STUCK: stuck, UNSEALED_AGE: oldest},
    metadata=Base.metadata,
    settings=Settings,
    fleet_key=True,
    proposals=(CREDIT, CORRECTION),
    # Planning a posting anew costs half as much again as running it, and its plan never depends on the values.
    database_options={"plan_cache_mode": "force_generic_plan"},
)
