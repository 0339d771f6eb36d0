"""People: what happens to the orders and listings of users who may no longer act."""

from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed
from marketplace.people import handlers

noun = Noun(
    consumes={
        "users": [standing_changed, handlers.standing_changed, handlers.deletion_requested, handlers.user_deleted]
    }
)
