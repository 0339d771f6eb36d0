"""Returns of animals from their buyers to their sellers, where an order is undone."""

from amigok_chassis.service import Noun
from farm.returns import handlers

noun = Noun(consumes={"orders": [handlers.return_requested]})
