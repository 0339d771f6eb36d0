"""Reviews: what buyer and seller of a completed order write of each other, and what that makes of a seller's rating."""

from amigok_chassis.service import Noun
from marketplace.reviews import api, handlers, jobs
from marketplace.reviews.machine import REVIEWS

noun = Noun(
    routers=[api.router], consumes={"users": [handlers.user_deleted]}, jobs=[jobs.publish_due], machines=[REVIEWS]
)
