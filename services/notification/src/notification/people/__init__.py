"""People: what the service knows about users, from identity's events."""

from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed

noun = Noun(consumes={"people": [standing_changed]})
