"""Sessions: how they begin, go on and end, and the access tokens that they get."""

from amigok_chassis.service import Noun
from identity.sessions import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_sessions], pollers=[jobs.announce_revocation])
