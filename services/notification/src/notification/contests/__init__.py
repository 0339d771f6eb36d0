"""Contests: what each is called, and who has an animal in it."""

from amigok_chassis.service import Noun
from notification.contests import handlers
from notification.contests.models import Entrant
from notification.people.forgetting import forgets, sweeps

noun = Noun(consumes={"contests": handlers.CONTESTS, "people": [forgets(Entrant)]}, jobs=[sweeps(Entrant)])
