"""The health of each animal: what was observed and given, what is due next, and what it keeps the animal from."""

from amigok_chassis.service import Noun
from farm.health import api, handlers, proposals

noun = Noun(
    routers=[api.router],
    consumes={"health": [handlers.treatment_given, handlers.checkup_done]},
    proposals=[proposals.KIND],
)
