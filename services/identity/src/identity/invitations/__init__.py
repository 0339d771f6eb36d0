"""Links by which people choose the password of an account that an administrator made or reset."""

from amigok_chassis.service import Noun
from identity.invitations import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_invitations])
