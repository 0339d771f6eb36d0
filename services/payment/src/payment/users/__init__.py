"""Users: their standing, and whether payment keeps them from being deleted."""

from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed
from payment.users import handlers

noun = Noun(consumes={"users": [handlers.user_deletion_requested, handlers.user_deleted, standing_changed]})
