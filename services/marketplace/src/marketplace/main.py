from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun, Service
from marketplace import api, books, handlers, invariants, jobs, locks, orders
from marketplace.models import Base
from marketplace.settings import Settings
from marketplace.underpriced import UNDERPRICED

service = Service(
    name="marketplace",
    nouns=[
        Noun(
            routers=[api.router],
            consumes={
                "animals": [
                    handlers.livestock_registered,
                    handlers.livestock_moved,
                    handlers.livestock_weighed,
                    handlers.livestock_priced,
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
                "users": [handlers.standing_changed, handlers.deletion_requested],
            },
            prepare={"animals": locks.animals, "orders": locks.orders, "users": locks.users},
            jobs=[jobs.enforce_deadlines],
            proposals=(UNDERPRICED,),
            gauges={STUCK: orders.stuck},
        ),
        books.noun,
        invariants.noun,
    ],
    metadata=Base.metadata,
    settings=Settings,
)
