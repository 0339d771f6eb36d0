"""What an animal will be fed, what it ate, what that cost and what it gained by it."""

from amigok_chassis.service import Noun
from feed.feeding import api, handlers

noun = Noun(routers=[api.router], consumes={"animals": [handlers.registered, handlers.weighed]})
