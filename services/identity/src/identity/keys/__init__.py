"""The key pairs that sign access tokens."""

from amigok_chassis.service import Noun
from identity.keys import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_signing_keys])
