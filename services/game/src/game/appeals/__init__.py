"""Appeals against results."""

from amigok_chassis.service import Noun
from game.appeals import api, handlers
from game.appeals.machine import APPEALS

noun = Noun(routers=[api.router, api.admin], consumes={"people": [handlers.user_deleted]}, machines=[APPEALS])
