"""What happened to an account, for its user and for administrators to read."""

from amigok_chassis.service import Noun
from identity.activity import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_activities])
