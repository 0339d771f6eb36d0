"""Saved ways to pay, kept by a provider. We store only its ids of the customer and of the preferred one."""

from amigok_chassis.service import Noun
from payment.methods import api, handlers, jobs

noun = Noun(routers=[api.router], consumes={"users": [handlers.user_deleted]}, pollers=[jobs.close_customer])
