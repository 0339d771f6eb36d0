"""How the owner of an address verifies it after a registration."""

from amigok_chassis.service import Noun
from identity.verifications import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_verifications])
