from amigok_chassis.metrics import DIFFERENCES
from amigok_chassis.service import Service
from wallet import api, handlers, jobs, proofs
from wallet.books import handlers as books
from wallet.models import Base
from wallet.sealing import jobs as sealing
from wallet.sealing.service import UNSEALED_AGE, oldest
from wallet.solvency import api as solvency
from wallet.solvency import jobs as solvency_jobs
from wallet.statements import api as statements

service = Service(
    name="wallet",
    routers=[api.router, statements.router, solvency.router],
    consumes={
        "users": [handlers.user_email_verified],
        "orders": [handlers.order_placed, handlers.order_fulfilled, handlers.order_cancelled],
        "books": [books.marketplace_books_stated, books.payment_books_stated],
    },
    prepare={"orders": handlers.lock_accounts},
    jobs=[
        jobs.expire_holds,
        jobs.prove_ledger,
        sealing.seal_transfers,
        sealing.seal_latecomers,
        solvency_jobs.publish_liabilities,
    ],
    gauges={DIFFERENCES: proofs.differences, UNSEALED_AGE: oldest},
    metadata=Base.metadata,
    # Planning a posting anew costs half as much again as running it, and its plan never depends on the values.
    database_options={"plan_cache_mode": "force_generic_plan"},
)
