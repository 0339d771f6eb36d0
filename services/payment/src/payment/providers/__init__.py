"""Payment providers: one module each, called through a circuit breaker, and the methods that they offer."""

from amigok_chassis.service import Noun
from payment.providers import api

noun = Noun(routers=[api.router])
