"""Orders: their parties, whose clients hear at once of what changes, so that no app has to poll."""

from amigok_chassis.service import Noun
from notification.orders import handlers, jobs

noun = Noun(consumes={"orders": handlers.CHANGES, "people": [handlers.user_deleted]}, jobs=[jobs.forget_orders])
