from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Service
from marketplace import api, handlers, jobs, orders
from marketplace.models import Base
from marketplace.settings import Settings

service = Service(
    name="marketplace",
    routers=[api.router],
    consumes={
        "animals": [
            handlers.livestock_registered,
            handlers.livestock_moved,
            handlers.livestock_weighed,
            handlers.livestock_withdrawn,
            handlers.livestock_died,
            handlers.livestock_reclaimed,
            handlers.livestock_reinstated,
            handlers.sale_status_changed,
        ],
        "orders": [
            handlers.hold_placed,
            handlers.hold_refused,
            handlers.livestock_transferred,
            handlers.transfer_refused,
            handlers.hold_captured,
        ],
    },
    prepare={"animals": handlers.lock_animals, "orders": handlers.lock_orders},
    jobs=[jobs.enforce_deadlines],
    metadata=Base.metadata,
    settings=Settings,
    gauges={STUCK: orders.stuck},
)
