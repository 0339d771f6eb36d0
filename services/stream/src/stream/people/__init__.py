"""People: what the service knows about users, from identity's events."""

from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed
from stream.people import handlers

noun = Noun(consumes={"people": [standing_changed, handlers.user_deleted]})
