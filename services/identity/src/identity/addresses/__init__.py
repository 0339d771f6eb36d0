"""How a user changes the e-mail address."""

from amigok_chassis.service import Noun
from identity.addresses import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_email_changes])
