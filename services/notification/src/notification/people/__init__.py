"""People: what identity says about users, and how they want to be told things."""

from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed
from notification.people import api
from notification.people.forgetting import forgets, sweeps
from notification.people.models import Person

noun = Noun(
    routers=[api.router],
    consumes={"people": [standing_changed, forgets(Person)]},
    jobs=[sweeps(Person)],
)
