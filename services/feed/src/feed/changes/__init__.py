"""What owners choose for their animals, and what ends it: sale, death, removal, a move, a closed account."""

from amigok_chassis.service import Noun
from feed.changes import api, handlers

noun = Noun(
    routers=[api.router],
    consumes={
        "animals": [
            handlers.livestock_sold,
            handlers.livestock_reclaimed,
            handlers.livestock_removed,
            handlers.livestock_died,
            handlers.livestock_moved,
        ],
        "people": [handlers.deletion_requested],
    },
)
