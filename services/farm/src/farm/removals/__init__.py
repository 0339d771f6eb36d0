"""Removals: owners take their animals out of the platform."""

from amigok_chassis.service import Noun
from farm.removals import api, handlers
from farm.removals.models import REMOVALS

noun = Noun(
    routers=[api.router, api.admin],
    consumes={"people": [handlers.forget_texts]},
    machines=[REMOVALS],
)
