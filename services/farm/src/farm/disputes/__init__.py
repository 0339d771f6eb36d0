"""What becomes of an animal when its price is disputed or refunded."""

from amigok_chassis.service import Noun
from farm.disputes import api, handlers, proposals
from farm.disputes.models import DISPUTES

noun = Noun(
    routers=[api.admin],
    consumes={
        "disputes": [
            handlers.dispute_opened,
            handlers.dispute_won,
            handlers.dispute_lost,
            handlers.order_refunded,
        ]
    },
    proposals=[proposals.KIND],
    machines=[DISPUTES],
)
