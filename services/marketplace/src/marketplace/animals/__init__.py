"""What the marketplace knows about animals, from the farm's events."""

from amigok_chassis.service import Noun
from marketplace.animals import handlers
from marketplace.animals.invariants import INVARIANTS

noun = Noun(
    consumes={
        "animals": [
            handlers.registered,
            handlers.restated,
            handlers.particulars_changed,
            handlers.examined,
            handlers.moved,
            handlers.weighed,
            handlers.priced,
            handlers.removed,
            handlers.died,
            handlers.reclaimed,
            handlers.reinstated,
            handlers.sale_status_changed,
            handlers.photos_changed,
        ],
        "orders": [handlers.transferred],
    },
    invariants=INVARIANTS,
)
