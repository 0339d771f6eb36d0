from amigok_chassis.metrics import DIFFERENCES
from amigok_chassis.service import Service
from wallet import api, handlers, jobs, proofs
from wallet.models import Base
from wallet.statements import api as statements

service = Service(
    name="wallet",
    routers=[api.router, statements.router],
    consumes={
        "users": [handlers.user_email_verified],
        "orders": [handlers.order_placed, handlers.order_fulfilled, handlers.order_cancelled],
    },
    prepare={"orders": handlers.lock_accounts},
    jobs=[jobs.expire_holds, jobs.prove_ledger],
    gauges={DIFFERENCES: proofs.differences},
    metadata=Base.metadata,
    # Planning a posting anew costs half as much again as running it, and its plan never depends on the values.
    database_options={"plan_cache_mode": "force_generic_plan"},
)
