"""What ties accounts to each other and to animals, for what checks fair play."""

from amigok_chassis.service import Noun
from game.links import handlers

noun = Noun(
    consumes={
        "links": [
            handlers.transfer_completed,
            handlers.weighing_recorded,
            handlers.kyc_approved,
            handlers.user_deleted,
            handlers.dispute_opened,
            handlers.dispute_lost,
            handlers.dispute_won,
        ]
    }
)
